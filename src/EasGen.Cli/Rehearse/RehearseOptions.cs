using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EasGen.Cli.Cloud;

namespace EasGen.Cli.Rehearse;

/// <summary>How a service is rehearsed.</summary>
internal sealed class RehearseOptions
{
    private const int MostSidecars = 9;

    private readonly Option<string?> command = new("--command")
    {
        Description = "What starts the first container here. Default: its command or script in the JSON.",
        HelpName = "COMMAND",
    };

    private readonly Option<string?>[] sidecars =
    [
        .. Enumerable.Range(1, MostSidecars).Select(static index => new Option<string?>(
            FormattableString.Invariant($"--command-{index}"))
        {
            Description = "What starts the second container, by its index in the JSON; --command-2 and so on for others.",
            HelpName = "COMMAND",
            Hidden = index > 1,
        }),
    ];

    private readonly Option<string?> folder = new("--working-directory")
    {
        Description = "Where the programs start. Default: the folder of the artifact, or the one above it that has the program.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> mounts = Pairs(
        "--mount", "MOUNT_PATH=DIR", "The local folder that stands for a mount. The path is replaced in variables and start lines.");

    private readonly Option<string[]> variables = Pairs(
        "--env", "NAME=VALUE", "A variable that the programs get beside those of the JSON, or in their place.");

    private readonly Option<string> network = new("--network")
    {
        Description = "'machine': each instance gets ports that no other has. 'namespace': each is in a network namespace, with the ports "
            + "of the JSON. 'auto': in a namespace if the program listens on its own port whatever LISTENING_PORT says.",
        DefaultValueFactory = static _ => "auto",
    };

    private readonly Option<int?> instances = new("--instances")
    {
        Description = "How many instances run, 1 to 16. Default: as in the JSON, but 2 at most.",
        HelpName = "COUNT",
    };

    private readonly Option<int> rollouts = new("--rollouts")
    {
        Description = "How many rollouts are played one after another, 0 to 100.",
        HelpName = "COUNT",
        DefaultValueFactory = static _ => 3,
    };

    private readonly Option<string?> load = new("--load")
    {
        Description = "How many requests come in, such as 50/s. Default: the rate limit of the JSON, but 100/s at most; 20/s where it has "
            + "none.",
        HelpName = "RATE",
    };

    private readonly Option<string?> request = new("--request")
    {
        Description = "A file with the body that is posted again and again, such as body.json. Default: GET; where --path is not "
            + "given either, any answer counts but a failure of the server.",
        HelpName = "FILE",
    };

    private readonly Option<string> requestPath = new("--path")
    {
        Description = "Where requests go.",
        HelpName = "PATH",
        DefaultValueFactory = static _ => "/",
    };

    private readonly Option<int> steady = new("--steady")
    {
        Description = "How many seconds the service is watched under load before the first rollout.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 15,
    };

    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "How many seconds a start may take where no startup probe says it.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 300,
    };

    private readonly Option<bool> chaos = new("--chaos")
    {
        Description = "Plays accidents too: an instance is killed, one hangs, requests take too long, a start is slow.",
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "What chance begins with: the same seed picks the same instances.",
        HelpName = "NUMBER",
        DefaultValueFactory = static _ => 1,
    };

    public RehearseOptions()
    {
        network.AcceptOnlyFromAmong("auto", "machine", "namespace");
        load.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && RateOf(text) is null)
                result.AddError($"--load '{text}' is not a rate; write requests in a second, such as 50/s");
        });
        foreach (var seconds in new[] { steady, timeout })
        {
            seconds.Validators.Add(static result =>
            {
                if (result.GetValueOrDefault<int>() is < 1 or > 86_400)
                    result.AddError(
                        $"{((OptionResult)result).Option.Name} '{result.Tokens[0].Value}' is not a time; write seconds, 1 to 86400");
            });
        }
    }

    public void AddTo(Command verb)
    {
        verb.Add(command);
        foreach (var sidecar in sidecars)
            verb.Add(sidecar);
        Option[] others =
        [
            folder, mounts, variables, network, instances, rollouts, load, request, requestPath, steady, timeout, chaos, seed,
        ];
        foreach (var option in others)
            verb.Add(option);
    }

    /// <exception cref="CommandException">The request cannot be read.</exception>
    public RehearsalOptions Of(ParseResult parsed) => new()
    {
        Command = parsed.GetValue(command),
        SidecarCommands = sidecars
            .Select((option, index) => (Index: index + 1, Command: parsed.GetValue(option)))
            .Where(static sidecar => sidecar.Command is not null)
            .ToDictionary(static sidecar => sidecar.Index, static sidecar => sidecar.Command!),
        WorkingDirectory = parsed.GetValue(folder),
        Mounts = PairsOf(parsed.GetValue(mounts)!),
        Environment = PairsOf(parsed.GetValue(variables)!),
        Network = Enum.Parse<RehearsalNetwork>(parsed.GetValue(network)!, ignoreCase: true),
        Instances = parsed.GetValue(instances),
        Rollouts = parsed.GetValue(rollouts),
        RequestsPerSecond = parsed.GetValue(load) is { } rate ? RateOf(rate) : null,
        Requests = RequestsOf(parsed.GetValue(request), parsed.GetValue(requestPath)!),
        SteadyTime = TimeSpan.FromSeconds(parsed.GetValue(steady)),
        StartTimeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
        Chaos = parsed.GetValue(chaos),
        Seed = parsed.GetValue(seed),
    };

    private static Option<string[]> Pairs(string name, string form, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = $"{description} Can be given several times.",
            HelpName = form,
            DefaultValueFactory = static _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"{name} '{token.Value}' has no '='; write {name} {form}");
        });
        return option;
    }

    private static Dictionary<string, string> PairsOf(string[] pairs)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
            all[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return all;
    }

    private static double? RateOf(string text) => double.TryParse(
        text.EndsWith("/s", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text,
        NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture,
        out var rate) && rate is > 0 and <= 10_000 ? rate : null;

    private static RehearsalRequest[] RequestsOf(string? file, string path)
    {
        if (file is null)
            return path == "/" ? [] : [new(path)];
        try
        {
            return [new(path, File.ReadAllBytes(file), TypeOf(file))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"'{file}' cannot be read: {problem.Message}");
        }
    }

    private static string TypeOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".json" => "application/json",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
