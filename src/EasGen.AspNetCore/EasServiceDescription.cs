using System.Diagnostics.CodeAnalysis;
using EasGen.Core.Features;

namespace EasGen.AspNetCore;

/// <summary>The numbers of the service JSON that the running process has to honour. Units are in the names.</summary>
public sealed record EasServiceDescription
{
    /// <summary>The name of the service (<c>metadata.name</c>), as the probe bodies and the logs show it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The port that the service listens on (<c>containers[0].port</c>), 1 to 65535; 8000 by default. The environment
    /// variable <c>LISTENING_PORT</c>, which EAS sets, wins.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public int Port
    {
        get;
        init => field = value is >= 1 and <= 65535 ? value : throw Refused(nameof(Port), value, "a port, from 1 to 65535");
    } = ServiceDefaults.Port;

    /// <summary>
    /// Whether the service speaks gRPC (<c>metadata.enable_grpc</c>): the port then takes HTTP/2 with prior knowledge and
    /// without TLS, beside
    /// HTTP/1.1, with which EAS asks the probes. <see langword="false"/> by default: the port takes HTTP/1.1 alone.
    /// </summary>
    public bool Grpc { get; init; }

    /// <summary>
    /// The longest time in milliseconds that one predict request may take (<c>metadata.rpc.keepalive</c>), above 0. Beyond it the
    /// method's token is cancelled and the client gets 408. <see langword="null"/>, the default: no limit of our own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less.</exception>
    public int? RequestTimeoutMilliseconds
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(RequestTimeoutMilliseconds), value, "1 or more");
    }

    /// <summary>
    /// The largest body in bytes that a predict request may have, 1048576 (that of the EAS gateway) by default. Beyond it the
    /// client gets 413.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public long MaxRequestBodyBytes
    {
        get;
        init => field = value >= 0 ? value : throw Refused(nameof(MaxRequestBodyBytes), value, "0 or more");
    } = 1024 * 1024;

    /// <summary>
    /// The time in seconds between SIGTERM and the end of the instance (<c>metadata."eas.termination_grace_period"</c>), above 0;
    /// 30, that of EAS, by default. The host's shutdown timeout is this less a margin.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less.</exception>
    public int GracePeriodSeconds
    {
        get;
        init => field = value >= 1 ? value : throw Refused(nameof(GracePeriodSeconds), value, "1 or more");
    } = ServiceDefaults.GracePeriodSeconds;

    /// <summary>
    /// How many seconds after SIGTERM the service, no longer ready, still accepts requests, so that the gateway has time to look elsewhere.
    /// <see langword="null"/>, the default: a third of the grace period, but 10 at most. 0: stop accepting at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int? DrainSeconds
    {
        get;
        init => field = value is null or >= 0 ? value : throw Refused(nameof(DrainSeconds), value, "0 or more");
    }

    /// <summary>
    /// The metrics that the service reports to EAS (<c>metrics</c>): what instruments with these names measure is posted to the
    /// engine beside it. None by default.
    /// </summary>
    public IReadOnlyList<EasCustomMetric> CustomMetrics { get; init; } = [];

    /// <summary>
    /// The dynamic parameters (<c>properties</c>) as a JSON object: values of the app's configuration, which change with the
    /// file in which EAS shows them. <see langword="null"/>, the default: dynamic parameters are off.
    /// </summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? DynamicParameters { get; init; }

    private static ArgumentOutOfRangeException Refused(string name, object? value, string expected) =>
        new(nameof(value), value, $"{name} must be {expected}.");
}
