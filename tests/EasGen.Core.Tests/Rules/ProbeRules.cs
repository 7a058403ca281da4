using EasGen.Core.Features;
using static EasGen.Core.Features.Probe;

namespace EasGen.Core.Tests;

public class ProbeRules
{
    private const string Check = "/containers/0/health_check";

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0701_ProbeHasOneMethod)
            .RefusesJson("""{"containers": [{"image": "a:1", "health_check": {}}]}""", "/containers/0/health_check", "has no method")
            .AcceptsJson("""{"containers": [{"image": "a:1", "health_check": {"http_get": {}}}]}""")
            .Refuses("none", Valid.With(Readiness), Check, "Path, TcpPort and Exec")
            .Refuses("a path and a TCP port", Asking("/ok").With(TcpPort, 8000), Check, "(Path, TcpPort)")
            .Refuses("a path and a command", Asking("/ok").With(Exec, EquatableArray<string>.Of("true")), Check, "(Path, Exec)")
            .Refuses(
                "all three",
                Asking("/ok").With(TcpPort, 8000).With(Exec, EquatableArray<string>.Of("true")),
                Check,
                "(Path, TcpPort, Exec)")
            .Refuses("none at startup", Valid.With(Startup), "/containers/0/startup_check", "Path, TcpPort and Exec")
            .Refuses("none of life", Valid.With(Liveness), "/containers/0/liveness_check", "Path, TcpPort and Exec")
            .Refuses("a port and a TCP port", Valid.With(Readiness, (Port, 8000), (TcpPort, 8000)), Check, "(Path, TcpPort)")
            .Refuses("an empty command", Valid.With(Readiness, (Exec, EquatableArray<string>.Of())), Check, "Path, TcpPort and Exec")
            .Accepts("a port, which asks for the root", Valid.With(Readiness, (Port, 8000)))
            .Accepts("a path", Asking("/ok"))
            .Accepts("a TCP port", Valid.With(Readiness, (TcpPort, 8000)))
            .Accepts("a command", Valid.With(Readiness, (Exec, EquatableArray<string>.Of("true"))))
            .Accepts("one each", Asking("/ok").With(Startup, (TcpPort, 8000)).With(Liveness, (Probe.Path, "/"))),

        Between(Port, "http_get/port", 1, 65535),
        Between(TcpPort, "tcp_socket/port", 1, 65535),
        Between(InitialDelaySeconds, "initial_delay_seconds", 0),
        Between(ReadinessPeriodSeconds, "period_seconds", 1),
        Judge<int>(
            EAS0702_NumbersAreInRange,
            "/containers/0/startup_check/period_seconds",
            static seconds => Valid.With(Startup, (Probe.Path, "/"), (PeriodSeconds, seconds)))
            .Refuses(0)
            .Accepts(1, 30),
        Between(TimeoutSeconds, "timeout_seconds", 1),
        Between(SuccessThreshold, "success_threshold", 1),
        Between(FailureThreshold, "failure_threshold", 1),
        Judge<int>(
            EAS0702_NumbersAreInRange,
            "/containers/0/startup_check/failure_threshold",
            static count => Valid.With(Startup, (Probe.Path, "/"), (StartupFailureThreshold, count)))
            .Refuses(0)
            .Accepts(1, 30),

        Judge<int>(
            EAS0703_SuccessThresholdIsOne,
            "/containers/0/liveness_check/success_threshold",
            static count => Valid.With(Liveness, (Probe.Path, "/"), (SuccessThreshold, count)))
            .Refuses(2, Use(1))
            .Refuses(int.MaxValue, Use(1))
            .Accepts(0, 1)
            .Refuses(
                "2 at startup",
                Valid.With(Startup, (Probe.Path, "/"), (SuccessThreshold, 2)),
                "/containers/0/startup_check/success_threshold",
                "2",
                Use(1))
            .Accepts("2 of readiness", Asking("/ok").With(SuccessThreshold, 2)),

        Judge<int>(EAS0704_PortIsServed, Check + "/http_get/port", static port => Asking("/ok").With(Port, port))
            .Refuses(1, Use(8000))
            .Refuses(8001, Use(8000))
            .Refuses(8080, Use(8000))
            .Refuses(65535, Use(8000))
            .Accepts(-1, 0, 8000, 65536)
            .Refuses("another TCP port", Valid.With(Readiness, (TcpPort, 5000)), Check + "/tcp_socket/port", "5000", Use(8000))
            .Refuses(
                "8000 of a container at 8001",
                Asking("/ok").With(Port, 8000).With(Container.Port, 8001),
                Check + "/http_get/port",
                "8001",
                Use(8001))
            .Refuses(
                "5000 of the second container",
                Second.With(Readiness, (Probe.Path, "/"), (Port, 5000), (ServiceModel.FeatureType.ContainerIndex, 1)),
                "/containers/1/health_check/http_get/port",
                "8000, 8001",
                Use(8001))
            .Refuses(
                "5000 of two containers at one port",
                Asking("/ok").With(Port, 5000).With(Container.FeatureType, (Container.Image, "a:1"), (Container.Command, "run")),
                Check + "/http_get/port",
                "the containers listen on 8000; make",
                Use(8000))
            .Refuses("a port of a container below the first", Misplaced(-1), "/containers/2/health_check/http_get/port", "5000", Use(8000))
            .Refuses("a port of a container beyond the last", Misplaced(2), "/containers/2/health_check/http_get/port", "5000", Use(8001))
            .Accepts("the port of the second container", Second.With(Readiness, (Probe.Path, "/"), (Port, 8001)))
            .Accepts("8000 of a container without a port", Asking("/ok").With(Port, 8000).With(Container.Port, null))
            .Accepts("no container", Asking("/ok").With(Port, 5000).Without(Container.FeatureType)),

        Judge<string>(EAS0705_PathStartsWithSlash, Check + "/http_get/path", Asking)
            .Refuses("healthz", Use("/healthz"))
            .Refuses("", Use("/"))
            .Refuses("?full=1", Use("/?full=1"))
            .Refuses(" /healthz ", Use("/healthz"))
            .Refuses("http://localhost/ok", "write it as '/ok'", Use("/ok"))
            .Refuses("http://localhost", Use("/"))
            .Refuses("http://localhost:8000/ok", "write only the path")
            .Refuses(@"\healthz", "write only the path")
            .Refuses("http://:8000/ok", "write only the path")
            .Refuses("http:///ok", Use("/ok"))
            .Refuses("://localhost/ok", Use("/ok"))
            .Refuses("_ok", Use("/_ok"))
            .Refuses("-ok", Use("/-ok"))
            .Accepts("/", "/healthz/ready", "${PATH}", "ok/${STAGE}"),

        Judge<string>(EAS0706_SchemeIsKnown, Check + "/http_get/scheme", static scheme => Asking("/ok").With(Scheme, scheme))
            .Refuses("https")
            .Refuses("TCP")
            .Accepts("HTTP", "HTTPS", "${SCHEME}"),

        Judge(EAS0707_NumbersAreGiven)
            .Refuses(
                "no number",
                Valid.With(Readiness, (Probe.Path, "/ok"), (Port, 8000)),
                Check,
                "initial_delay_seconds, period_seconds, timeout_seconds, success_threshold, failure_threshold")
            .Refuses("one too few", Complete(Startup).With(PeriodSeconds, null), "/containers/0/startup_check", "period_seconds")
            .Accepts("all five", Complete(Startup))
            .Accepts("no probe", Valid),

        Judge(EAS0708_PathIsInProduction)
            .RefusesJson(File("/health", "dotnet App.dll"), "/containers/0/startup_check/http_get/path", "'/health'")
            .RefusesJson(File("/alive", "exec dotnet App.dll"), "/containers/0/startup_check/http_get/path", "'/alive'")
            .RefusesJson(
                File("/health", "dotnet App.dll --environment Staging"),
                "/containers/0/startup_check/http_get/path",
                "but EAS runs the program in Staging")
            .RefusesJson(
                File("/health", "dotnet App.dll").Replace("[", "[1, ", StringComparison.Ordinal),
                "/containers/1/startup_check/http_get/path",
                "'/health'")
            .RefusesJson(Beside("./serve", "dotnet App.dll"), "/containers/1/startup_check/http_get/path", "'/health'")
            .AcceptsJson(Beside("dotnet App.dll", "./serve"))
            .AcceptsJson(File("/healthz", "dotnet App.dll"))
            .AcceptsJson(File("/health", "dotnet App.dll --environment=development"))
            .AcceptsJson(File("/health", "env ASPNETCORE_ENVIRONMENT=Development dotnet App.dll"))
            .AcceptsJson(File("/health", "env DOTNET_ENVIRONMENT=Production ASPNETCORE_ENVIRONMENT=Development dotnet App.dll"))
            .AcceptsJson(File("/health", "dotnet App.dll --environment ${STAGE}"))
            .AcceptsJson(File("/health", "python app.py")));

    private static Service Second =>
        Valid.With(Container.FeatureType, (Container.Image, "a:1"), (Container.Port, 8001), (Container.Command, "run"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Misplaced(int container) =>
        Second.With(Readiness, (Probe.Path, "/"), (Port, 5000), (ServiceModel.FeatureType.ContainerIndex, container));

    private static Service Asking(string path) => Valid.With(Readiness, (Probe.Path, path));

    private static Judging<int> Between(IntegerSetting setting, string key, int least, int most = int.MaxValue)
    {
        var judging = Judge<int>(EAS0702_NumbersAreInRange, $"{Check}/{key}", value => Valid.With(Readiness, (setting, value)))
            .Refuses(int.MinValue)
            .Refuses(least - 1)
            .Accepts(least, least + 1, most - 1, most);
        return most == int.MaxValue ? judging : judging.Refuses(most + 1);
    }

    private static Service Complete(FeatureType probe) => Valid.With(probe.Settings.Where(static setting => setting.Written is not null)
        .Aggregate(A(probe, (Probe.Path, "/ok"), (Port, 8000)), static (feature, setting) => feature.Set(setting, setting.Written)));

    private static string Beside(string first, string command) => File("/health", command).Replace(
        "[",
        $$"""[{"image": "b:1", "port": 8001, "command": "{{first}}"}, """,
        StringComparison.Ordinal);

    private static string File(string path, string command) =>
        $$$"""{"containers": [{"image": "a:1", "port": 8000, "command": "{{{command}}}", "startup_check": """
        + $$$"""{"http_get": {"path": "{{{path}}}"} }}]}""";
}
