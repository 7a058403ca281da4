using EasGen.Cli.Check;
using EasGen.Cli.Inputs;
using EasGen.Core;

namespace EasGen.Cli.Import;

/// <summary>What became of one input that is a service.</summary>
/// <param name="Input">As the user would write it.</param>
/// <param name="Output">The file that was written.</param>
/// <param name="Service">What is in it.</param>
/// <param name="Remarks">What there is to say of the input, in its order; secrets apart.</param>
/// <param name="Secrets">Where the input has each secret, and its placeholder.</param>
internal sealed record ImportedFile(
    string Input,
    string Output,
    ImportedService Service,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<(FilePlace Place, string Pointer, string Placeholder)> Secrets)
{
    public static ImportedFile Of(ServiceText text, string output, ReadService read, ImportedService service, IEnumerable<Finding> findings)
    {
        var places = new FilePlaces(text.Json);
        var secrets = service.Secrets.Select(secret => secret with { Pointer = read.Place(secret.Pointer) }).ToArray();
        return new(
            text.Name,
            output,
            service,
            [
                .. findings
                    .Where(finding => !Import.Secrets.Rules.Contains(finding.Rule))
                    .Select(finding => finding with { Message = Import.Secrets.Conceal(finding.Message.In(Voice.Json), finding.Pointer, secrets) })
                    .Select(finding => new Remark(finding, places.Find(finding.Pointer)))
                    .OrderBy(static remark => (remark.Place.Line, remark.Place.Column))
                    .ThenBy(static remark => remark.Rule.Id, StringComparer.Ordinal),
            ],
            [.. secrets.Select(secret => (places.Find(secret.Pointer), secret.Pointer, secret.Placeholder))]);
    }

    public int Count(Severity severity) => Remarks.Count(remark => remark.Rule.Severity == severity && !ImportReport.IsNormalised(remark.Rule));
}
