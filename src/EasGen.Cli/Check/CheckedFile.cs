using EasGen.Cli.Inputs;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Cli.Check;

/// <summary>A finding at its place in the file.</summary>
internal sealed record LocatedFinding(Finding Finding, FileSpan Place)
{
    public Rule Rule => Finding.Rule;

    public string Message => Finding.Message.For(Audience.Json);
}

/// <summary>The verdict on one service.</summary>
/// <param name="Name">The file, as the user would write it.</param>
/// <param name="Findings">In the order of the file.</param>
internal sealed record CheckedFile(string Name, IReadOnlyList<LocatedFinding> Findings)
{
    /// <summary>True for what is no JSON, of which nothing else can be said.</summary>
    public bool IsUnreadable => Findings.Any(static located => located.Rule == GeneralRules.EAS0001_JsonIsWellFormed);

    public static CheckedFile Of(ServiceText service)
    {
        var read = ServiceReader.Read(service.Json);
        var places = new FileSpans(service.Json, read);
        return new(service.Name, read.AllFindings()
            .Select(finding =>
                new LocatedFinding(
                    finding with { Pointer = read.Concealment.Of(finding.Pointer) },
                    places.Find(finding.Pointer, finding.Bytes)))
            .OrderBy(static located => (located.Place.Line, located.Place.Column))
            .ThenBy(static located => located.Rule.Id, StringComparer.Ordinal)
            .ToArray());
    }
}

/// <summary>The verdict on all inputs.</summary>
/// <param name="Files">In the order in which they were found.</param>
/// <param name="InputErrors">The inputs that could not be used.</param>
/// <param name="Skipped">How many files of the folders are no service JSON.</param>
internal sealed record CheckResult(IReadOnlyList<CheckedFile> Files, IReadOnlyList<InputError> InputErrors, int Skipped)
{
    public int Services => Files.Count(static file => !file.IsUnreadable);

    public int Unusable => AllErrors.Count();

    /// <summary>The inputs that could not be used, and the files that are not JSON.</summary>
    public IEnumerable<InputError> AllErrors => InputErrors.Concat(Files
        .Where(static file => file.IsUnreadable)
        .Select(static file => InputError.NotJson(file.Name, file.Findings[0].Place, file.Findings[0].Message)));

    public int Count(Severity severity) => Files.Sum(file => file.Findings.Count(located => located.Rule.Severity == severity));

    public int ExitCode =>
        Unusable > 0 ? Cli.ExitCode.Unusable
        : Count(Severity.Error) > 0 ? Cli.ExitCode.Errors
        : Cli.ExitCode.Clean;
}
