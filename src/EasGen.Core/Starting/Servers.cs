namespace EasGen.Core.Starting;

/// <summary>The servers that people run, as their own documentation describes them.</summary>
internal static class Servers
{
    private const string ThisMachine = "127.0.0.1";

    /// <summary>Any other program: the options that most of them have.</summary>
    public static readonly Server Other = new()
    {
        Listeners =
        [
            new()
            {
                Ports = ["--port", "--server-port", "--server.port", "--http-port"],
                Hosts = ["--host", "--server-name", "--server.address"],
                Addresses = ["--listen", "--bind"],
                PortVariables = ["PORT", "GRADIO_SERVER_PORT", "STREAMLIT_SERVER_PORT"],
                HostVariables = ["GRADIO_SERVER_NAME", "STREAMLIT_SERVER_ADDRESS"],
            },
        ],
        Tls = [],
    };

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
        new("gradio") { Listeners = [new() { PortVariables = ["GRADIO_SERVER_PORT"], HostVariables = ["GRADIO_SERVER_NAME"] }] },
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
            Listeners = [new() { Ports = ["-p", "--port"], Hosts = ["--hostname"], PortVariables = ["PORT"] }],
        },
        new("tritonserver")
        {
            Listeners =
            [
                new() { Ports = ["--http-port"], Hosts = ["--http-address"], DefaultPort = 8000 },
                new() { Ports = ["--grpc-port"], Hosts = ["--grpc-address"], DefaultPort = 8001 },
            ],
        },
        new("torchserve") { Listeners = [new() { DefaultHost = ThisMachine, DefaultPort = 8080 }], Elsewhere =
        [
            "--ts-config",
            "TS_CONFIG_FILE"
        ] },
        new("tensorflow_model_server")
        {
            Listeners = [new() { Ports = ["--port"], DefaultPort = 8500 }, new() { Ports = ["--rest_api_port"] }],
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
        new("mlflow")
        {
            Verb = "serve",
            Listeners = [new() { Ports = ["-p", "--port"], Hosts = ["-h", "--host"], DefaultHost = ThisMachine, DefaultPort = 5000 }],
        },

        // Other languages.
        new("node", "npm", "npx", "yarn", "pnpm", "bun", "deno") { Listeners = Other.Listeners },
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

    // A proxy or a supervisor listens, or starts what listens, as a file says.
    private static readonly HashSet<string> Configured = new(StringComparer.Ordinal)
    {
        "nginx", "openresty", "tengine", "caddy", "haproxy", "envoy", "traefik", "httpd", "apache2", "apachectl",
        "apache2ctl", "apache2-foreground",
        "supervisord", "s6-svscan", "runsvdir", "circusd", "systemctl", "service",
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
        "wait-for-it.sh", "etcdctl", "ossutil",
    };

    /// <summary>The server that a program is; null when it is none of those that are known.</summary>
    public static Server? Find(StartedProgram program) => Array.Find(All, server => server.Is(program));

    public static bool IsConfigured(StartedProgram program) => Configured.Contains(program.Name);

    public static bool IsHelper(StartedProgram program) => Helpers.Contains(program.Name);

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
                Ports = ["--port", "--ServerApp.port", "--NotebookApp.port"],
                Hosts = ["--ip", "--ServerApp.ip", "--NotebookApp.ip"],
                DefaultHost = "localhost",
                DefaultPort = 8888,
            },
        ],
        Elsewhere = ["--config"],
        Tls = ["--certfile", "--ServerApp.certfile"],
    };
}
