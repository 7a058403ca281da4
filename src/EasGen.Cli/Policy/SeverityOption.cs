using System.CommandLine;
using System.CommandLine.Parsing;
using EasGen.Cli.Rules;

namespace EasGen.Cli.Policy;

/// <summary>The option that makes a rule count more or less: <c>--severity EAS0102=error</c>.</summary>
internal static class SeverityOption
{
    public static Option<RuleSetting[]> Create()
    {
        var option = new Option<RuleSetting[]>("--severity")
        {
            Description = $"How much a rule counts: {string.Join(", ", SeverityWord.All)}. Can be given several times, "
                + $"and outranks {SettingsForm.FileName}.",
            HelpName = "RULE=SEVERITY",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = static result => [.. result.Tokens.Select(token => Read(token.Value, result)).OfType<RuleSetting>()],
            DefaultValueFactory = static _ => [],
        };
        return option;
    }

    private static RuleSetting? Read(string text, ArgumentResult result)
    {
        var parts = text.Split('=', 2);
        if (parts.Length < 2)
            return Refuse($"--severity '{text}' has no severity; write it as {text}=off");
        var (rule, problem) = RuleIds.FindAdjustable(parts[0]);
        if (rule is null)
            return Refuse($"--severity: {problem}");
        (var severity, problem) = SeverityWord.Read(parts[1]);
        return problem is null ? new(rule, severity) : Refuse($"--severity: {problem}");

        RuleSetting? Refuse(string message)
        {
            result.AddError(message);
            return null;
        }
    }
}
