using EasGen.Core.Checking;

namespace EasGen.Core.Tests;

/// <summary>One service and what one rule says to it. Its text is the name of the test.</summary>
public sealed class RuleCase
{
    private readonly string name;
    private readonly Func<IEnumerable<Finding>> inspect;

    internal RuleCase(Rule rule, string name, Service service, Expected? expected)
        : this(rule, name, () => ServiceRules.Check(service), expected) => Service = service;

    internal RuleCase(Rule rule, string name, Func<IEnumerable<Finding>> inspect, Expected? expected)
    {
        Rule = rule;
        Expected = expected;
        this.name = name;
        this.inspect = inspect;
    }

    internal Rule Rule { get; }

    /// <summary>Null when the case is about JSON.</summary>
    internal Service? Service { get; }

    /// <summary>Null when the rule has nothing to say.</summary>
    internal Expected? Expected { get; }

    /// <summary>What the rule of the case has to say.</summary>
    internal IEnumerable<Finding> Findings() => inspect().Where(finding => finding.Rule == Rule);

    internal void Holds()
    {
        var own = Findings().ToList();
        if (Expected is null)
        {
            Assert.Empty(own);
            return;
        }
        var finding = Assert.Single(own);
        Assert.Equal(Expected.Pointer, finding.Pointer);
        Assert.Contains(Expected.Says, finding.Message.ToString(), StringComparison.Ordinal);
        // A message begins with a capital or what it quotes, and ends without a full stop.
        Assert.All(
            [finding.Message.For(Audience.Code), finding.Message.For(Audience.Json)],
            static message => Assert.Matches(@"^[A-Z'](?s:.*)[^.\s]\z", message));
        // Whether somebody has to look at it shows in what --fix does to files. JSON is compared as text.
        Assert.Equal(
            Expected.Fix,
            finding.Fix is { } fix ? new Fix(fix.Title, fix.Value is JsonNode json ? json.ToString() : fix.Value) : null);
        if (finding.Fix is not null && Service is not null)
            FixMends(finding);
    }

    public override string ToString() => $"{Rule} {(Expected is null ? "accepts" : "refuses")} {name}";

    // A fix leaves its own rule silent and wakes no other; a note refuses nothing.
    private void FixMends(Finding finding)
    {
        var before = inspect().Select(static finding => finding.Rule).Where(rule => rule != Rule);
        var after = ServiceRules.Check(Service!.Mended(finding))
            .Select(static finding => finding.Rule)
            .Where(rule => rule == Rule || rule.Severity != Severity.Info);
        Assert.Empty(after.Except(before));
    }
}

internal sealed record Expected(string Pointer, string Says, Fix? Fix);
