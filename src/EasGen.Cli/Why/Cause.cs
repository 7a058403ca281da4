using EasGen.Cli.Live;

namespace EasGen.Cli.Why;

/// <summary>What is probably wrong with a service.</summary>
/// <param name="Text">What it is, with the numbers of this service.</param>
/// <param name="Change">What to do.</param>
internal sealed record Cause(string Text, string Change)
{
    /// <summary>The setting to change, as <see cref="ObservedService.NameOf"/> names it; null when there is no single one.</summary>
    public string? Setting { get; init; }

    /// <summary>The rule whose page tells more; null when there is none.</summary>
    public Rule? Rule { get; init; }

    /// <summary>What a rule says of the service, which explains what was seen.</summary>
    /// <param name="seen">What was seen, as a sentence without its end.</param>
    /// <param name="finding">The finding, whose message says what is wrong and, behind its last semicolon, what to do.</param>
    /// <param name="service">The service.</param>
    public static Cause Of(string seen, Finding finding, ObservedService service)
    {
        var message = finding.Message.For(Audience.Json);
        var end = message.LastIndexOf("; ", StringComparison.Ordinal);
        var (wrong, advice) = end < 0 ? (message, finding.Rule.Title) : (message[..end], message[(end + 2)..]);
        return new($"{seen}. {wrong}", advice)
        {
            Setting = JsonPointer.Spoken(service.Read.Place(finding.Pointer)),
            Rule = finding.Rule,
        };
    }
}
