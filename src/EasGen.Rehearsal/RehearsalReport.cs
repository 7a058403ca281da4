using EasGen.Rehearsal.Acts;
using EasGen.Rehearsal.Reports;

namespace EasGen;

/// <summary>What a rehearsal has shown.</summary>
public sealed class RehearsalReport
{
    private readonly RehearsalRecord record;

    internal RehearsalReport(Stage stage, IReadOnlyList<RehearsalAnswer> answers)
    {
        record = RehearsalRecord.Of(stage);
        Answers = answers;
    }

    /// <summary>The name of the service.</summary>
    public string Service => record.Service;

    /// <summary>The questions in their order, with what was seen.</summary>
    public IReadOnlyList<RehearsalAnswer> Answers { get; }

    /// <summary>True when no question has failed.</summary>
    public bool HasPassed => Answers.All(static answer => answer.Outcome != RehearsalOutcome.Failed);

    /// <summary>How long it took.</summary>
    public TimeSpan Duration => record.Duration;

    /// <summary>How many requests were sent.</summary>
    public int Requests => record.Exchanges.Count;

    /// <summary>How many of them were lost: refused, cut, or answered with a failure of the server.</summary>
    public int LostRequests => record.Exchanges.Count(static exchange => exchange.IsLost);

    /// <summary>The report for people: each question, what was seen and what to change.</summary>
    public override string ToString() => TextReport.Write(this);

    /// <summary>The report for programs: questions, instances, probes, requests and events as JSON.</summary>
    public string ToJson() => JsonReport.Write(this, record);

    /// <summary>The report for CI systems: a test case for each question, as JUnit's XML.</summary>
    public string ToJUnit() => JUnitReport.Write(this);

    /// <summary>The timeline as a picture: an SVG with a bar for each instance, its probes and lost requests.</summary>
    public string ToSvg() => TimelinePicture.Write(record);
}
