using EasGen.Cli.Why;

namespace EasGen.Cli.Tests.Why;

/// <summary>Every line of the table of symptoms: what it makes of its sign, and of what only looks like it.</summary>
public class SymptomTests
{
    private const string Refused = "Unhealthy|Readiness probe failed: Get \"http://10.0.0.7:8000/healthz/ready\": "
        + "dial tcp 10.0.0.7:8000: connect: connection refused";

    private const string Startup = "Unhealthy|Startup probe failed: HTTP probe failed with statuscode: ";

    private const string Pull = "Failed|Failed to pull image \"registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1\": rpc error: ";

    private const string Oom = """[{"Reason":"OOMKilled","ExitCode":137}]""";

    private static readonly Dictionary<string, (Seen Seen, string Text, string? Setting, string? Rule)> Right = new()
    {
        ["image of another region"] = (
            new()
            {
                Config = Seen.Iris.Replace("registry-vpc.cn-shanghai", "registry-vpc.cn-beijing", StringComparison.Ordinal),
                Warnings = [Pull + "dial tcp: i/o timeout"],
            },
            "The image cannot be pulled: its host is of another region. The image is in 'cn-beijing', but the service is in 'cn-shanghai'",
            "containers[0].image",
            "EAS0212"),
        ["image that may not be pulled"] = (
            new() { Warnings = [Pull + "pull access denied"] },
            "the registry refuses it without a user, and the service names none",
            "dockerAuth (RegistryAuth.Secret)",
            "EAS0250"),
        ["image that is not there"] = (
            new() { Warnings = [Pull + "manifest unknown"] },
            "The image 'registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1' cannot be pulled: the registry has none of that name or tag",
            "containers[0].image (Container.Image)",
            null),
        ["registry without a route"] = (
            new() { Warnings = ["Failed|Failed to pull image \"docker.io/acme/iris:1\": dial tcp 1.2.3.4:443: i/o timeout"] },
            "The image 'docker.io/acme/iris:1' cannot be pulled: its registry cannot be reached",
            "containers[0].image (Container.Image)",
            "EAS0212"),
        ["image, as the instance says it"] = (
            new() { Instances = [Seen.Instance("Pending", "ImagePullBackOff")] },
            "its name or tag is wrong, it may not be pulled, or its registry cannot be reached",
            "containers[0].image (Container.Image)",
            null),
        ["image, as the diagnosis says it"] = (
            new() { Diagnosis = "Container worker0 failed to pull image." },
            "cannot be pulled",
            "containers[0].image (Container.Image)",
            null),
        ["no GPU is free"] = (
            new()
            {
                Config = """{"metadata":{"name":"iris"},"cloud":{"computing":{"instances":[{"type":"ecs.gn6i-c4g1.xlarge"}]}}}""",
                Warnings = ["FailedScheduling|0/12 nodes are available: 12 Insufficient nvidia.com/gpu."],
            },
            "No machine has room for an instance, which needs ecs.gn6i-c4g1.xlarge: too few GPUs are left",
            "cloud.computing.instances[0].type (InstanceType.Type)",
            null),
        ["no memory is free in the group"] = (
            new() { Warnings = ["FailedScheduling|3 Insufficient memory"] },
            "which needs 2 cores, 4096 MB: too few megabytes of memory are left",
            "metadata.resource (ResourceGroup.Id)",
            null),
        ["no core is free in the quota"] = (
            new()
            {
                Config = """{"metadata":{"name":"iris","cpu":2,"memory":4096,"quota_id":"quota1"}}""",
                Warnings = ["FailedScheduling|3 Insufficient cpu"],
            },
            "too few cores are left",
            "metadata.quota_id (ResourceQuota.Id)",
            null),
        ["cores in thousandths"] = (
            new()
            {
                Config = Seen.Iris.Replace("\"cpu\": 2", "\"cpu\": 2000", StringComparison.Ordinal),
                Warnings = ["FailedScheduling|3 Insufficient cpu"],
            },
            "No machine has as many cores as an instance asks for",
            "metadata.cpu",
            "EAS0521"),
        ["card that is taken"] = (
            new() { Instances = [Seen.Instance("Pending", "OutOfGPU")] }, "too few GPUs", "metadata.resource (ResourceGroup.Id)", null),
        ["killed for memory"] = (
            new()
            {
                Instances = [Seen.Instance("Running", restarts: 3, last: Oom)],
                Warnings = ["Failed|Container worker0 was OOMKilled", "BackOff|Back-off restarting failed container"],
            },
            "A container was killed for memory 3 times; it has 4096 MB",
            "metadata.memory (CpuResource.MemoryMB)",
            null),
        ["killed for memory, named in another way"] = (
            new() { Instances = [Seen.Instance("Running", restarts: 1, last: """{"reason":"OOMKilled","exitcode":"137"}""")] },
            "A container was killed for memory once",
            "metadata.memory (CpuResource.MemoryMB)",
            null),
        ["killed, nobody says why"] = (
            new() { Instances = [Seen.Instance("Running", restarts: 2, last: """[{"Reason":"Error","ExitCode":137}]""")] },
            "A container was killed twice (exit code 137), mostly for memory; it has 4096 MB",
            "metadata.memory (CpuResource.MemoryMB)",
            null),
        ["memory in gigabytes"] = (
            new()
            {
                Config = Seen.Iris.Replace("4096", "4", StringComparison.Ordinal),
                Instances = [Seen.Instance("Running", restarts: 3, last: Oom)],
            },
            "A container was killed for memory 3 times; it has 4 MB",
            "metadata.memory",
            "EAS0521"),
        ["memory of the card"] = (
            new() { Log = ["torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB"] },
            "does not fit into the memory of the GPU",
            "cloud.computing.instances[0].type (InstanceType.Type)",
            null),
        ["port is taken"] = (
            new()
            {
                PreviousLog = ["Failed to bind to address http://0.0.0.0:8000: address already in use."],
                Instances = [Seen.Instance(restarts: 2)],
            },
            "port 8000 is taken",
            "containers[0].port (Container.Port)",
            "EAS0201"),
        ["port of EAS"] = (
            new()
            {
                Config = Seen.Iris.Replace("8000", "8080", StringComparison.Ordinal),
                Log = ["OSError: [Errno 98] Address already in use"],
            },
            "its port is taken. Port 8080 belongs to the EAS engine",
            "containers[0].port",
            "EAS0201"),
        ["no such program"] = (
            new() { Warnings = ["Failed|exec: \"./iris\": executable file not found in $PATH"], Instances = [Seen.Instance(restarts: 2)] },
            "names a program that the image does not have",
            "containers[0].command (Container.Command)",
            null),
        ["shell in a command"] = (
            new()
            {
                Config = Seen.Iris.Replace("./iris", "cd /app && ./iris", StringComparison.Ordinal),
                Instances = [Seen.Instance(restarts: 2, last: """[{"Reason":"Error","ExitCode":127}]""")],
            },
            "names a program that the image does not have",
            "containers[0].command",
            "EAS0206"),
        ["missing library"] = (
            new()
            {
                Instances = [Seen.Instance(restarts: 5, reason: "CrashLoopBackOff")],
                PreviousLog = ["Traceback", "ModuleNotFoundError: No module named 'numpy'"],
            },
            "something is missing in the image: ModuleNotFoundError: No module named 'numpy'",
            "containers[0].command (Container.Command)",
            null),
        ["ends by itself"] = (
            new()
            {
                Instances = [Seen.Instance(restarts: 5, reason: "CrashLoopBackOff", last: """[{"Reason":"Error","ExitCode":1}]""")],
                PreviousLog = ["Unhandled exception. The model is broken."],
            },
            "The program ends by itself with exit code 1, and was started again 5 times; the last line of its log: Unhandled exception",
            "containers[0].command (Container.Command)",
            null),
        ["other port in the log"] = (
            new() { Warnings = [Refused], Log = ["      Now listening on: http://[::]:8080"] },
            "The program listens on 8080, declared is 8000",
            "containers[0].port (Container.Port)",
            "EAS1017"),
        ["other port, as uvicorn says it"] = (
            new() { Warnings = [Refused], Log = ["INFO:     Uvicorn running on http://0.0.0.0:5000 (Press CTRL+C to quit)"] },
            "The program listens on 5000, declared is 8000",
            "containers[0].port (Container.Port)",
            "EAS1017"),
        ["loopback in the log"] = (
            new() { Warnings = [Refused], Log = ["[1] [INFO] Listening at: http://127.0.0.1:8000 (1)"] },
            "The program listens on 127.0.0.1:8000 only",
            "containers[0].port (Container.Port)",
            "EAS1017"),
        ["other port in the settings"] = (
            new()
            {
                Config = Seen.Iris.Replace("./iris", "uvicorn app:app --host 0.0.0.0 --port 9000", StringComparison.Ordinal),
                Warnings = [Refused],
            },
            "Nothing answers on port 8000. The program is told to listen on port 9000",
            "containers[0].command",
            "EAS0208"),
        ["loopback in the settings"] = (
            new()
            {
                Config = Seen.Iris.Replace("./iris", "uvicorn app:app --host 127.0.0.1 --port 8000", StringComparison.Ordinal),
                Warnings = [Refused],
            },
            "Nothing answers on port 8000. '127.0.0.1' is only reachable inside the container",
            "containers[0].command",
            "EAS0209"),
        ["nobody listens"] = (
            new() { Warnings = [Refused] }, "Nothing answers on port 8000", "containers[0].port (Container.Port)", "EAS0208"),
        ["not served"] = (
            new() { Warnings = [.. Enumerable.Repeat(Startup + "404", 30)] },
            "The start-up probe failed 30 times: /healthz/startup answered 404",
            "containers[0].startup_check.http_get.path (StartupProbe.Path)",
            "EAS1015"),
        ["served in Development only"] = (
            new()
            {
                Config = Seen.Iris.Replace("/healthz/startup", "/health", StringComparison.Ordinal)
                    .Replace("./iris", "dotnet Iris.dll", StringComparison.Ordinal),
                Warnings = [Startup + "404"],
            },
            "The start-up probe failed once: /health answered 404. The .NET templates map '/health' only in Development",
            "containers[0].startup_check.http_get.path",
            "EAS0708"),
        ["redirected"] = (
            new() { Warnings = [Startup + "307"] },
            "answered 307: it sends the probe elsewhere",
            "containers[0].startup_check.http_get.path (StartupProbe.Path)",
            null),
        ["login"] = (
            new() { Warnings = ["Unhealthy|Liveness probe failed: HTTP probe failed with statuscode: 401"] },
            "The liveness probe failed once: /healthz/live answered 401: it asks for a login",
            "containers[0].liveness_check.http_get.path (LivenessProbe.Path)",
            null),
        ["says no"] = (
            new() { Warnings = [Startup + "503", Startup + "503"] },
            "The start-up probe failed twice: /healthz/startup answered 503: the program itself says that it is not well",
            "containers[0].startup_check.failure_threshold (StartupProbe.FailureThreshold)",
            null),
        ["too slow"] = (
            new() { Warnings = ["Unhealthy|Readiness probe failed: Get \"http://10.0.0.7:8000/\": context deadline exceeded"] },
            "The readiness probe failed once: /healthz/ready takes longer than the 3 s that it waits",
            "containers[0].health_check.timeout_seconds (ReadinessProbe.TimeoutSeconds)",
            null),
        ["TLS"] = (
            new() { Warnings = ["Unhealthy|Readiness probe failed: http: server gave HTTP response to HTTPS client"] },
            "does not speak what the probe speaks",
            "containers[0].health_check.http_get.scheme (ReadinessProbe.Scheme)",
            "EAS0216"),
        ["another failure of a probe"] = (
            new() { Warnings = ["Unhealthy|Readiness probe failed: the model is not there"] },
            "The readiness probe failed once: the model is not there",
            "containers[0].health_check.http_get.path (ReadinessProbe.Path)",
            null),
        ["nothing said, half ready"] = (
            new() { Instances = [Seen.Instance("Running", ready: 1)] },
            "Only 1 of 2 containers of an instance, that of EAS among them, are ready",
            "containers[0].port (Container.Port)",
            "EAS0208"),
        ["nothing said, other port in the log"] = (
            new() { Instances = [Seen.Instance("Running", ready: 1)], Log = ["Now listening on: http://[::]:5000"] },
            "The program listens on 5000, declared is 8000",
            "containers[0].port (Container.Port)",
            "EAS1017"),
        ["nothing said, no machine"] = (
            new(), "An instance waits for a machine", "cloud.computing.instances[0].type (InstanceType.Type)", null),
        ["stopped"] = (new() { Status = "Stopped", Instances = [] }, "The service is stopped", null, null),
        ["wrong token"] = (
            new() { Status = "Running", Running = 2, Instances = [], Answer = """{"code": "Unauthorized", "message": "Invalid token"}""" },
            "The caller sends no token",
            "token (AccessToken.Secret)",
            null),
        ["queue is full"] = (
            new() { Status = "Running", Running = 2, Instances = [], Answer = "HTTP/1.1 450" },
            "The queue of the instances is full (450)",
            "metadata.rpc.max_queue_size (RequestHandling.MaxQueueSize)",
            null),
        ["nobody is ready"] = (
            new() { Status = "Running", Running = 2, Instances = [], Answer = "503" },
            "No instance was ready (503); now 2 of 2 run",
            "metadata.instance (EasService.Instances)",
            null),
        ["caller left"] = (
            new() { Status = "Running", Running = 2, Instances = [], Answer = "499" },
            "The caller left before it was answered (499)",
            "metadata.rpc.keepalive (RequestHandling.TimeoutSeconds)",
            null),
        ["answer took too long"] = (
            new() { Status = "Running", Running = 2, Instances = [], Answer = "408 Request Timeout" },
            "An answer took longer than the service allows",
            "metadata.rpc.keepalive (RequestHandling.TimeoutSeconds)",
            null),
    };

    public static TheoryData<string> Names => [.. Right.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_sign_has_its_cause(string name)
    {
        var (seen, text, setting, rule) = Right[name];

        var causes = seen.Explanation.Causes;

        Assert.True(causes.Count > 0, "no cause");
        Assert.Contains(text, causes[0].Text, StringComparison.Ordinal);
        Assert.Equal((setting, rule), (causes[0].Setting, causes[0].Rule?.Id));
        Assert.NotEmpty(causes[0].Change);
    }

    [Fact]
    public void Every_line_of_the_table_explains_something()
    {
        var explaining = Right.Values
            .SelectMany(static line => SymptomTable.All.Where(symptom =>
                symptom.Find(line.Seen.Evidence) is { } sign
                && symptom.Explain(sign) is { } cause
                && cause == line.Seen.Explanation.Causes[0]))
            .ToHashSet();

        Assert.Equal([], SymptomTable.All.Where(symptom => !explaining.Contains(symptom)).Select(static symptom => symptom.Pattern));
    }

    public static TheoryData<string, string> Misleading => new()
    {
        { "event", "Started|Pulled image in 3 s" },
        { "event", "Scaled|The memory is sufficient" },
        { "event", "Failed|dial tcp 10.0.0.9:6379: connect: connection refused" },
        { "event", "Failed|statuscode: 404" },
        { "log", "Now listening on: http://[::]:8080" },
        { "log", "GET /healthz/startup 404" },
        { "log", "the probe failed with 503" },
        { "log", "OOMKilled is a word" },
        { "log", "Back-off restarting failed container" },
        { "previous", "exit code 137" },
        { "last", """[{"Reason":"Completed","ExitCode":0}]""" },
        { "last", """[{"Reason":"Terminated","ExitCode":143}]""" },
        { "status", "Failed" },
    };

    // Instances whose containers run: of those that do not, the last lines of the table say what they can.
    [Theory, MemberData(nameof(Misleading))]
    public void What_is_said_elsewhere_or_in_passing_is_no_sign(string where, string text)
    {
        var seen = new Seen
        {
            Status = where == "status" ? text : "Running",
            Running = 1,
            Instances = [Seen.Instance("Running", restarts: 1, last: where == "last" ? text : null, ready: 2)],
            Warnings = where == "event" ? [text] : [],
            Log = where == "log" ? [text] : [],
            PreviousLog = where == "previous" ? [text] : [],
        };

        Assert.Empty(seen.Explanation.Causes);
    }

    [Fact]
    public void A_service_that_runs_has_got_over_its_warnings()
    {
        var seen = new Seen { Status = "Running", Running = 2, Instances = [Seen.Instance("Running", ready: 2)], Warnings = [Refused] };

        Assert.Empty(seen.Explanation.Causes);
        Assert.Contains(
            "killed for memory",
            Assert.Single((seen with { Instances = [Seen.Instance("Running", restarts: 3, last: Oom, ready: 2)] }).Explanation.Causes).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"Reason":"Error","ExitCode":137}]""")]
    [InlineData("""[{"Reason":"Error","ExitCode":143}]""")]
    [InlineData("""[{"Reason":"Completed","ExitCode":0}]""")]
    [InlineData(null)]
    public void What_a_probe_has_killed_did_not_end_by_itself(string? last)
    {
        var seen = new Seen
        {
            Instances = [Seen.Instance("Running", restarts: 2, last: last)],
            Warnings =
            [
                "Unhealthy|Liveness probe failed: HTTP probe failed with statuscode: 500", "BackOff|Back-off restarting failed container",
            ],
        };

        Assert.StartsWith("The liveness probe failed once", Assert.Single(seen.Explanation.Causes).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Liveness", 1)]
    [InlineData("Readiness", 0)]
    public void What_no_probe_has_killed_ended_by_itself(string probe, int code)
    {
        var seen = new Seen
        {
            Instances = [Seen.Instance("Running", restarts: 2, last: $$"""[{"Reason":"Error","ExitCode":{{code}}}]""")],
            Warnings =
            [
                $"Unhealthy|{probe} probe failed: HTTP probe failed with statuscode: 500", "BackOff|Back-off restarting failed container",
            ],
        };

        Assert.StartsWith(
            $"The program ends by itself with exit code {code}", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_probe_the_newest_failure_counts()
    {
        var seen = new Seen { Warnings = [Refused, Startup + "404"] };

        Assert.Contains("answered 404", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing answers",
            (seen with { Warnings = [Startup + "404", Refused] }).Explanation.Causes[0].Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "Nothing answers",
            (seen with { Warnings = [Refused, Startup + "503", Refused, Refused] }).Explanation.Causes[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_listens_where_it_should_is_not_accused_of_another_port()
    {
        var seen = new Seen { Warnings = [Refused], Log = ["Now listening on: http://[::]:9001", "Now listening on: http://[::]:8000"] };

        Assert.DoesNotContain("declared is", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INFO Model running on cuda:0")]
    [InlineData("INFO Model running on cuda:1")]
    [InlineData("Serving model on npu:7")]
    [InlineData("Listening on 0.0.0.0:0")]
    [InlineData("Listening on 10 channels")]
    [InlineData("Prometheus metrics listening on :9091")]
    [InlineData("Metrics server running on http://0.0.0.0:9091")]
    public void What_is_no_address_of_the_program_is_none(string line)
    {
        var seen = new Seen { Warnings = [Refused], Log = [line] };

        Assert.StartsWith("Nothing answers on port 8000", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Listening on :5000")]
    [InlineData("Server listening on 5000.")]
    [InlineData("Server running on port 5000")]
    [InlineData("Server running at http://localhost:5000/")]
    [InlineData("Running on 0.0.0.0:5000")]
    [InlineData("Serving on [::]:5000")]
    [InlineData("Serving API on localhost:5000")]
    public void Each_way_to_say_an_address_is_understood(string line)
    {
        var seen = new Seen { Warnings = [Refused], Log = [line, "Metrics server listening on http://[::]:9091"] };

        Assert.StartsWith("The program listens on 5000, declared is 8000", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("instance")]
    [InlineData("last")]
    public void Out_of_memory_is_no_lack_of_machines(string where)
    {
        const string text = "OutOfMemory";
        var seen = new Seen
        {
            Warnings = where == "event" ? ["Failed|Container worker0: " + text] : [],
            Instances = [Seen.Instance(reason: where == "instance" ? text : null, last: where == "last" ? $"\"{text}\"" : null)],
        };

        Assert.StartsWith("A container was killed for memory once", seen.Explanation.Causes[0].Text, StringComparison.Ordinal);
    }

    // Each sign, and what stands between two of them, as often as a text has room for it: none is searched for in every way to pair them.
    [Theory]
    [InlineData("failed to pull image \"")]
    [InlineData("failed to pull image \"a\" ")]
    [InlineData("ImagePullBackOff image \"x\" dial tcp ")]
    [InlineData("Insufficient ")]
    [InlineData("exec executable ")]
    [InlineData("Startup probe failed: ")]
    [InlineData("Startup probe failed statuscode: ")]
    [InlineData("Readiness probe failed: dial tcp :1:")]
    [InlineData("address already in use :")]
    [InlineData("ModuleNotFoundError: ")]
    [InlineData("exit code ")]
    [InlineData("listening on ")]
    [InlineData("serving a at :1")]
    [InlineData(" ")]
    public void A_text_that_repeats_itself_is_judged_too(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
        var seen = new Seen
        {
            Warnings = ["Failed|" + text],
            Log = [text],
            PreviousLog = [text],
            Instances = [Seen.Instance(text, restarts: 1, last: System.Text.Json.JsonSerializer.Serialize(text))],
            Diagnosis = text,
            Answer = text,
        };

        Assert.All(seen.Explanation.Causes, cause => Assert.InRange(seen.Evidence.Service.Shown(cause.Text).Length, 1, 2001));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"metadata": 1, "containers": "a"}""")]
    [InlineData("""{"containers": [1]}""")]
    public void A_service_json_that_cannot_be_read_does_no_harm(string config)
    {
        foreach (var (seen, _, _, _) in Right.Values)
            _ = (seen with { Config = config }).Explanation.Causes;

        Assert.Contains(
            "Nothing answers on port 8000",
            new Seen { Config = config, Warnings = [Refused] }.Explanation.Causes[0].Text,
            StringComparison.Ordinal);
    }
}
