using System.CommandLine;
using System.Text;
using EasGen.Cli.Check;
using EasGen.Cli.Cloud;
using EasGen.Cli.Inputs;
using EasGen.Cli.Policy;
using EasGen.Cli.Terminal;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

namespace EasGen.Cli.Preparing;

/// <summary>A service that breaks no rule, with the values of its placeholders.</summary>
/// <param name="Artifact">As it was written.</param>
/// <param name="Filled">As it is deployed.</param>
/// <param name="Open">The placeholders that nobody has said a value for.</param>
/// <param name="Concealment">Keeps what was filled in out of what is said.</param>
internal sealed record PreparedService(
    Artifact Artifact, ReadService Filled, IReadOnlyList<string> Open, Concealment Concealment)
{
    public string Name => Filled.ServiceName;

    /// <summary>The region that it names; null when it does not.</summary>
    public string? Region => Artifact.RegionOf(Filled);

    /// <summary>Checks a service and fills its placeholders.</summary>
    /// <exception cref="CommandException">It cannot be read, breaks a rule, or has a secret in clear text.</exception>
    public static PreparedService Of(ServiceRequest request, InvocationConfiguration configuration)
    {
        var artifact = Artifact.Load(request.Path, request.Choice);
        var policy = new RulePolicy(request.Severities);
        var severityOf = policy.For(artifact.Path) ?? throw new CommandException(policy.Mistakes.First().ToString());
        var text = new ServiceText(artifact.Path, artifact.Json);
        Refuse(CheckedFile.Of(text, rule => Blocking(rule, severityOf)), configuration);

        var variables = Variables.Of(request.Variables);
        var json = PlaceholderFill.Fill(Encoding.UTF8.GetString(artifact.Json), variables.Find);
        var filled = ServiceReader.Read(json);
        var concealment = new Concealment([.. filled.Concealment.Secrets, .. variables.Secrets]);
        // By now it has secrets, and is to have them.
        var second = CheckedFile.Of(
            text with { Json = Encoding.UTF8.GetBytes(json) }, rule => IsAboutSecrets(rule) ? null : OnlyErrors(rule, severityOf));
        if (second.Findings.Length > 0)
            throw WithValues(second, concealment);
        return new(artifact, filled, [.. Placeholder.NamesIn(json).Distinct()], concealment);
    }

    // Neither the line nor the fix is shown: both may quote a value.
    private static CommandException WithValues(CheckedFile file, Concealment concealment)
    {
        var findings = file.Findings.Select(located =>
            $"{located.Rule.Id} at {JsonPointer.Spoken(located.Finding.Pointer)}: {concealment.Of(located.Message)}");
        return new($"'{file.Name}' is wrong with the values of its variables: {string.Join("; ", findings)}")
        {
            ExitCode = ExitCode.Errors,
        };
    }

    // A secret in the artifact is in every place that the artifact is in; who wants that switches the rule off.
    private static Severity? Blocking(Rule rule, Func<Rule, Severity?> severityOf) =>
        IsAboutSecrets(rule) && severityOf(rule) is not null ? Severity.Error : OnlyErrors(rule, severityOf);

    private static bool IsAboutSecrets(Rule rule) => Array.IndexOf(FileFindings.SecretRules, rule) >= 0;

    private static Severity? OnlyErrors(Rule rule, Func<Rule, Severity?> severityOf) =>
        severityOf(rule) is Severity.Error ? Severity.Error : null;

    private static void Refuse(CheckedFile file, InvocationConfiguration configuration)
    {
        if (file.Findings.Length == 0)
            return;
        using (var screen = Screen.Error(configuration))
            new TextReport().Write(new([file], [], skipped: 0), screen);
        throw new CommandException($"'{file.Name}' is not deployed: mend what is said above") { ExitCode = ExitCode.Errors };
    }
}
