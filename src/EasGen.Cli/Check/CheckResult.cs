using EasGen.Cli.Baselines;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Check;

/// <summary>The verdict on all inputs.</summary>
/// <param name="Files">In the order in which they were found.</param>
/// <param name="InputErrors">The inputs that could not be used.</param>
/// <param name="Skipped">How many files of the folders are no service JSON.</param>
internal sealed record CheckResult(IReadOnlyList<CheckedFile> Files, IReadOnlyList<InputError> InputErrors, int Skipped)
{
    /// <summary>What a baseline said of the findings; null without one.</summary>
    public KnownFindings? Known { get; init; }

    /// <summary>How many findings were fixed; null if that was not asked for.</summary>
    public int? Fixed { get; init; }

    /// <summary>The standard input as fixes left it; null if nobody asked for it.</summary>
    public byte[]? StandardInput { get; init; }

    /// <summary>How many findings have a fix that is certain.</summary>
    public int Fixable => Files
        .Where(static file => !file.IsBuilt)
        .Sum(static file => file.Findings.Count(static located => located.Finding.Fix is { IsCertain: true }));

    public int Findings => Files.Sum(static file => file.Findings.Length);

    public int Services => Files.Count(static file => !file.IsUnreadable);

    public int Unusable => AllErrors.Count();

    /// <summary>The inputs that could not be used, and the files that are not JSON.</summary>
    public IEnumerable<InputError> AllErrors => InputErrors.Concat(Files
        .Where(static file => file.IsUnreadable)
        .Select(static file => InputError.NotJson(file.Name, file.Findings[0].Place, file.Findings[0].Message)));

    public int Count(Severity severity) => Files.Sum(file => file.Findings.Count(located => located.Severity == severity));

    public int ExitCode =>
        Unusable > 0 ? Cli.ExitCode.Unusable
        : Count(Severity.Error) > 0 ? Cli.ExitCode.Errors
        : Cli.ExitCode.Clean;
}
