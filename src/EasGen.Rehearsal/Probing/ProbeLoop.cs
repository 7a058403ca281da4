namespace EasGen.Rehearsal.Probing;

/// <summary>Asks a probe again and again and counts, by its own numbers.</summary>
internal sealed class ProbeLoop(RehearsedProbe probe, Func<CancellationToken, Task<ProbeAnswer>> ask, Timeline timeline, int instance)
{
    private int successes;
    private int failures;

    /// <summary>Called whenever enough answers in a row agree.</summary>
    public required Action<bool> Decided { get; init; }

    /// <summary>Whether it is not asked any more.</summary>
    public Func<bool> IsOver { get; init; } = static () => false;

    /// <summary>Called after each answer.</summary>
    public required Action<ProbeAnswer, TimeSpan> Answered { get; init; }

    /// <summary>Asks until it is ended, or has decided once.</summary>
    /// <param name="started">When the container started, from which on the first delay counts.</param>
    /// <param name="once">True for a startup probe, which decides once.</param>
    /// <param name="end">Ends the asking.</param>
    public async Task RunAsync(TimeSpan started, bool once, CancellationToken end)
    {
        // Liveness and readiness begin when the startup probe has succeeded.
        var due = started + probe.InitialDelay > timeline.Now ? started + probe.InitialDelay : timeline.Now;
        while (true)
        {
            if (due - timeline.Now is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, end);
            if (IsOver())
                return;
            var asked = timeline.Now;
            var answer = await ask(end);
            var took = timeline.Now - asked;
            timeline.Add(new ProbeRecord(asked, took, instance, probe, answer));
            Answered(answer, took);
            if (Count(answer.Succeeded) is { } decision)
            {
                Decided(decision);
                if (once)
                    return;
            }
            // An answer that takes longer than the period puts the next check off.
            due = due + probe.Period > timeline.Now ? due + probe.Period : timeline.Now;
        }
    }

    private bool? Count(bool succeeded)
    {
        (successes, failures) = succeeded ? (successes + 1, 0) : (0, failures + 1);
        return successes >= probe.SuccessThreshold ? true : failures >= probe.FailureThreshold ? false : null;
    }
}
