using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>The JSON of one service as it shall be written, and what the rules say about it.</summary>
/// <param name="Constant">The generated constant it came from, which tells the class.</param>
/// <param name="ServiceName">Empty when the JSON names none, which is a finding.</param>
internal sealed record Manifest(string Constant, string ServiceName, string Json, IReadOnlyList<Finding> Findings)
{
    public string FileName => ServiceName + ".json";

    public static Manifest Read(ManifestConstant constant, Variables variables)
    {
        var json = variables.Fill(constant.Json);
        var read = ServiceReader.Read(json);
        return new(
            constant.Name,
            read.Service.First(EasService.FeatureType)?[EasService.Name] ?? "",
            json,
            json == constant.Json ? read.AllFindings()
                : [.. read.AllFindings(), .. FilledSecrets.Find(ServiceReader.Read(constant.Json), read, variables)]);
    }
}
