namespace EasGen.Core.Starting;

/// <summary>The servers that people run, as their own documentation describes them.</summary>
internal static class Servers
{
    private const string ThisMachine = "127.0.0.1";

    private static readonly Listener Usual = new()
    {
        Ports = ["--port", "--server-port", "--server.port", "--http-port"],
        Hosts = ["--host", "--server-name", "--server.address"],
        Addresses = ["--listen", "--bind"],
    };

    // A program that is built on one of the two libraries reads their variables; their names are nobody else's.
    private static readonly Listener UsualOrDemo = Usual with
    {
        PortVariables = ["GRADIO_SERVER_PORT", "STREAMLIT_SERVER_PORT"],
        HostVariables = ["GRADIO_SERVER_NAME", "STREAMLIT_SERVER_ADDRESS"],
    };

    private static readonly Server Script = new() { IsOfUser = true, Listeners = [UsualOrDemo] };

    private static readonly Server Other = new() { IsOfUser = true, IsDotnet = true, Listeners = [UsualOrDemo] };

    private static readonly Server[] All =
    [
        // Python's web servers.
        new("uvicorn")
        {
            Listeners = [HostAndPort("UVICORN") with { DefaultHost = ThisMachine, DefaultPort = 8000 }],
            Elsewhere = ["--uds", "--fd"],
            Tls = ["--ssl-keyfile", "--ssl-certfile"],
        },
        new("gunicorn")
        {
            Listeners = [new() { Addresses = ["-b", "--bind"], PortVariables = ["PORT"], DefaultHost = ThisMachine, DefaultPort = 8000 }],
            Elsewhere = ["-c", "--config", "GUNICORN_CMD_ARGS"],
            Tls = ["--certfile", "--keyfile"],
        },
        new("hypercorn")
        {
            Listeners = [new() { Addresses = ["-b", "--bind"], DefaultHost = ThisMachine, DefaultPort = 8000 }],
            Elsewhere = ["-c", "--config", "--insecure-bind"],
            Tls = ["--certfile", "--keyfile"],
        },
        new("daphne")
        {
            Listeners = [new() { Ports = ["-p", "--port"], Hosts = ["-b", "--bind"], DefaultHost = ThisMachine, DefaultPort = 8000 }],
            Elsewhere = ["-e", "--endpoint", "-u", "--unix-socket", "--fd"],
        },
        new("flask")
        {
            Verb = "run",
            Listeners =
            [
                new()
                {
                    Ports = ["-p", "--port"],
                    Hosts = ["-h", "--host"],
                    PortVariables = ["FLASK_RUN_PORT"],
                    HostVariables = ["FLASK_RUN_HOST"],
                    DefaultHost = ThisMachine,
                    DefaultPort = 5000,
                },
            ],
            Tls = ["--cert"],
        },
        new("manage.py", "django-admin", "django")
        {
            Verb = "runserver",
            Listeners = [new() { AddressBehind = "runserver", DefaultHost = ThisMachine, DefaultPort = 8000 }],
        },
        new("fastapi") { Verb = "dev", Listeners = [HostAndPort() with { DefaultHost = ThisMachine, DefaultPort = 8000 }] },
        new("fastapi") { Verb = "run", Listeners = [HostAndPort() with { DefaultPort = 8000 }] },
        new("http.server") { Listeners = [new() { Hosts = ["-b", "--bind"], AddressBehind = "", DefaultPort = 8000 }] },

        // Demos and notebooks.
        new("streamlit")
        {
            Verb = "run",
            Listeners =
            [
                new()
                {
                    Ports = ["--server.port"],
                    Hosts = ["--server.address"],
                    PortVariables = ["STREAMLIT_SERVER_PORT"],
                    HostVariables = ["STREAMLIT_SERVER_ADDRESS"],
                    DefaultPort = 8501,
                },
            ],
            Tls = ["--server.sslCertFile"],
        },
        new("gradio")
        {
            Listeners =
            [
                new()
                {
                    PortVariables = ["GRADIO_SERVER_PORT"],
                    HostVariables = ["GRADIO_SERVER_NAME"],
                    DefaultHost = ThisMachine,
                    DefaultPort = 7860,
                },
            ],
        },
        new("webui.sh")
        {
            Listeners = [new()
            {
                Ports = ["--port"],
                Hosts = ["--server-name"],
                Addresses = ["--listen"],
                DefaultHost = ThisMachine,
                DefaultPort = 7860
            }],
            Elsewhere = ["COMMANDLINE_ARGS"],
            Tls = ["--tls-keyfile", "--tls-certfile"],
        },
        new("ComfyUI/main.py")
        {
            Listeners = [new() { Ports = ["--port"], Addresses = ["--listen"], DefaultHost = ThisMachine, DefaultPort = 8188 }],
            Tls = ["--tls-keyfile", "--tls-certfile"],
        },
        Jupyter("lab"), Jupyter("notebook"), Jupyter("server"), Jupyter(null),

        // Model servers.
        new("vllm") { Verb = "serve", Listeners = [HostAndPort() with { DefaultPort = 8000 }], Elsewhere =
        [
            "--uds",
            "--config"
        ], Tls = ["--ssl-keyfile", "--ssl-certfile"] },
        new("vllm.entrypoints.openai.api_server", "vllm.entrypoints.api_server")
        {
            Listeners = [HostAndPort() with { DefaultPort = 8000 }],
            Elsewhere = ["--uds", "--config"],
            Tls = ["--ssl-keyfile", "--ssl-certfile"],
        },
        new("sglang.launch_server")
        {
            Listeners = [HostAndPort() with { DefaultHost = ThisMachine, DefaultPort = 30000 }],
            Elsewhere = ["--config"],
        },
        new("sglang")
        {
            Verb = "serve",
            Listeners = [HostAndPort() with { DefaultHost = ThisMachine, DefaultPort = 30000 }],
            Elsewhere = ["--config"],
        },
        new("lmdeploy") { Verb = "api_server", Listeners = [new()
        {
            Ports = ["--server-port"],
            Hosts = ["--server-name"],
            DefaultPort = 23333
        }], Tls = ["--ssl"] },
        new("text-generation-launcher", "text-embeddings-router")
        {
            Listeners =
            [
                new()
                {
                    Ports = ["-p", "--port"],
                    Hosts = ["--hostname"],
                    PortVariables = ["PORT"],
                    HostVariables = ["HOSTNAME"],
                    // Of the official images; a program of one's own build takes 3000.
                    DefaultPort = 80,
                },
            ],
        },
        new("tritonserver")
        {
            Listeners =
            [
                new() { Ports = ["--http-port"], Hosts = ["--http-address"], DefaultPort = 8000 },
                new() { Ports = ["--grpc-port"], Hosts = ["--grpc-address"], DefaultPort = 8001, HttpOption = "--http-port" },
            ],
        },
        new("torchserve") { Listeners = [new() { DefaultHost = ThisMachine, DefaultPort = 8080 }], Elsewhere =
        [
            "--ts-config",
            "TS_CONFIG_FILE"
        ] },
        new("tensorflow_model_server")
        {
            Listeners =
            [
                new() { Ports = ["--rest_api_port"], IsClosed = true },
                new() { Ports = ["--port"], DefaultPort = 8500, HttpOption = "--rest_api_port" },
            ],
        },
        new("ollama") { Verb = "serve", Listeners = [new()
        {
            AddressVariables = ["OLLAMA_HOST"],
            DefaultHost = ThisMachine,
            DefaultPort = 11434
        }] },
        new("llama-server")
        {
            Listeners = [HostAndPort("LLAMA_ARG") with { DefaultHost = ThisMachine, DefaultPort = 8080 }],
            Tls = ["--ssl-key-file", "--ssl-cert-file"],
        },
        Mlflow("serve"), Mlflow("server"), Mlflow("ui"),
        new("bentoml")
        {
            Verb = "serve",
            Listeners =
            [
                new()
                {
                    Ports = ["-p", "--port"],
                    Hosts = ["--host"],
                    PortVariables = ["BENTOML_PORT"],
                    HostVariables = ["BENTOML_HOST"],
                    DefaultPort = 3000,
                },
            ],
        },

        // Web servers; what they do a file says, if there is one.
        new("nginx", "openresty", "tengine") { Listeners = [new() { DefaultPort = 80 }], Elsewhere = ["-c", "-p"] },
        new("httpd", "apache2", "apachectl", "apache2ctl", "apache2-foreground", "httpd-foreground")
        {
            Listeners = [new() { DefaultPort = 80 }],
            Elsewhere = ["-f", "-d"],
        },

        // Other languages. Node itself reads no variable, but PORT is what its programs read.
        new("node", "npm", "npx", "yarn", "pnpm", "bun", "deno")
        {
            IsOfUser = true,
            Listeners = [Usual with { PortVariables = ["PORT"] }],
        },
        new("dotnet") { IsOfUser = true, IsDotnet = true, Listeners = [Usual] },
        new("java")
        {
            Listeners =
            [
                new()
                {
                    Ports = ["--server.port", "-Dserver.port", "--port"],
                    Hosts = ["--server.address", "-Dserver.address", "--host"],
                    PortVariables = ["SERVER_PORT"],
                    HostVariables = ["SERVER_ADDRESS"],
                },
            ],
            Tls = ["--server.ssl.key-store", "-Dserver.ssl.key-store"],
        },
    ];

    // Most programs are none of them.
    private static readonly HashSet<string> Names = new(All.SelectMany(static server => server.Names), StringComparer.Ordinal);

    private static readonly string[] Files = [.. Names.Where(Server.IsFile)];

    // A proxy or a supervisor listens, or starts what listens, as a file says.
    private static readonly HashSet<string> Configured = new(StringComparer.Ordinal)
    {
        "nginx", "openresty", "tengine", "caddy", "haproxy", "envoy", "traefik", "httpd", "apache2", "apachectl",
        "apache2ctl", "apache2-foreground", "httpd-foreground",
        "supervisord", "s6-svscan", "runsvdir", "circusd", "systemctl", "service", "pm2-runtime", "foreman", "honcho",
    };

    // These prepare, or wait, or ask another program; no request ever reaches them.
    private static readonly HashSet<string> Helpers = new(StringComparer.Ordinal)
    {
        "wait", "sleep", "tail", "cat", "echo", "printf", "true", "false", "cd", "set", "source", ".", "mkdir", "rm", "cp",
        "mv", "ls", "ln", "chmod", "chown",
        "touch", "trap", "kill", "exit", "return", "ulimit", "umask", "unset", "date", "test", "[", "[[", "fi", "done",
        "esac", "}", "for", "case", "pip", "pip3",
        "apt", "apt-get", "yum", "dnf", "apk", "conda", "git", "wget", "curl", "tar", "unzip", "tee", "grep", "sed", "awk",
        "redis-cli", "mysql", "mysqladmin",
        "psql", "pg_isready", "mongo", "mongosh", "nc", "ncat", "netcat", "telnet", "ssh", "scp", "rsync", "wait-for-it",
        "wait-for-it.sh", "etcdctl", "ossutil", "ray",
    };

    /// <summary>True for one of the servers that are known.</summary>
    public static bool IsKnown(StartedProgram program) => Find(program) is not null;

    /// <summary>What is known of a program: for one of the user's own, the options that most programs have.</summary>
    public static Server Of(StartedProgram program) => Find(program) ?? (program.IsPython ? Script : Other);

    public static bool IsConfigured(StartedProgram program) => Configured.Contains(program.Name);

    public static bool IsHelper(StartedProgram program) => Helpers.Contains(program.Name);

    private static Server? Find(StartedProgram program) =>
        Names.Contains(program.Name) || Names.Contains(program.Path) || Array.Exists(Files, program.IsAt)
            ? Array.Find(All, server => server.Is(program))
            : null;

    private static Server Mlflow(string verb) => new("mlflow")
    {
        Verb = verb,
        Listeners =
        [
            new()
            {
                Ports = ["-p", "--port"],
                Hosts = ["-h", "--host"],
                PortVariables = ["MLFLOW_PORT"],
                HostVariables = ["MLFLOW_HOST"],
                DefaultHost = ThisMachine,
                DefaultPort = 5000,
            },
        ],
    };

    // The options that most servers have; the variables, where they read any, have a prefix.
    private static Listener HostAndPort(string? variables = null) => new()
    {
        Ports = ["--port"],
        Hosts = ["--host"],
        PortVariables = variables is null ? [] : [variables + "_PORT"],
        HostVariables = variables is null ? [] : [variables + "_HOST"],
    };

    private static Server Jupyter(string? verb) => new(verb is null ? ["jupyter-lab", "jupyter-notebook"] : ["jupyter"])
    {
        Verb = verb,
        Listeners =
        [
            new()
            {
                Ports = ["--NotebookApp.port", "--ServerApp.port", "--port"],
                Hosts = ["--NotebookApp.ip", "--ServerApp.ip", "--ip"],
                PortVariables = ["JUPYTER_PORT"],
                DefaultHost = "localhost",
                DefaultPort = 8888,
            },
        ],
        Elsewhere = ["--config"],
        Tls = ["--certfile", "--ServerApp.certfile"],
    };
}
