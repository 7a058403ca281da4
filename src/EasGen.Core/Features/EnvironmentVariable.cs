using EasGen.Core.Secrets;

namespace EasGen.Core.Features;

/// <summary>Environment variables of a container.</summary>
internal static class EnvironmentVariable
{
    // Where the hash of a name has the container: the names of variables seldom differ by as much.
    private const int ContainerShift = 44;

    public static readonly StringSetting Name = new("Name", "name") { Console = ConsoleParameters.EnvironmentVariables };
    public static readonly StringSetting Value = new("Value", "value")
    {
        TakesNumbers = true,
        Console = ConsoleParameters.EnvironmentVariables,
    };

    public static readonly Rule EAS0220_VariableHasName = Rule.Error("EAS0220", "Environment variable has no name")
        .When(Name, static service =>
        {
            foreach (var variable in service.All(Name))
            {
                if (string.IsNullOrEmpty(variable[Name]))
                    service.Report(variable.At(Name), "The environment variable has no name; give it one");
            }
        });

    public static readonly Rule EAS0226_VariableHasValue = Rule.Warning("EAS0226", "Environment variable has no value")
        .When(Value, static service =>
        {
            foreach (var variable in service.All(Value))
            {
                if (variable[Value] is null && variable[Name] is { Length: > 0 } name)
                    service.Report(variable.At(Value), $"The environment variable '{name}' has no value; give it one, or an empty text");
            }
        });

    public static readonly Rule EAS0221_VariableIsGivenOnce = Rule.Error("EAS0221", "Environment variable is given twice")
        .When(Name, static service =>
        {
            var (variables, containers) = (service.All(Name), service.All(Container.Image).Length);
            if (!MayRepeat(variables, containers))
                return;
            var seen = new HashSet<(int, string)>();
            foreach (var variable in variables)
            {
                if (variable[Name] is { Length: > 0 } name
                    && !seen.Add((Addressing.ContainerIndex(variable.Feature, containers), name)))
                    service.Report(
                        variable.At(Name),
                        $"The environment variable '{name}' is given twice in one container; keep one of them",
                        Fix.Remove);
            }
        });

    public static readonly Rule EAS0222_SecretIsPlaceholder = Rule.Warning("EAS0222", "Secret is in the artifact in clear text")
        .When(static service => FoundSecret.Report(service, static found => IsValue(found.Setting)));

    public static readonly FeatureType FeatureType = new(
        "EnvironmentVariable",
        "/containers/#/env/*",
        [Name, Value, FeatureType.ContainerIndex])
    {
        Arguments = 2,
    };

    public static readonly Rule[] Rules =
    [
        EAS0220_VariableHasName, EAS0221_VariableIsGivenOnce, EAS0222_SecretIsPlaceholder, EAS0226_VariableHasValue,
    ];

    /// <summary>True for the value of a variable, of a container or a processor.</summary>
    public static bool IsValue(Setting setting) => setting == Value || setting == ProcessorVariable.Value;

    // In nearly every service no two have one name. A set of all would be several times as large as their hashes.
    private static bool MayRepeat(AddressedFeature[] variables, int containers)
    {
        var hashes = new ulong[variables.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            var container = (ulong)Addressing.ContainerIndex(variables[i].Feature, containers);
            hashes[i] = unchecked(TextHash.Of(variables[i][Name] ?? "").Value ^ (container << ContainerShift));
        }
        return TextHash.AnyIsTwice(hashes);
    }
}
