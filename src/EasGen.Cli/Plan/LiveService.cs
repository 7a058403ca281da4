using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Plan;

/// <summary>A service as it is in the cloud.</summary>
/// <param name="State">What PAI-EAS says of it.</param>
/// <param name="Config">Its service JSON.</param>
internal sealed record LiveService(EasServiceState State, ReadService Config)
{
    /// <summary>The service; null if there is none of that name.</summary>
    public static async Task<LiveService?> FindAsync(EasClient client, string name, CancellationToken interrupted)
    {
        try
        {
            return Of(await client.DescribeServiceAsync(name, interrupted));
        }
        catch (EasApiException problem) when (problem.IsNotFound)
        {
            return null;
        }
    }

    /// <exception cref="CommandException">PAI-EAS does not tell its configuration.</exception>
    public static LiveService Of(EasServiceState state)
    {
        var config = ServiceReader.Read(state.ServiceConfig ?? "");
        return config.Document is null
            ? throw new CommandException($"PAI-EAS does not say how '{state.ServiceName}' is configured; may the access key read it?")
            : new(state, config);
    }
}
