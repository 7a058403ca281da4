using System.IO.Enumeration;
using EasGen.Cli.Policy;
using Microsoft.Extensions.FileSystemGlobbing;

namespace EasGen.Cli.Inputs;

/// <summary>What the arguments of a command mean: files, folders and all JSON below them, patterns with <c>*</c>.</summary>
internal sealed class InputSearch
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Input> found = [];
    private readonly List<InputError> inputErrors = [];

    private InputSearch()
    {
    }

    /// <summary>Every file once, in the order of the arguments and below them of the paths.</summary>
    public static (IReadOnlyList<Input> Found, IReadOnlyList<InputError> InputErrors) Find(IEnumerable<string> arguments)
    {
        var search = new InputSearch();
        foreach (var argument in arguments)
            search.Take(argument);
        return (search.found, search.inputErrors);
    }

    private void Take(string argument)
    {
        if (argument.Contains('\0', StringComparison.Ordinal))
            inputErrors.Add(new(argument.Replace('\0', '?'), "is not a path"));
        else if (File.Exists(argument) || argument == Input.StandardInput)
            Add(argument, isNamed: true);
        else if (Directory.Exists(argument))
            TakeFolder(argument);
        else if (argument.Contains('*', StringComparison.Ordinal))
            TakePattern(argument);
        else
            inputErrors.Add(new(argument, "does not exist"));
    }

    private void TakeFolder(string folder)
    {
        var files = JsonBelow(folder).ToList();
        files.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        if (files.Count == 0)
            inputErrors.Add(new(folder, "contains no JSON files"));
        foreach (var file in files)
            Add(file);
    }

    private static FileSystemEnumerable<Input> JsonBelow(string folder) =>
        new(folder, static (ref FileSystemEntry entry) => Found(ref entry), Below(int.MaxValue))
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory
                && entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && !entry.FileName.SequenceEqual(SettingsForm.FileName),
            ShouldRecursePredicate = IsNoLink,
        };

    private static EnumerationOptions Below(int depth) => new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = depth,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    // A link to a folder is not followed: it may lead back to where it stands.
    private static bool IsNoLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    private static Input Found(ref FileSystemEntry entry) =>
        new(entry.ToSpecifiedFullPath(), IsNamed: false) { FullPath = entry.ToFullPath() };

    private void TakePattern(string pattern)
    {
        // Everything before the first part with a wildcard is a folder.
        var parts = pattern.Replace('\\', '/').Split('/');
        var wild = Array.FindIndex(parts, static part => part.Contains('*', StringComparison.Ordinal));
        var root = string.Join('/', parts.Take(wild)) is { Length: > 0 } start ? start : wild > 0 ? "/" : "";
        var wanted = parts[wild..];
        if (wanted.Contains(".."))
        {
            inputErrors.Add(new(pattern, "has '..' after a '*'; begin the pattern with the folder that is meant"));
            return;
        }
        var matches = !Directory.Exists(root.Length == 0 ? "." : root) ? [] : Matches(root, wanted);
        if (matches.Length == 0)
            inputErrors.Add(new(pattern, "matches no files"));
        // '*.dll' means those with services.
        foreach (var match in matches)
        {
            var input = new Input(match, IsNamed: true) { IsFound = true };
            Add(input with { IsNamed = !input.IsAssembly });
        }
    }

    private static string[] Matches(string root, string[] pattern)
    {
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', pattern));
        // As deep as it reaches; "a*/" is all that is in there, and "**.json" every such file.
        var isDeep = pattern.Any(static part => part.Length == 0 || part.StartsWith("**", StringComparison.Ordinal));
        var options = Below(isDeep ? int.MaxValue : pattern.Length - 1);
        var folder = Path.GetFullPath(root.Length == 0 ? "." : root);
        var files = new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = IsNoLink,
        };
        return [.. files
            .SelectMany(file => matcher.Match(folder, file).Files)
            .Select(match => Path.Combine(root, match.Path))
            .Order(StringComparer.Ordinal)];
    }

    private void Add(string path, bool isNamed) => Add(new(path, isNamed));

    private void Add(Input input)
    {
        if (seen.Add(input.FullPath))
            found.Add(input);
    }
}
