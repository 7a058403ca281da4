using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Inputs;

/// <summary>A file to work on.</summary>
/// <param name="Path">As the user would write it.</param>
/// <param name="IsNamed">False when it was found in a folder, where files of other kinds stand beside it.</param>
internal sealed record Input(string Path, bool IsNamed)
{
    /// <summary>What stands for the standard input, as with other tools.</summary>
    public const string StandardInput = "-";

    /// <summary>True when it was found in a folder or by a pattern, so that nobody knows what it is.</summary>
    public bool IsFound { get; init; } = !IsNamed;

    /// <summary>What it is called in a report.</summary>
    public string Name { get; private init; } = Path;

    /// <summary>The path from the root on, which tells an input from all others.</summary>
    public string FullPath
    {
        get => field ??= System.IO.Path.GetFullPath(Path);
        init;
    }

    public bool IsStandard => Path == StandardInput;

    public bool IsAssembly =>
        Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same input; the standard one under the name of the file that it stands for.</summary>
    public Input NamedIfStandard(string? name) => IsStandard && name is not null ? this with { Name = name } : this;
}

/// <summary>An input that cannot be used, and why.</summary>
/// <param name="Path">As the user wrote it.</param>
/// <param name="Message">What follows the path in a sentence.</param>
internal sealed record InputError(string Path, string Message)
{
    public override string ToString() => $"'{Path}' {Message}";

    /// <summary>For a file that breaks at a place, without the secrets that may stand there.</summary>
    public static InputError NotJson(ServiceText file, ReadService read) => NotJson(
        file.Name,
        new FileSpans(file.Json, read).Find("", read.Findings[0].Bytes),
        read.AllFindings()[0].Message.For(Audience.Json));

    /// <inheritdoc cref="NotJson(ServiceText, ReadService)"/>
    public static InputError NotJson(string path, FileSpan place, string problem) =>
        new(path, FormattableString.Invariant($"is not JSON: line {place.Line}, column {place.Column}: {problem}"));
}

/// <summary>The text of one service: a file, or a constant of an assembly.</summary>
/// <param name="Name">The file as the user would write it; of an assembly the service's file name behind it.</param>
internal sealed record ServiceText(string Name, byte[] Json);
