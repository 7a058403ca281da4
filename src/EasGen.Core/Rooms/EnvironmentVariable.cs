using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>Environment variables of a container.</summary>
internal static class EnvironmentVariable
{
    public static readonly TextRow Name = new("Name", "name") { Console = "Environment Variables" };
    public static readonly TextRow Value = new("Value", "value") { TakesNumbers = true, Console = "Environment Variables" };

    public static readonly Rule EAS0220_VariableIsComplete = Rule.Error("EAS0220", "Environment variable has no name or no value")
        .When(static service =>
        {
            foreach (var variable in service.All(Name))
            {
                if (string.IsNullOrEmpty(variable[Name]))
                    service.Report(variable.At(Name), "The environment variable has no name; give it one");
                else if (variable[Value] is null)
                    service.Report(variable.At(Value), $"The environment variable '{variable[Name]}' has no value; give it one, or an empty text");
            }
        });

    public static readonly Rule EAS0221_VariableIsGivenOnce = Rule.Error("EAS0221", "Environment variable is given twice")
        .When(static service =>
        {
            var seen = new HashSet<(string, string)>();
            foreach (var variable in service.All(Name))
            {
                if (variable[Name] is { Length: > 0 } name && !seen.Add((JsonPointer.Parent(variable.Pointer)!, name)))
                    service.Report(variable.At(Name), $"The environment variable '{name}' is given twice in one container; keep one of them", Fix.Remove);
            }
        });

    public static readonly Rule EAS0222_SecretIsPlaceholder = Rule.Warning("EAS0222", "Secret stands in the artifact in clear text")
        .When(static service =>
        {
            foreach (var (variable, nameRow, valueRow) in service.All(Name).Select(static variable => (variable, Name, Value))
                .Concat(service.All(ProcessorVariable.Name).Select(static variable => (variable, ProcessorVariable.Name, ProcessorVariable.Value))))
            {
                if (variable[nameRow] is { } name && variable[valueRow] is { Length: > 0 } value && !Placeholder.IsIn(value) && IsSecret(name))
                    service.Report(variable.At(valueRow), $"The value of '{name}' looks like a secret and would stand in the artifact in clear text; write ${{{name}}} and fill it in at deployment", Fix.Use($"${{{name}}}"));
            }
        });

    public static readonly Room Room = new(
        "EnvironmentVariable",
        "/containers/#/env/*",
        [Name, Value, Container.Index],
        [EAS0220_VariableIsComplete, EAS0221_VariableIsGivenOnce, EAS0222_SecretIsPlaceholder])
    {
        Arguments = 2,
    };

    /// <summary>True for a name that promises a secret.</summary>
    public static bool IsSecret(string name) => Secret.Word.IsMatch(name);

    private static class Secret
    {
        // A key alone may be the key of a cache; the key of an account is not. All of them stand at the end, from where the
        // search begins.
        public static readonly LazyRegex Word = new(
            "(?:SECRET|PASSWORD|PASSWD|[_-]PWD|CREDENTIALS?|(?:^|[_-])TOKEN|[a-z]Token|(?:ACCESS|API|AUTH|LICENSE|PRIVATE|SECRET|SIGNING|ENCRYPTION)[_-]?KEY(?:[_-]?ID)?)$",
            RegexOptions.IgnoreCase | RegexOptions.RightToLeft);
    }
}
