namespace EasGen.Rehearsal.Instances;

/// <summary>The pauses before a container is started again, as in Kubernetes: none, 10 s, 20 s and so on, 5 minutes at most.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private TimeSpan next = TimeSpan.Zero;

    public TimeSpan Next()
    {
        var pause = next;
        next = pause == TimeSpan.Zero ? First : pause * 2 < Longest ? pause * 2 : Longest;
        return pause;
    }
}
