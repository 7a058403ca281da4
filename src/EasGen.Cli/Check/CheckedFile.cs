using EasGen.Cli.Inputs;
using EasGen.Core;

namespace EasGen.Cli.Check;

/// <summary>A finding at its place in the file.</summary>
internal sealed record Remark(Finding Finding, FilePlace Place)
{
    public Rule Rule => Finding.Rule;

    public string Message => Finding.Message.In(Voice.Json);
}

/// <summary>The verdict on one service.</summary>
/// <param name="Name">The file, as the user would write it.</param>
/// <param name="Remarks">In the order of the file.</param>
internal sealed record CheckedFile(string Name, IReadOnlyList<Remark> Remarks)
{
    /// <summary>True for what is no JSON, of which nothing else can be said.</summary>
    public bool IsUnreadable => Remarks.Any(static remark => remark.Rule == General.EAS0001_JsonIsWellFormed);

    public static CheckedFile Of(ServiceText service)
    {
        var read = ServiceReader.Read(service.Json);
        var places = new FilePlaces(service.Json, read.Concealment);
        return new(service.Name, read.AllFindings()
            .Select(finding => new Remark(finding with { Pointer = read.Concealment.Of(finding.Pointer) }, places.Find(finding.Pointer, finding.Bytes)))
            .OrderBy(static remark => (remark.Place.Line, remark.Place.Column))
            .ThenBy(static remark => remark.Rule.Id, StringComparer.Ordinal)
            .ToArray());
    }
}

/// <summary>The verdict on all inputs.</summary>
/// <param name="Files">In the order in which they were found.</param>
/// <param name="Troubles">The inputs that could not be used.</param>
/// <param name="Skipped">How many files of the folders are no service JSON.</param>
internal sealed record CheckResult(IReadOnlyList<CheckedFile> Files, IReadOnlyList<Trouble> Troubles, int Skipped)
{
    public int Services => Files.Count(static file => !file.IsUnreadable);

    public int Unusable => AllTroubles.Count();

    /// <summary>The inputs that could not be used, and the files that are not JSON.</summary>
    public IEnumerable<Trouble> AllTroubles => Troubles.Concat(Files
        .Where(static file => file.IsUnreadable)
        .Select(static file => new Trouble(file.Name, $"is not JSON: {file.Remarks[0].Message}")));

    public int Count(Severity severity) => Files.Sum(file => file.Remarks.Count(remark => remark.Rule.Severity == severity));

    public int ExitCode =>
        Unusable > 0 ? Cli.ExitCode.Unusable
        : Count(Severity.Error) > 0 ? Cli.ExitCode.Errors
        : Cli.ExitCode.Clean;
}
