using System.IO.Enumeration;
using EasGen.Cli.Policy;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace EasGen.Cli.Inputs;

/// <summary>What the arguments of a command mean: files, folders and all JSON below them, patterns with <c>*</c>.</summary>
internal sealed class InputSearch
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

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
        if (argument.Length == 0 || argument.Contains('\0', StringComparison.Ordinal))
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

    // A link to a folder is not followed: it may lead back to where it stands.
    private static FileSystemEnumerable<Input> JsonBelow(string folder) =>
        new(folder, static (ref FileSystemEntry entry) => Found(ref entry), Everywhere)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory
                && entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && !entry.FileName.SequenceEqual(SettingsForm.FileName),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

    private static Input Found(ref FileSystemEntry entry) =>
        new(entry.ToSpecifiedFullPath(), IsNamed: false) { FullPath = entry.ToFullPath() };

    private void TakePattern(string pattern)
    {
        // Everything before the first part with a wildcard is a folder.
        var parts = pattern.Replace('\\', '/').Split('/');
        var wild = Array.FindIndex(parts, static part => part.Contains('*', StringComparison.Ordinal));
        var root = string.Join('/', parts.Take(wild)) is { Length: > 0 } start ? start : wild > 0 ? "/" : "";
        var matches = !Directory.Exists(root.Length == 0 ? "." : root) ? [] : Matches(root, string.Join('/', parts.Skip(wild)));
        if (matches.Count == 0)
            inputErrors.Add(new(pattern, "matches no files"));
        // '*.dll' means those with services.
        foreach (var match in matches)
        {
            var input = new Input(match, IsNamed: true) { IsFound = true };
            Add(input with { IsNamed = !input.IsAssembly });
        }
    }

    private static List<string> Matches(string root, string pattern) => new Matcher(StringComparison.Ordinal)
        .AddInclude(pattern)
        .Execute(new DirectoryInfoWrapper(new(root.Length == 0 ? "." : root)))
        .Files
        .Select(match => Path.Combine(root, match.Path))
        .Order(StringComparer.Ordinal)
        .ToList();

    private void Add(string path, bool isNamed) => Add(new(path, isNamed));

    private void Add(Input input)
    {
        if (seen.Add(input.FullPath))
            found.Add(input);
    }
}
