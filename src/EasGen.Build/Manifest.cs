using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

namespace EasGen.Build;

/// <summary>The JSON of one service as it shall be written, and what the rules say about it.</summary>
/// <param name="Declared">What the generator left.</param>
/// <param name="Environment">Whose patch it has; null for the service as the class says it.</param>
/// <param name="ServiceName">Empty when the JSON names none, which is a finding.</param>
/// <param name="Open">The text with its placeholders.</param>
/// <param name="Json">The text.</param>
/// <param name="Findings">Those on the text.</param>
internal sealed record Manifest(
    DeclaredManifest Declared,
    EnvironmentFile? Environment,
    string ServiceName,
    string Open,
    string Json,
    IReadOnlyList<Finding> Findings)
{
    private string? lasting;

    /// <summary>The path below the output folder, with forward slashes.</summary>
    public string FileName => FileNameOf(ServiceName);

    /// <summary>The environment, behind the name of the service in a message; empty without one.</summary>
    public string In => Environment is null ? "" : $" in {Environment.Name}";

    /// <summary>What a baseline holds: nothing that changes from build to build.</summary>
    public string Lasting => lasting ??= Filled(Open, Variables.Of(Environment));

    /// <summary>Its path in a baseline.</summary>
    public string LastingFileName => FileNameOf(ServiceReader.Read(Lasting).ServiceName);

    /// <summary>The containers, the one that takes the traffic first.</summary>
    public IReadOnlyList<Feature> Containers { get; private init; } = [];

    /// <summary>True when the build has filled a secret in.</summary>
    public bool HasSecret => Findings.Any(static finding => finding.Rule == BuildRules.EAS0020_SecretIsFilledLater);

    public static Manifest Read(DeclaredManifest declared, EnvironmentFile? environment, Variables variables)
    {
        var open = declared.In(environment);
        var json = Filled(open, variables);
        if (json == declared.Json)
            return Of(declared, environment, open, json, declared.Read, Concealment.None, []);
        var read = ServiceReader.Read(json);
        var secrets = json == open ? [] : FilledSecrets.Find(ServiceReader.Read(open), read, variables);
        return Of(declared, environment, open, json, read, variables.Concealment, secrets);
    }

    private string FileNameOf(string name) => Environment is null ? $"{name}.json" : $"{Environment.Name}/{name}.json";

    private static string Filled(string json, Variables variables) => PlaceholderFill.Fill(json, name => variables[name]);

    private static Manifest Of(
        DeclaredManifest declared,
        EnvironmentFile? environment,
        string open,
        string json,
        ReadService read,
        Concealment concealment,
        IEnumerable<Finding> secrets)
    {
        // What a placeholder was filled with is not to become a placeholder.
        var filled = secrets.ToArray();
        var others = read.AllFindings().Where(finding =>
            !FileFindings.SecretRules.Contains(finding.Rule) || !Array.Exists(filled, secret => secret.Pointer == finding.Pointer));
        return new(declared, environment, read.ServiceName, open, json, [.. others.Select(concealment.Of), .. filled])
        {
            Containers = [.. read.Service.All(Container.FeatureType)],
        };
    }
}
