using System.CommandLine;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;
using EasGen.Core.Checking;

namespace EasGen.Cli.Rules;

/// <summary>The verb <c>rules</c>: the rule book, or one page of it.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("rule")
        {
            Description = "The id of a rule, such as EAS0201; without it, all rules.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "rule",
        };
        id.CompletionSources.Add(static _ =>
            RuleCatalog.All.Select(static rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        var verb = new Verb(
            "rules",
            "Lists all rules, or shows the page of one: why, wrong, right, how to fix.",
            "easgen rules",
            "easgen rules EAS0201")
        {
            id,
        };
        verb.SetAction(parsed =>
            parsed.GetValue(id) is { } wanted ? Show(wanted, parsed.InvocationConfiguration) : List(parsed.InvocationConfiguration));
        return verb;
    }

    private static int List(InvocationConfiguration configuration)
    {
        using var output = Screen.Output(configuration);
        foreach (var rule in RuleCatalog.All)
        {
            output.Write(rule.Id, Styles.Strong);
            output.Write($"  {SeverityWord.Of(rule.Severity),-7}  ", Severities.StyleOf(rule.Severity));
            output.WriteLine(rule.Title);
        }
        return ExitCode.Clean;
    }

    private static int Show(string id, InvocationConfiguration configuration)
    {
        var (rule, problem) = RuleIds.Find(id);
        if (rule is null)
        {
            InputErrors.Write([problem!], configuration);
            return ExitCode.Unusable;
        }

        using var output = Screen.Output(configuration);
        RulePage.Write(RulePages.Page(rule), output);
        return ExitCode.Clean;
    }
}
