using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Logs;

/// <summary>The lines of a log, each shown once.</summary>
/// <param name="call">The service.</param>
/// <param name="query">Which lines.</param>
/// <param name="format">How they are shown: as they are, or each as a JSON object, which a line break ends.</param>
internal sealed class LogLines(ServiceCall call, LogQuery query, string format)
{
    private readonly LogTail tail = new();

    /// <summary>Shows those that were not there before.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ShowNewAsync()
    {
        // An update may bring other secrets: the service is asked for them each time.
        var service = new ObservedService(
            await call.Client.DescribeServiceAsync(call.Name, call.Interrupted), call.Connection.Region);
        var lines = tail.New(await call.Client.DescribeServiceLogAsync(call.Name, query, call.Interrupted));
        using var output = Screen.Output(call.Configuration);
        foreach (var line in lines.Select(line => service.ShownLine(line.TrimEnd('\r', '\n'))))
        {
            if (format == FormatOption.Json)
                output.WriteJson(JsonSerializer.Serialize(new LogLine(call.Name, line), LogLineContext.Default.LogLine));
            else
                output.WriteLine(line);
        }
        return ExitCode.Clean;
    }
}

internal sealed record LogLine(string Service, string Line);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogLineContext : JsonSerializerContext;
