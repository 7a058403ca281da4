using Microsoft.Extensions.FileSystemGlobbing;

namespace EasGen.Cli.Policy;

/// <summary>How much a rule counts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">Instead of its own; null when it is off.</param>
/// <param name="Files">Where it does; null for everywhere.</param>
internal sealed record RuleSetting(Rule Rule, Severity? Severity, Matcher? Files = null);
