using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>The gateway refuses a caller, who has to say so: the API of PAI-EAS does not.</summary>
internal static class CallerSymptoms
{
    public static readonly Symptom[] All =
    [
        new(Topic.Caller, Source.Answer, "Invalid token|Unauthorized|\\b401\\b", WrongToken),
        new(Topic.Caller, Source.Answer, "\\b450\\b", QueueIsFull),
        new(Topic.Caller, Source.Answer, "\\b503\\b", NobodyIsReady),
        new(Topic.Caller, Source.Answer, "\\b499\\b", CallerLeft),
        new(Topic.Caller, Source.Answer, "\\b408\\b", TooLong),
    ];

    private static Cause WrongToken(Sign sign) => new(
        "The caller sends no token, or one that is not valid any more",
        "send the token of the service in the header Authorization")
    {
        Setting = sign.Service.NameOf(AccessToken.FeatureType, AccessToken.Secret),
    };

    private static Cause QueueIsFull(Sign sign) => new(
        "The queue of the instances is full (450): more requests come than they work off"
        + (sign.Service.First(RequestHandling.FeatureType)?[RequestHandling.MaxQueueSize] is { } size
            ? $"; one holds {Unreached.Text(size)}"
            : ""),
        "add instances or an autoscaler, or let the queue be longer")
    {
        Setting = sign.Service.NameOf(RequestHandling.FeatureType, RequestHandling.MaxQueueSize),
    };

    private static Cause NobodyIsReady(Sign sign) => new(
        $"No instance was ready (503); now {Unreached.Text(sign.Service.State.RunningInstance)} "
        + $"of {Unreached.Text(sign.Service.State.TotalInstance)} run",
        "run more than one instance, and let the readiness probe fail only when the program cannot answer")
    {
        Setting = sign.Service.NameOf(EasService.FeatureType, EasService.Instances),
    };

    private static Cause CallerLeft(Sign sign) => new(
        "The caller left before it was answered (499): it waits for a shorter time than an answer takes",
        "let the caller wait longer, or make the answer shorter")
    {
        Setting = Timeout(sign),
    };

    private static Cause TooLong(Sign sign) => new(
        "An answer took longer than the service allows (408)",
        "allow more time for an answer, or let long work be done through a queue")
    {
        Setting = Timeout(sign),
    };

    private static string Timeout(Sign sign) => sign.Service.NameOf(RequestHandling.FeatureType, RequestHandling.TimeoutSeconds);
}
