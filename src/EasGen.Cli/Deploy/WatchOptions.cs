using System.CommandLine;

namespace EasGen.Cli.Deploy;

/// <summary>Whether and how long to wait for a service.</summary>
internal sealed class WatchOptions
{
    private readonly Option<int?> timeout = new("--timeout")
    {
        Description = "How many seconds to wait for the service to run. Default: what its probes allow a start, as often as instances are "
            + "replaced, and 10 minutes for machine and image.",
        HelpName = "SECONDS",
    };

    private readonly Option<bool> noWait = new("--no-wait") { Description = "Does not wait for the service to run." };

    public WatchOptions() => timeout.Validators.Add(static result =>
    {
        if (result.GetValueOrDefault<int?>() is < 1)
            result.AddError($"--timeout '{result.Tokens[0].Value}' is not a time; write seconds, 1 or more, or --no-wait");
    });

    public void AddTo(Command verb)
    {
        verb.Add(timeout);
        verb.Add(noWait);
    }

    public WatchRequest Of(ParseResult parsed) => new(
        parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, parsed.GetValue(noWait));
}

/// <param name="Timeout">How long to wait; null for as long as the service may take.</param>
/// <param name="IsNotWaited">True for not waiting.</param>
internal sealed record WatchRequest(TimeSpan? Timeout, bool IsNotWaited);
