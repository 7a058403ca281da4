namespace EasGen.Core.Starting;

/// <summary>A program that only starts another: what of its own stands in front of the other's name.</summary>
internal sealed record Launcher
{
    private static readonly Launcher Script = new() { StartsScript = true };

    private static readonly Dictionary<string, Launcher> All = new(StringComparer.Ordinal)
    {
        // Of the shell and of coreutils.
        ["exec"] = new() { Valued = ["-a"] },
        ["env"] = new() { Valued = ["-u", "--unset", "-C", "--chdir"] },
        ["nohup"] = new(),
        ["time"] = new() { Valued = ["-f", "-o"] },
        ["command"] = new(),
        ["setsid"] = new(),
        ["sudo"] = new() { Valued = ["-u", "-g", "-C", "-D"] },
        ["nice"] = new() { Valued = ["-n"] },
        ["ionice"] = new() { Valued = ["-c", "-n"] },
        ["chrt"] = new() { Operands = 1 },
        ["stdbuf"] = new() { Valued = ["-i", "-o", "-e"] },
        ["timeout"] = new() { Valued = ["-k", "-s", "--kill-after", "--signal"], Operands = 1 },
        ["taskset"] = new() { Operands = 1 },
        ["numactl"] = new() { Valued = ["-N", "-m", "-C", "-i", "-p"] },
        ["xvfb-run"] = new() { Valued = ["-s", "-n", "-e", "-f"] },

        // Of containers.
        ["tini"] = new() { Valued = ["-p", "-e"] },
        ["tini-static"] = new() { Valued = ["-p", "-e"] },
        ["docker-init"] = new() { Valued = ["-p", "-e"] },
        ["catatonit"] = new(),
        ["dumb-init"] = new() { Valued = ["-r"] },
        ["gosu"] = new() { Operands = 1 },
        ["su-exec"] = new() { Operands = 1 },
        ["s6-setuidgid"] = new() { Operands = 1 },

        // Of environments and packages.
        ["conda"] = new() { Verb = "run", Valued = ["-n", "--name", "-p", "--prefix", "--cwd"] },
        ["mamba"] = new() { Verb = "run", Valued = ["-n", "--name", "-p", "--prefix", "--cwd"] },
        ["micromamba"] = new() { Verb = "run", Valued = ["-n", "--name", "-p", "--prefix", "--cwd", "-e", "--env"] },
        ["pixi"] = new() { Verb = "run", Valued = ["-e", "--environment", "--manifest-path"] },
        ["uv"] = new()
        {
            Verb = "run",
            Valued =
            [
                "--with", "--with-editable", "--with-requirements", "--python", "-p", "--extra", "--group", "--only-group", "--no-group",
                "--package", "--project", "--directory", "--env-file", "--index", "--cache-dir", "--config-file",
            ],
            Modules = ["-m", "--module"],
        },
        ["uvx"] = new() { Valued = ["--from", "--with", "--python", "-p"] },
        ["poetry"] = new() { Verb = "run" },
        ["pipenv"] = new() { Verb = "run" },
        ["pdm"] = new() { Verb = "run", Valued = ["-p", "--project"] },
        ["rye"] = new() { Verb = "run" },
        ["bundle"] = new() { Verb = "exec" },

        // Of those who watch.
        ["ddtrace-run"] = new(),
        ["newrelic-admin"] = new() { Verb = "run-program" },
        ["aliyun-instrument"] = new(),
        ["opentelemetry-instrument"] = new()
        {
            Valued = ["--traces_exporter", "--metrics_exporter", "--logs_exporter", "--service_name", "--exporter_otlp_endpoint"],
        },
        ["debugpy"] = new() { Valued = ["--listen", "--connect", "--log-to"], Modules = ["-m"] },

        // Of machines and cards.
        ["mpirun"] = new() { Valued = ["-n", "-np", "-H", "--host", "--hostfile", "-x", "--map-by", "--bind-to"] },
        ["torchrun"] = Script,
        ["torch.distributed.run"] = Script,
        ["torch.distributed.launch"] = Script,
        ["accelerate"] = Script,
        ["accelerate.commands.launch"] = Script,
        ["deepspeed"] = Script,
    };

    /// <summary>The options that take the next word as their value.</summary>
    private string[] Valued { get; init; } = [];

    /// <summary>Its options before a module of Python.</summary>
    private string[] Modules { get; init; } = [];

    /// <summary>How many words stand between its options and the program.</summary>
    private int Operands { get; init; }

    /// <summary>The word with which it starts a program; null when it does nothing else.</summary>
    private string? Verb { get; init; }

    /// <summary>True when its options, of which there are many, end at a module or a script of Python.</summary>
    private bool StartsScript { get; init; }

    /// <summary>
    /// Where the name of the started program stands, when the program before that place starts another; null when it
    /// starts none.
    /// </summary>
    public static int? Behind(string name, IReadOnlyList<ShellWord> words, int at)
    {
        if (!All.TryGetValue(name, out var launcher))
            return null;
        if (launcher.StartsScript)
            return BehindOptions(words, at);
        if (launcher.Verb is { } verb && !(at < words.Count && words[at++].Text == verb))
            return null;
        while (at < words.Count && words[at].Text.StartsWith("-", StringComparison.Ordinal))
        {
            var option = words[at++].Text;
            if (option == "--")
                break;
            if (Array.IndexOf(launcher.Modules, option) >= 0)
                return at;
            at += Array.IndexOf(launcher.Valued, option) >= 0 ? 1 : 0;
        }
        return at + launcher.Operands;
    }

    private static int BehindOptions(IReadOnlyList<ShellWord> words, int at)
    {
        while (at < words.Count && !words[at].Text.EndsWith(".py", StringComparison.Ordinal))
        {
            if (words[at++].Text is "-m" or "--module")
                break;
        }
        return at;
    }
}
