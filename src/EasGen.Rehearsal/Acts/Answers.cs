namespace EasGen.Rehearsal.Acts;

/// <summary>The questions that are asked of a service, in the order of the report.</summary>
/// <param name="shown">Makes a text fit to be shown, without secrets and control signs.</param>
internal sealed class Answers(Func<string, string> shown)
{
    private readonly List<RehearsalAnswer> answers = [];

    public IReadOnlyList<RehearsalAnswer> All =>
        [.. answers.OrderBy(static answer => Array.FindIndex(Question.All, one => one.Id == answer.Id))];

    /// <summary>What was found at the first question that has failed; null for none.</summary>
    public string? Failure => answers.Find(static answer => answer.Outcome == RehearsalOutcome.Failed)?.Finding;

    /// <summary>Forgets them all, for a new start.</summary>
    public void Clear() => answers.Clear();

    public void Pass(Question question, string finding) => Add(question, RehearsalOutcome.Passed, finding);

    public void Fail(Question question, string finding, params RehearsalAdvice[] advice) =>
        Add(question, RehearsalOutcome.Failed, finding, advice);

    public void Skip(Question question, string reason) => Add(question, RehearsalOutcome.NotPlayed, reason);

    /// <summary>Those that nothing was said of yet.</summary>
    public void SkipRest(IEnumerable<Question> questions, string reason)
    {
        foreach (var question in questions.Where(question => answers.TrueForAll(answer => answer.Id != question.Id)))
            Skip(question, reason);
    }

    private void Add(Question question, RehearsalOutcome outcome, string finding, params RehearsalAdvice[] advice) =>
        answers.Add(new(question.Id, question.Text, outcome, shown(finding), advice));
}

/// <summary>A question of the report.</summary>
internal sealed record Question(string Id, string Text)
{
    public static readonly Question Runs = new("runs", "Does the program run?");
    public static readonly Question Listens = new("listens", "Does it listen where EAS calls it?");
    public static readonly Question Probes = new("probes", "Do its probes answer for it?");
    public static readonly Question InTime = new("in-time", "Is it ready in time?");
    public static readonly Question StaysHealthy = new("stays-healthy", "Does it stay healthy under load?");
    public static readonly Question Answers = new("answers", "Are requests answered, and in time?");
    public static readonly Question Stops = new("stops", "Does an instance end within its grace period?");
    public static readonly Question RolloutAtSigterm = new(
        "rollout-at-sigterm", "Does a rollout lose no request, if an instance is withdrawn at SIGTERM?");
    public static readonly Question RolloutByReadiness = new(
        "rollout-by-readiness", "Does a rollout lose no request, if an instance is withdrawn by its readiness?");
    public static readonly Question SurvivesKill = new("survives-kill", "Does an instance that is killed come back?");
    public static readonly Question SurvivesHang = new("survives-hang", "Is an instance that hangs found and restarted?");
    public static readonly Question CutsLong = new("cuts-long", "Does it survive requests that take too long?");
    public static readonly Question StartsSlowly = new("starts-slowly", "Is it ready in time at half the speed?");

    public static readonly Question[] Usual =
        [Runs, Listens, Probes, InTime, StaysHealthy, Answers, Stops, RolloutAtSigterm, RolloutByReadiness];

    public static readonly Question[] OfChaos = [SurvivesKill, SurvivesHang, CutsLong, StartsSlowly];

    public static readonly Question[] All = [.. Usual, .. OfChaos];
}
