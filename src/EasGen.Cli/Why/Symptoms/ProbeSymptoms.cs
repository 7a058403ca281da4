using System.Globalization;
using EasGen.Cli.Live;
using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>The program runs, and a probe fails.</summary>
internal static class ProbeSymptoms
{
    private const string Failed = "(?<probe>Startup|Liveness|Readiness) probe failed";

    private const string Code = Failed + ".{0,80}statuscode: ";

    public static readonly Symptom[] All =
    [
        new(Topic.Probe, Source.Event, Failed + "(?:.*dial tcp \\S{0,100}:(?<port>\\d{1,5}):.*|.*)connection refused", Refused),
        new(Topic.Probe, Source.Event, Code + "(?<code>404)", NotServed),
        new(Topic.Probe, Source.Event, Code + "(?<code>3\\d\\d)", Redirected),
        new(Topic.Probe, Source.Event, Code + "(?<code>40[137])", NotLetIn),
        new(Topic.Probe, Source.Event, Code + "(?<code>5\\d\\d)", SaysNo),
        new(Topic.Probe, Source.Event, Failed + ".*(?:deadline exceeded|Client.Timeout|i/o timeout)", TooSlow),
        new(Topic.Probe, Source.Event, Failed + ".*(?:HTTP response to HTTPS client|malformed HTTP response)", OtherProtocol),
        new(Topic.Probe, Source.Event, Failed + "(?:: (?<what>.{1,200}))?", Fails),
    ];

    private static Cause Refused(Sign sign)
    {
        var port = int.TryParse(sign["port"], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : sign.Service.Port;
        return Unreached.Find(sign, port) ?? new(
            $"Nothing answers on port {Unreached.Text(port)}: the program listens on another one, on localhost only, or not yet",
            "read in the log where it listens, and let it listen on 0.0.0.0 and that port; "
            + "a slow start needs a start-up probe with patience")
        {
            Setting = sign.Service.NameOf(Container.FeatureType, Container.Port),
            Rule = ProgramAddresses.EAS0208_ProgramListensOnPort,
        };
    }

    private static Cause NotServed(Sign sign)
    {
        var text = Answered(sign);
        return sign.Service.Broken(Probe.EAS0708_PathIsInProduction) is { } finding
            ? Cause.Of(text, finding, sign.Service)
            : new(text, "name a path that the program serves, and not in Development only")
            {
                Setting = SettingOf(sign, Probe.Path),
                Rule = CompilerRules.EAS1015_ProbePathIsMapped,
            };
    }

    private static Cause Redirected(Sign sign) => new(
        Answered(sign) + ": it sends the probe elsewhere, as to HTTPS or to a login",
        "answer at the path itself: leave it out of the redirection to HTTPS and of the login, or name the path that it leads to")
    {
        Setting = SettingOf(sign, Probe.Path),
    };

    private static Cause NotLetIn(Sign sign) => new(
        Answered(sign) + ": it asks for a login, and a probe has none",
        "allow this path without a login (in ASP.NET Core: AllowAnonymous), or name another one")
    {
        Setting = SettingOf(sign, Probe.Path),
    };

    private static Cause SaysNo(Sign sign) => new(
        $"{Answered(sign)}: the program itself says that it is not {(Type(sign) == Probe.Readiness ? "ready" : "well")}",
        "read in the log what its check complains about; one that is still loading needs more patience of the start-up probe"
        + Patience(sign.Service))
    {
        Setting = SettingOf(sign, Type(sign) == Probe.Startup ? Probe.StartupFailureThreshold : Probe.Path),
    };

    private static Cause TooSlow(Sign sign)
    {
        var (type, probe) = (Type(sign), sign.Service.First(Type(sign)));
        var limit = probe?[Probe.TimeoutSeconds] is { } seconds ? $"the {Unreached.Text(seconds)} s that it waits" : "it waits";
        return new(
            $"{Name(sign)} failed {Times(sign)}: {Path(sign)} takes longer than {limit}",
            "let the path answer without doing work, take less at once, or wait longer" + (type == Probe.Startup
                ? Patience(sign.Service)
                : ""))
        {
            Setting = SettingOf(sign, Probe.TimeoutSeconds),
        };
    }

    private static Cause OtherProtocol(Sign sign) => new(
        $"{Name(sign)} failed {Times(sign)}: the program does not speak what the probe speaks, HTTP or HTTPS",
        "let the program speak plain HTTP, which EAS sends, and the probe too")
    {
        Setting = SettingOf(sign, Probe.Scheme),
        Rule = ProgramAddresses.EAS0216_ProgramSpeaksHttp,
    };

    private static Cause Fails(Sign sign) => new(
        $"{Name(sign)} failed {Times(sign)}" + (sign["what"] is { Length: > 0 } what ? $": {what}" : ""),
        "read in the log what the program did at that time")
    {
        Setting = SettingOf(sign, Probe.Path),
    };

    private static string Answered(Sign sign) => $"{Name(sign)} failed {Times(sign)}: {Path(sign)} answered {sign["code"]}";

    private static string Name(Sign sign) => Type(sign) == Probe.Startup ? "The start-up probe"
        : Type(sign) == Probe.Liveness ? "The liveness probe" : "The readiness probe";

    private static FeatureType Type(Sign sign) => sign["probe"].ToUpperInvariant() switch
    {
        "STARTUP" => Probe.Startup,
        "LIVENESS" => Probe.Liveness,
        _ => Probe.Readiness,
    };

    private static string Path(Sign sign) =>
        sign.Service.First(Type(sign)) is { } probe ? probe[Probe.Path] ?? "/" : "its path";

    private static string SettingOf(Sign sign, Setting setting) => sign.Service.NameOf(Type(sign), setting);

    private static string Times(Sign sign) => sign.Count == 1 ? "once" : sign.Count == 2 ? "twice" : $"{Unreached.Text(sign.Count)} times";

    // How long a start may take before the container is started again.
    private static string Patience(ObservedService service) =>
        service.First(Probe.Startup) is { } startup
        && startup[Probe.PeriodSeconds] is { } period
        && startup[Probe.StartupFailureThreshold] is { } failures
            ? string.Create(CultureInfo.InvariantCulture, $" (now {failures} failures, one each {period} s)")
            : "";
}
