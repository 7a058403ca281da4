namespace EasGen.Core.Features;

/// <summary>Environment variables of a processor.</summary>
internal static class ProcessorVariable
{
    public static readonly StringSetting Name = new("Name", "name") { Console = ConsoleParameters.EnvironmentVariables };
    public static readonly StringSetting Value = new("Value", "value")
    {
        TakesNumbers = true,
        Console = ConsoleParameters.EnvironmentVariables,
    };

    public static readonly Rule EAS0320_VariableHasName = Rule.Error("EAS0320", "Processor variable has no name")
        .When(Name, static service =>
        {
            foreach (var variable in service.All(Name))
            {
                if (string.IsNullOrEmpty(variable[Name]))
                    service.Report(variable.At(Name), "The processor variable has no name; give it one");
            }
        });

    public static readonly Rule EAS0322_VariableHasValue = Rule.Warning("EAS0322", "Processor variable has no value")
        .When(Value, static service =>
        {
            foreach (var variable in service.All(Value))
            {
                if (variable[Value] is null && variable[Name] is { Length: > 0 } name)
                    service.Report(variable.At(Value), $"The processor variable '{name}' has no value; give it one, or an empty text");
            }
        });

    public static readonly Rule EAS0321_VariableIsGivenOnce = Rule.Error("EAS0321", "Processor variable is given twice")
        .When(Name, static service =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var variable in service.All(Name))
            {
                if (variable[Name] is { Length: > 0 } name && !seen.Add(name))
                    service.Report(variable.At(Name), $"The processor variable '{name}' is given twice; keep one of them", Fix.Remove);
            }
        });

    public static readonly FeatureType FeatureType = new("ProcessorVariable", "/processor_envs/*", [Name, Value]) { Arguments = 2 };

    public static readonly Rule[] Rules = [EAS0320_VariableHasName, EAS0321_VariableIsGivenOnce, EAS0322_VariableHasValue];
}
