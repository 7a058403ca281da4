using EasGen.Cli.Baselines;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Check;

/// <summary>The verdict on all inputs.</summary>
/// <param name="files">In the order in which they were found.</param>
/// <param name="inputErrors">The inputs that could not be used.</param>
/// <param name="skipped">How many files of the folders are no service JSON.</param>
internal sealed class CheckResult(IReadOnlyList<CheckedFile> files, IReadOnlyList<InputError> inputErrors, int skipped)
{
    /// <summary>All files, in the order in which they were found.</summary>
    public IReadOnlyList<CheckedFile> Files => files;

    /// <summary>The files of which there is something to say; most have nothing.</summary>
    public IReadOnlyList<CheckedFile> Told { get; } =
        [.. files.Where(static file => file.Findings.Length > 0 || file.Mended.Count > 0)];

    /// <summary>The inputs that could not be used.</summary>
    public IReadOnlyList<InputError> InputErrors => inputErrors;

    /// <summary>How many files of the folders are no service JSON.</summary>
    public int Skipped => skipped;

    /// <summary>What a baseline said of the findings; null without one.</summary>
    public KnownFindings? Known { get; init; }

    /// <summary>How many findings were fixed; null if that was not asked for.</summary>
    public int? Fixed { get; init; }

    /// <summary>The standard input as fixes left it; null if nobody asked for it.</summary>
    public byte[]? StandardInput { get; init; }

    /// <summary>How many findings have a fix that is certain.</summary>
    public int Fixable => Told
        .Where(static file => !file.IsBuilt)
        .Sum(static file => file.Findings.Count(static located => located.Finding.Fix is { IsCertain: true }));

    public int Findings => Told.Sum(static file => file.Findings.Length);

    public int Services => Files.Count - Told.Count(static file => file.IsUnreadable);

    public int Unusable => AllErrors.Count();

    /// <summary>The inputs that could not be used, and the files that are not JSON.</summary>
    public IEnumerable<InputError> AllErrors => InputErrors.Concat(Told
        .Where(static file => file.IsUnreadable)
        .Select(static file => InputError.NotJson(file.Name, file.Findings[0].Place, file.Findings[0].Message)));

    public int Count(Severity severity) => Told.Sum(file => file.Findings.Count(located => located.Severity == severity));

    public int ExitCode =>
        Unusable > 0 ? Cli.ExitCode.Unusable
        : Count(Severity.Error) > 0 ? Cli.ExitCode.Errors
        : Cli.ExitCode.Clean;
}
