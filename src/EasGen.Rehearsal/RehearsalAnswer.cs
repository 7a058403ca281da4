namespace EasGen;

/// <summary>One question of a rehearsal, and what was seen.</summary>
/// <param name="Id">The question for programs, such as <c>in-time</c>.</param>
/// <param name="Question">The question for people.</param>
/// <param name="Outcome">Whether it went well.</param>
/// <param name="Finding">What was seen.</param>
/// <param name="Advice">What to change; empty where nothing is to be changed.</param>
public sealed record RehearsalAnswer(
    string Id, string Question, RehearsalOutcome Outcome, string Finding, IReadOnlyList<RehearsalAdvice> Advice);

/// <summary>What to change.</summary>
/// <param name="Setting">
/// The setting's place in the service JSON, such as <c>containers[0].port</c>; null for a change of the program.
/// </param>
/// <param name="Text">The change.</param>
/// <param name="Rule">The rule whose page says more, such as <c>EAS0208</c>; null where there is none.</param>
public sealed record RehearsalAdvice(string? Setting, string Text, string? Rule = null);

/// <summary>How a question of a rehearsal was answered.</summary>
public enum RehearsalOutcome
{
    /// <summary>It went well.</summary>
    Passed,

    /// <summary>On PAI-EAS it would not go well.</summary>
    Failed,

    /// <summary>It could not be tried; the finding says why.</summary>
    NotPlayed,
}
