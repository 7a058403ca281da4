using EasGen.Core.Secrets;

namespace EasGen.Core.Features;

/// <summary>Environment variables of a container.</summary>
internal static class EnvironmentVariable
{
    // So many are compared with each other faster than they are put into a set.
    private const int Few = 16;

    public static readonly StringSetting Name = new("Name", "name") { Console = ConsoleParameters.EnvironmentVariables };
    public static readonly StringSetting Value = new("Value", "value")
    {
        TakesNumbers = true,
        Console = ConsoleParameters.EnvironmentVariables,
    };

    public static readonly Rule EAS0220_VariableIsComplete = Rule.Error("EAS0220", "Environment variable has no name or no value")
        .When(Name, static service =>
        {
            foreach (var variable in service.All(Name))
            {
                if (string.IsNullOrEmpty(variable[Name]))
                    service.Report(variable.At(Name), "The environment variable has no name; give it one");
                else if (variable[Value] is null)
                    service.Report(
                        variable.At(Value),
                        $"The environment variable '{variable[Name]}' has no value; give it one, or an empty text");
            }
        });

    public static readonly Rule EAS0221_VariableIsGivenOnce = Rule.Error("EAS0221", "Environment variable is given twice")
        .When(Name, static service =>
        {
            var variables = service.All(Name);
            if (variables.Length < 2)
                return;
            var containers = service.All(Container.Image).Length;
            var seen = variables.Length > Few ? new HashSet<(int, string)>() : null;
            for (var i = 0; i < variables.Length; i++)
            {
                var variable = variables[i];
                if (variable[Name] is { Length: > 0 } name
                    && (seen is null
                        ? IsAmong(variables, i, name, containers)
                        : !seen.Add((Addressing.ContainerIndex(variable.Feature, containers), name))))
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
        EAS0220_VariableIsComplete, EAS0221_VariableIsGivenOnce, EAS0222_SecretIsPlaceholder,
    ];

    /// <summary>True for the value of a variable, of a container or a processor.</summary>
    public static bool IsValue(Setting setting) => setting == Value || setting == ProcessorVariable.Value;

    private static bool IsAmong(AddressedFeature[] variables, int count, string name, int containers)
    {
        for (var i = 0; i < count; i++)
        {
            if (variables[i][Name] == name
                && Addressing.ContainerIndex(variables[i].Feature, containers)
                    == Addressing.ContainerIndex(variables[count].Feature, containers))
                return true;
        }
        return false;
    }
}
