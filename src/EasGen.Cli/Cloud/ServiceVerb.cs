using System.CommandLine;
using EasGen.Api;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Cloud;

/// <summary>A call of a verb about one service.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="Connection">PAI-EAS in its region.</param>
/// <param name="Cloud">How PAI-EAS was found.</param>
/// <param name="Parsed">What was said on the command line.</param>
/// <param name="Interrupted">Set by Ctrl+C.</param>
internal sealed record ServiceCall(
    string Name, CloudConnection Connection, CloudRequest Cloud, ParseResult Parsed, CancellationToken Interrupted)
{
    public EasClient Client => Connection.Client;

    public InvocationConfiguration Configuration => Parsed.InvocationConfiguration;
}

/// <summary>Verbs about one service that is deployed.</summary>
internal static class ServiceVerb
{
    /// <summary>Completes a verb: with the service, and with where PAI-EAS is found.</summary>
    /// <param name="verb">The verb with its own options.</param>
    /// <param name="run">What it does; its answer is the exit code.</param>
    public static Verb Of(Verb verb, Func<ServiceCall, Task<int>> run)
    {
        var (service, cloud) = (ServiceTarget.CreateArgument(), new CloudOptions());
        verb.Arguments.Insert(0, service);
        cloud.AddTo(verb);
        verb.SetAction((parsed, interrupted) =>
        {
            return CloudVerb.RunAsync(
                parsed.InvocationConfiguration,
                Open,
                (name, connection) => run(new(name, connection, cloud.Of(parsed), parsed, interrupted)));

            (string Name, CloudConnection Connection) Open()
            {
                var target = ServiceTarget.Of(parsed.GetValue(service)!);
                return (target.Name, CloudConnection.Open(cloud.Of(parsed), target.Region));
            }
        });
        return verb;
    }
}
