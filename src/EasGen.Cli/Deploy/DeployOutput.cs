using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Deploy;

/// <summary>Where a change of a service is told of: to people as it goes on, to programs when it is over.</summary>
internal sealed class DeployOutput : IDisposable
{
    private readonly InvocationConfiguration configuration;
    private readonly bool isJson;

    /// <param name="configuration">Where to write.</param>
    /// <param name="format">The format of the result. What is told on the way then goes to the standard error.</param>
    /// <param name="cloud">How PAI-EAS was found, for a command that finds it again.</param>
    public DeployOutput(InvocationConfiguration configuration, string format, CloudRequest cloud)
    {
        (this.configuration, isJson, Cloud) = (configuration, format == FormatOption.Json, cloud);
        Screen = Screen.Live(configuration, isResult: !isJson);
    }

    public Screen Screen { get; }

    public CloudRequest Cloud { get; }

    /// <param name="name">The service.</param>
    /// <param name="region">Its region.</param>
    /// <param name="outcome">ready, stopped, failed, timedOut, notWaited, unchanged or deleted.</param>
    /// <param name="state">The service as it was last seen; null if nobody looked.</param>
    public void WriteResult(string name, string region, string outcome, EasServiceState? state)
    {
        if (!isJson)
            return;
        var result = new DeployResult(
            Version: 1, name, region, outcome, state?.Status, state?.CurrentVersion, state?.InternetEndpoint, state?.IntranetEndpoint);
        using var output = Screen.Output(configuration);
        output.WriteJson(JsonSerializer.Serialize(result, DeployContext.Default.DeployResult));
    }

    public void Dispose() => Screen.Dispose();
}

internal sealed record DeployResult(
    int Version,
    string Service,
    string Region,
    string Outcome,
    string? Status,
    int? CurrentVersion,
    string? InternetEndpoint,
    string? IntranetEndpoint);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DeployResult))]
internal sealed partial class DeployContext : JsonSerializerContext;
