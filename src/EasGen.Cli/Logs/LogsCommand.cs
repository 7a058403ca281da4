using System.CommandLine;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Logs;

/// <summary>The verb <c>logs</c>: what the containers of a service write.</summary>
internal static class LogsCommand
{
    private const int LongestInterval = 60;

    public static Command Create()
    {
        var follow = new Option<bool>("--follow") { Description = "Goes on with new lines, until Ctrl+C." };
        var interval = new Option<int>("--interval")
        {
            Description = $"With --follow: how often new lines are asked for, in seconds, from 1 to {LongestInterval}.",
            HelpName = "SECONDS",
            DefaultValueFactory = static _ => 3,
        };
        interval.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > LongestInterval)
                result.AddError($"--interval is a number of seconds from 1 to {LongestInterval}");
        });
        var previous = new Option<bool>("--previous") { Description = "The lines of the container before it was started again." };
        var (instance, container, keyword) = (
            Text("--instance", "Those of one instance; 'easgen status' lists them."),
            Text("--container", "Those of one container. Default: the first one."),
            Text("--keyword", "Only lines with this text."));
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var verb = new Verb(
            "logs",
            "Shows what the containers of a service write, at most the last 500 lines; its secrets are hidden.",
            "easgen logs iris_classifier --follow",
            "easgen logs iris_classifier --previous --instance iris-classifier-7d9f5")
        {
            follow,
            interval,
            previous,
            instance,
            container,
            keyword,
            format,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(follow) && result.GetValue(previous))
                result.AddError("--follow and --previous exclude each other: a container that has ended writes no more");
        });
        return ServiceVerb.Of(verb, call =>
        {
            var query = new LogQuery
            {
                InstanceName = call.Parsed.GetValue(instance),
                ContainerName = call.Parsed.GetValue(container),
                Keyword = call.Parsed.GetValue(keyword),
                Previous = call.Parsed.GetValue(previous),
            };
            var lines = new LogLines(call, query, call.Parsed.GetValue(format)!);
            return call.Parsed.GetValue(follow)
                ? FollowAsync(lines, TimeSpan.FromSeconds(call.Parsed.GetValue(interval)), call.Interrupted)
                : lines.ShowNewAsync();
        });
    }

    // Ctrl+C is how one ends it.
    private static async Task<int> FollowAsync(LogLines lines, TimeSpan interval, CancellationToken interrupted)
    {
        try
        {
            while (true)
            {
                await lines.ShowNewAsync();
                await Task.Delay(interval, interrupted);
            }
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Clean;
        }
    }

    private static Option<string?> Text(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT" };
}
