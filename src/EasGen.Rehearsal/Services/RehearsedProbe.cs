using EasGen.Core.Features;

namespace EasGen.Rehearsal.Services;

internal enum ProbeKind
{
    Startup,
    Liveness,
    Readiness,
}

/// <summary>A probe with its numbers. Those that the JSON leaves out are Kubernetes', as sources about EAS disagree.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Pointer">Where it stands in the JSON.</param>
/// <param name="Port">The port it calls, in the container; of a command none.</param>
internal sealed record RehearsedProbe(ProbeKind Kind, string Pointer, int Port)
{
    /// <summary>The path of a GET; null for another method.</summary>
    public string? Path { get; private init; }

    public bool IsTls { get; private init; }

    /// <summary>The command; empty for another method.</summary>
    public IReadOnlyList<string> Exec { get; private init; } = [];

    public TimeSpan InitialDelay { get; private init; }

    public TimeSpan Period { get; private init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Timeout { get; private init; } = TimeSpan.FromSeconds(1);

    public int SuccessThreshold { get; private init; } = 1;

    public int FailureThreshold { get; private init; } = 3;

    /// <summary>The key in the JSON, such as <c>startup_check</c>; of the check that EAS makes by itself a description.</summary>
    public string Name => IsImplied ? "TCP check of the port" : Pointer[(Pointer.LastIndexOf('/') + 1)..];

    /// <summary>True for the check that EAS makes where the JSON has no readiness probe.</summary>
    public bool IsImplied { get; private init; }

    /// <summary>How long it fails until that has consequences.</summary>
    public TimeSpan TimeToFail => Period * FailureThreshold;

    /// <summary>How long a start may take, of a startup probe.</summary>
    public TimeSpan Budget => InitialDelay + TimeToFail;

    /// <summary>What it does, as a person would say it.</summary>
    public string Call => Exec.Count > 0 ? string.Join(' ', Exec)
        : Path is null ? FormattableString.Invariant($"TCP {Port}")
        : FormattableString.Invariant($"GET {Path} at port {Port}{(IsTls ? ", by TLS," : "")}");

    public string At(Setting setting) => setting.At(Pointer);

    public static RehearsedProbe Of(AddressedFeature probe, int containerPort)
    {
        var kind = probe.Type == Probe.Startup ? ProbeKind.Startup
            : probe.Type == Probe.Liveness ? ProbeKind.Liveness
            : ProbeKind.Readiness;
        var period = kind == ProbeKind.Readiness ? Probe.ReadinessPeriodSeconds : Probe.PeriodSeconds;
        var failures = kind == ProbeKind.Startup ? Probe.StartupFailureThreshold : Probe.FailureThreshold;
        IReadOnlyList<string> exec = [.. probe[Probe.Exec].GetValueOrDefault()];
        var isTcp = probe[Probe.TcpPort] is not null;
        return new(kind, probe.Pointer, probe[Probe.Port] ?? probe[Probe.TcpPort] ?? containerPort)
        {
            Path = exec.Count > 0 || isTcp ? null : probe[Probe.Path] ?? "/",
            IsTls = probe[Probe.Scheme] == "HTTPS",
            Exec = exec,
            InitialDelay = TimeSpan.FromSeconds(Math.Max(0, probe[Probe.InitialDelaySeconds] ?? 0)),
            Period = TimeSpan.FromSeconds(Math.Max(1, probe[period] ?? 10)),
            Timeout = TimeSpan.FromSeconds(Math.Max(1, probe[Probe.TimeoutSeconds] ?? 1)),
            SuccessThreshold = Math.Max(1, probe[Probe.SuccessThreshold] ?? 1),
            FailureThreshold = Math.Max(1, probe[failures] ?? 3),
        };
    }

    /// <summary>The readiness check of a container that has none: EAS asks whether the port is open.</summary>
    public static RehearsedProbe OfPort(string container, int port) => new(ProbeKind.Readiness, container, port)
    {
        IsImplied = true,
        Period = TimeSpan.FromSeconds(1),
    };
}
