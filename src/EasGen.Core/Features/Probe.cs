using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>The three probes of a container. They share their settings; only the budget of the startup probe is larger.</summary>
internal static class Probe
{
    private const string ServedPort = "the port of the container";

    public static readonly StringSetting Path = new("Path", "http_get/path") { Console = ConsoleParameters.HealthCheck };
    public static readonly IntegerSetting Port = new("Port", "http_get/port")
    {
        Minimum = 1,
        Maximum = 65535,
        Advice = ServedPort,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly EnumSetting Scheme = new("Scheme", "http_get/scheme", "ProbeScheme", "HTTP", "HTTPS")
    {
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting TcpPort = new("TcpPort", "tcp_socket/port")
    {
        Minimum = 1,
        Maximum = 65535,
        Advice = ServedPort,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly ArraySetting Exec = new("Exec", "exec/command") { Console = ConsoleParameters.HealthCheck };

    private static readonly IntegerSetting[] Ports = [Port, TcpPort];

    // Sources dispute what EAS assumes for these, so all five are always written.
    public static readonly IntegerSetting InitialDelaySeconds = new("InitialDelaySeconds", "initial_delay_seconds")
    {
        Minimum = 0,
        Written = 0,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting PeriodSeconds = new("PeriodSeconds", "period_seconds")
    {
        Minimum = 1,
        Written = 10,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting TimeoutSeconds = new("TimeoutSeconds", "timeout_seconds")
    {
        Minimum = 1,
        Written = 3,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting SuccessThreshold = new("SuccessThreshold", "success_threshold")
    {
        Minimum = 1,
        Written = 1,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting FailureThreshold = new("FailureThreshold", "failure_threshold")
    {
        Minimum = 1,
        Written = 3,
        Console = ConsoleParameters.HealthCheck,
    };

    // Readiness is asked more often: an instance that drains has to fail before it is gone, see Withdrawal.
    public static readonly IntegerSetting ReadinessPeriodSeconds = new("PeriodSeconds", "period_seconds")
    {
        Minimum = 1,
        Written = 3,
        Console = ConsoleParameters.HealthCheck,
    };
    public static readonly IntegerSetting StartupFailureThreshold = new("FailureThreshold", "failure_threshold")
    {
        Minimum = 1,
        Written = 30,
        Console = ConsoleParameters.HealthCheck,
    };

    public static readonly Rule EAS0701_ProbeHasOneMethod = Rule.Error("EAS0701", "Probe has no method or several")
        .When(Path, static service =>
        {
            foreach (var probe in service.All(Path))
            {
                var methods = Methods(probe);
                if (methods.Count == 0 && !RawSetting.IsInside(service, probe.Pointer))
                    service.Report(probe.Pointer, $"The probe has no method; set one of {Path}, {TcpPort} and {Exec}");
                else if (methods.Count > 1)
                    service.Report(probe.Pointer, $"The probe has several methods ({methods}); keep one of them");
            }
        });

    public static readonly Rule EAS0702_NumbersAreInRange = Rule.Error("EAS0702", "Probe number is out of range")
        .Bounds(
            Port,
            TcpPort,
            InitialDelaySeconds,
            PeriodSeconds,
            ReadinessPeriodSeconds,
            TimeoutSeconds,
            SuccessThreshold,
            FailureThreshold,
            StartupFailureThreshold);

    public static readonly Rule EAS0703_SuccessThresholdIsOne = Rule.Warning(
        "EAS0703",
        "Startup or liveness probe requires several successes")
        .When(Path, static service =>
        {
            foreach (var probe in service.All(Path))
            {
                if (probe.Type != Readiness && probe[SuccessThreshold] is { } threshold and > 1)
                    service.Report(
                        probe.At(SuccessThreshold),
                        $"{SuccessThreshold} is {threshold}, but Kubernetes, on which EAS runs, "
                        + $"allows only 1 for startup and liveness probes; set it to 1",
                        Fix.Use(1).Certainly());
            }
        });

    public static readonly Rule EAS0704_PortIsServed = Rule.Warning("EAS0704", "Probe calls a port that no container listens on")
        .When(Path, static service =>
        {
            var ports = Array.ConvertAll(
                service.All(Container.FeatureType),
                static container => container[Container.Port] ?? ServiceDefaults.Port);
            foreach (var probe in service.All(Path))
            {
                foreach (var setting in Ports)
                {
                    if (probe[setting] is { } port && port is >= 1 and <= 65535 && ports.Length > 0 && Array.IndexOf(ports, port) < 0)
                        service.Report(
                            probe.At(setting),
                            $"The probe calls port {port}, but the {(ports.Length == 1 ? "container listens" : "containers listen")} "
                            + $"on {string.Join(", ", ports.Distinct().Select(Text))}; make them equal",
                            Fix.Use(ports[Math.Min(Math.Max(probe[FeatureType.ContainerIndex] ?? 0, 0), ports.Length - 1)]));
                }
            }
        });

    public static readonly Rule EAS0705_PathStartsWithSlash = Rule.Error("EAS0705", "Probe path does not start with a slash")
        .Each(Path, static path => path.StartsWith("/", StringComparison.Ordinal)
            ? null
            : Rooted(path) is { } rooted
                ? new($"The probe path '{path}' does not start with '/'; write it as '{rooted}'", Fix.UseCertainly(rooted))
                : new($"The probe path '{path}' does not start with '/'; write only the path, such as '/health'"));

    public static readonly Rule EAS0706_SchemeIsKnown = Rule.Error("EAS0706", "Probe scheme is not known").Choices(Scheme);

    /// <summary>The compiler never sees it: what an attribute leaves out is written.</summary>
    public static readonly Rule EAS0707_NumbersAreGiven = Rule.Warning("EAS0707", "Probe does not set all its numbers")
        .When(Path, static service =>
        {
            foreach (var probe in service.All(Path))
            {
                var missing = Missing(service, probe);
                if (missing.Count > 0)
                    service.Report(
                        probe.Pointer,
                        $"The probe does not set {string.Join(", ", missing)}, "
                        + $"and sources disagree about the defaults; set all five numbers");
            }
        });

    /// <summary>The reader raises it: beside its code a class is judged by EAS1015 and EAS1016.</summary>
    public static readonly Rule EAS0708_PathIsInProduction = Rule.Warning(
        "EAS0708",
        "Probe calls a path that the .NET templates map only in Development");

    public static readonly FeatureType Startup = Of("StartupProbe", "startup_check", PeriodSeconds, StartupFailureThreshold);
    public static readonly FeatureType Liveness = Of("LivenessProbe", "liveness_check", PeriodSeconds, FailureThreshold);
    public static readonly FeatureType Readiness = Of("ReadinessProbe", "health_check", ReadinessPeriodSeconds, FailureThreshold);

    public static readonly Rule[] Rules =
    [
        EAS0701_ProbeHasOneMethod, EAS0702_NumbersAreInRange, EAS0703_SuccessThresholdIsOne, EAS0704_PortIsServed,
        EAS0705_PathStartsWithSlash, EAS0706_SchemeIsKnown, EAS0707_NumbersAreGiven, EAS0708_PathIsInProduction,
    ];

    /// <summary>True for the feature type of any of the three.</summary>
    public static bool IsProbe(FeatureType type) => type == Startup || type == Liveness || type == Readiness;

    private static FeatureType Of(string attribute, string key, IntegerSetting period, IntegerSetting failureThreshold) => new(
        attribute,
        $"/containers/#/{key}",
        [
            Path,
            Port,
            Scheme,
            TcpPort,
            Exec,
            InitialDelaySeconds,
            period,
            TimeoutSeconds,
            SuccessThreshold,
            failureThreshold,
            FeatureType.ContainerIndex,
        ]);

    // A port alone asks for the root path.
    private static List<Setting> Methods(AddressedFeature probe)
    {
        var methods = new List<Setting>(1);
        if (probe[Path] is not null || probe[Port] is not null)
            methods.Add(Path);
        if (probe[TcpPort] is not null)
            methods.Add(TcpPort);
        if (probe[Exec] is { Count: > 0 })
            methods.Add(Exec);
        return methods;
    }

    private static List<string?> Missing(Inspection service, AddressedFeature probe)
    {
        var missing = new List<string?>();
        for (var i = 0; i < probe.Type.Settings.Length; i++)
        {
            var setting = probe.Type.Settings[i];
            if (setting.Written is not null && probe.Feature.ValueAt(i) is null && !RawSetting.IsSaid(service, probe.At(setting)))
                missing.Add(setting.Path);
        }
        return missing;
    }

    // Of a URL its path, unless it names a port, which the probe says apart.
    private static string? Rooted(string path)
    {
        path = path.Trim();
        if (path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            var rest = path.Substring(scheme + 3);
            var slash = rest.IndexOf('/');
            return rest.IndexOf(':') >= 0 ? null : slash < 0 ? "/" : rest.Substring(slash);
        }
        return path.StartsWith("/", StringComparison.Ordinal) ? path
            : path.Length == 0 || char.IsLetterOrDigit(path[0]) || path[0] is '?' or '_' or '-' ? "/" + path
            : null;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
