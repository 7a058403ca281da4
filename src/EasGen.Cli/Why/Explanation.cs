using EasGen.Api;

namespace EasGen.Cli.Why;

/// <summary>Why a service does not run as it should.</summary>
/// <param name="Evidence">What was seen.</param>
/// <param name="Causes">What it may come from, the likely cause first; empty when nothing known was seen.</param>
internal sealed record Explanation(Evidence Evidence, IReadOnlyList<Cause> Causes)
{
    // More are no answer.
    private const int Most = 3;

    /// <summary>Reads all that may tell, and explains it.</summary>
    /// <param name="client">Who is asked.</param>
    /// <param name="region">The region that it asks in.</param>
    /// <param name="name">The service.</param>
    /// <param name="answer">What a caller of the service was answered; null when nobody says.</param>
    /// <param name="interrupted">Ends the reading.</param>
    /// <exception cref="EasApiException">The service itself cannot be read.</exception>
    public static async Task<Explanation> ReadAsync(
        EasClient client, string region, string name, string? answer = null, CancellationToken interrupted = default) =>
        Of(await new EvidenceReader(client, name, interrupted).ReadAsync(region) with { Answer = answer });

    public static Explanation Of(Evidence evidence)
    {
        var causes = new List<Cause>();
        foreach (var topic in SymptomTable.All.GroupBy(static symptom => symptom.Topic).Where(topic => Counts(topic.Key, evidence)))
        {
            var signs = topic.Select(symptom => (symptom, Sign: symptom.Find(evidence))).Where(static found => found.Sign is not null);
            // Who starts answers with one thing after the other: the last one is where it stands.
            if (topic.Key == Topic.Probe)
                signs = signs.OrderByDescending(static found => found.Sign!.Place);
            causes.AddRange(signs.Select(static found => found.symptom.Explain(found.Sign!)).OfType<Cause>().Take(1));
        }
        return new(evidence, [.. causes.Take(Most)]);
    }

    // What a service that runs has got over explains nothing, but for containers that end again and again.
    private static bool Counts(Topic topic, Evidence evidence) =>
        !evidence.Service.State.IsReady || topic == Topic.Caller || (topic == Topic.End && evidence.Restarts > 0);
}
