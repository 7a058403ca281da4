using System.Text;
using System.Text.Json;
using EasGen.Cli.Check;
using EasGen.Cli.Inputs;
using EasGen.Cli.Rules;
using EasGen.Core.Files;

namespace EasGen.Cli.Baselines;

/// <summary>The findings that a team knows and has put off, so that only new ones are reported.</summary>
internal sealed class Baseline
{
    private static readonly string[] FindingKeys = ["file", "pointer", "rule", "value"];

    private readonly string path;

    // Each as often as it is known.
    private readonly List<Fingerprint> findings = [];

    private Baseline(string path) => this.path = path;

    /// <summary>Reads a file; or all that is wrong with it.</summary>
    public static (Baseline? Baseline, IReadOnlyList<InputError> Mistakes) Read(string path)
    {
        if (!File.Exists(path))
            return (null, [new(path, "does not exist; --write-baseline makes it")]);
        var (file, error) = OwnFile.Read(path);
        if (file is null)
            return (null, [error!]);
        var baseline = new Baseline(path);
        if (file.Root is { } root)
            baseline.Take(file, root);
        return (baseline, file.Mistakes);
    }

    /// <summary>Writes what was found, as the only thing that the file knows; gives what was in the way.</summary>
    public static InputError? Write(string path, CheckResult result)
    {
        if (InTheWay(path) is { } error)
            return error;
        var document = new BaselineDocument(BaselineDocument.Current, [.. result.Files
            .SelectMany(file => file.Findings.Select(located => Fingerprint.Of(located, NameIn(path, file.Name))))
            .Order()
            .Select(static known => new BaselineFinding(known.File, known.Pointer, known.Rule, known.Value))]);
        try
        {
            AtomicFile.Write(
                Path.GetFullPath(path),
                Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document, BaselineContext.Readable.BaselineDocument) + "\n"));
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(path, $"cannot be written: {problem.Message}");
        }
    }

    // Nothing but a baseline is lost by a slip of the hand; one with the marks of a merge still is one.
    private static InputError? InTheWay(string path)
    {
        if (!File.Exists(path))
            return null;
        var (file, error) = OwnFile.Read(path);
        return error ?? (file!.MayBeBaseline
            ? null
            : new(path, "is another kind of file and stays as it is; name another one for --baseline, or delete it first"));
    }

    /// <summary>The result without what is known.</summary>
    public CheckResult Without(CheckResult result)
    {
        var left = findings.CountBy(static known => known).ToDictionary();
        var files = result.Files
            .Select(file => file with { Findings = [.. file.Findings.Where(found => !IsKnown(file, found))] })
            .ToArray();
        var names = result.Files.Select(file => NameIn(path, file.Name)).ToHashSet(StringComparer.Ordinal);
        return new(files, result.InputErrors, result.Skipped)
        {
            Fixed = result.Fixed,
            StandardInput = result.StandardInput,
            Known = new(
                result.Findings - files.Sum(static file => file.Findings.Length),
                left.Where(known => names.Contains(known.Key.File)).Sum(static known => known.Value)),
        };

        // A file that is no JSON hides whatever else is wrong with it.
        bool IsKnown(CheckedFile file, LocatedFinding located)
        {
            var print = Fingerprint.Of(located, NameIn(path, file.Name));
            if (file.IsUnreadable || left.GetValueOrDefault(print) == 0)
                return false;
            left[print]--;
            return true;
        }
    }

    // From the folder of the baseline on, so that both can move together.
    private static string NameIn(string baseline, string file) => Path
        .GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(baseline))!, Path.GetFullPath(file))
        .Replace(Path.DirectorySeparatorChar, '/');

    private void Take(OwnFile file, JsonNode root)
    {
        var members = file.Members(root, OwnFile.BaselineKeys, required: OwnFile.BaselineKeys.Length);
        if (members.TryGetValue("version", out var version) && version.ToString() != $"{BaselineDocument.Current}")
            file.Report(version, $"the version is {version}, but this easgen reads {BaselineDocument.Current}; write the file anew");
        foreach (var item in file.Items(members.GetValueOrDefault("findings")))
        {
            var parts = file.Members(item, FindingKeys, required: FindingKeys.Length);
            if (parts.TryGetValue("rule", out var id) && RuleIds.Find(id.Text).Problem is { } problem)
                file.Report(id, problem);
            if (FindingKeys.All(key => parts.TryGetValue(key, out var part) && IsText(file, part)))
                findings.Add(new(parts["file"].Text, parts["pointer"].Text, parts["rule"].Text.ToUpperInvariant(), parts["value"].Text));
        }
    }

    // A pointer and a value may be empty.
    private static bool IsText(OwnFile file, JsonNode part)
    {
        if (part.Kind == JsonKind.String)
            return true;
        file.Report(part, "here belongs a text");
        return false;
    }
}
