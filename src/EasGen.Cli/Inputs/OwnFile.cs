using EasGen.Cli.Policy;
using EasGen.Cli.Terminal;
using EasGen.Core.Files;

namespace EasGen.Cli.Inputs;

/// <summary>
/// JSON that is written for the tool itself, taken apart. Comments and trailing commas are fine in it; every mistake is said
/// with its place.
/// </summary>
internal sealed class OwnFile
{
    /// <summary>The keys of a baseline.</summary>
    public static readonly string[] BaselineKeys = ["version", "findings"];

    private readonly string path;
    private readonly FileLines lines;
    private readonly int start;
    private readonly List<InputError> mistakes = [];

    private OwnFile(string path, byte[] file)
    {
        this.path = path;
        start = JsonFile.Start(file);
        lines = new(file, file, start);
        Root = JsonFile.Read(file).Root;
        if (Root is null)
            mistakes.Add(InputError.NotJson(new(path, file), ServiceReader.Read(file)));
        MayBeBaseline = Root is { } root ? IsBaseline(root) : file.AsSpan().Trim(" \t\r\n"u8).IsEmpty || BeginsAsBaseline(file);
    }

    /// <summary>The document; null when it is no JSON.</summary>
    public JsonNode? Root { get; }

    public IReadOnlyList<InputError> Mistakes => mistakes;

    /// <summary>True for a baseline, for an empty file, and for what is no JSON but begins as a baseline.</summary>
    public bool MayBeBaseline { get; }

    /// <summary>
    /// True for settings and for a baseline: a pattern such as <c>deploy/*.json</c>, which a shell may have filled in, finds them too.
    /// </summary>
    public static bool IsOne(ServiceText file) => Path.GetFileName(file.Name) == SettingsForm.FileName
        || (BeginsAsBaseline(file.Json) && JsonFile.Read(file.Json).Root is { } root && IsBaseline(root));

    /// <summary>True for a baseline, in whatever version.</summary>
    public static bool IsBaseline(JsonNode root) => root.Kind == JsonKind.Object && BaselineKeys.All(key => root.Find(key) is not null);

    /// <summary>Reads a file that somebody named; null and the error when that is not possible.</summary>
    public static (OwnFile? File, InputError? Error) Read(string path) => Read(path, BoundedFile.ReadNamed);

    /// <summary>The same for one that nobody named.</summary>
    public static (OwnFile? File, InputError? Error) ReadFound(string path) => Read(path, BoundedFile.ReadFound);

    private static (OwnFile? File, InputError? Error) Read(string path, Func<string, byte[]?> read)
    {
        try
        {
            return read(path) is { } bytes
                ? (new(path, bytes), null)
                : (null, new(path, $"is larger than {BoundedFile.Largest >> 20} MB; it would have a few kilobytes"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, new(path, $"cannot be read: {problem.Message}"));
        }
    }

    public void Report(JsonNode at, string message)
    {
        var place = lines.Place(start + at.Start, 1);
        mistakes.Add(new(path, FormattableString.Invariant($"is wrong in line {place.Line}, column {place.Column}: {message}")));
    }

    /// <summary>The members of an object by their keys; empty for anything else, which is a mistake.</summary>
    /// <param name="node">The object.</param>
    /// <param name="known">The keys that it may have.</param>
    /// <param name="required">How many of those, from the first on, it must have.</param>
    public IReadOnlyDictionary<string, JsonNode> Members(JsonNode node, string[] known, int required)
    {
        var members = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        if (node.Kind != JsonKind.Object)
        {
            Report(node, "here belongs an object { … }");
            return members;
        }
        foreach (var (key, value) in node.Members)
        {
            if (Array.IndexOf(known, key) < 0)
                Report(value, $"'{key}' is not known; {Slip.Advice(key, known, $"write one of {string.Join(", ", known)}")}");
            else if (!members.TryAdd(key, value))
                Report(value, $"'{key}' is given twice; keep one of them");
        }
        foreach (var missing in known.Take(required).Where(key => !members.ContainsKey(key)))
            Report(node, $"'{missing}' is missing; add it");
        return members;
    }

    /// <summary>The items of a list; none of anything else, which is a mistake.</summary>
    public IEnumerable<JsonNode> Items(JsonNode? node)
    {
        if (node is { Kind: not JsonKind.Array })
            Report(node, "here belongs a list [ … ]");
        return node is { Kind: JsonKind.Array } ? node.Items : [];
    }

    /// <summary>A text that is more than blanks; null for anything else, which is a mistake if it is there.</summary>
    public string? Text(JsonNode? node)
    {
        if (node is { Kind: JsonKind.String } && !string.IsNullOrWhiteSpace(node.Text))
            return node.Text;
        if (node is not null)
            Report(node, "here belongs a text that is not empty");
        return null;
    }

    // As this tool writes it, so that no other file is read twice.
    private static bool BeginsAsBaseline(ReadOnlySpan<byte> file) => file is [(byte)'{', .. var inner]
        && inner.TrimStart(" \t\r\n"u8).StartsWith("\"version\""u8);
}
