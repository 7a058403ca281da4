using System.Text.RegularExpressions;

namespace Acme.Predictor_1;

/// <summary>Learns by counting the words of each label: a naive Bayes classifier.</summary>
public sealed partial class ReviewModel
{
    /// <summary>A label, a tab and a text on each line.</summary>
    public const string FileName = "reviews.tsv";

    private readonly string[] labels;
    private readonly double[] priors;
    private readonly Dictionary<string, double[]> words;

    // Logarithms of probabilities, one for each label.
    private ReviewModel(string[] labels, double[] priors, Dictionary<string, double[]> words) =>
        (this.labels, this.priors, this.words) = (labels, priors, words);

    /// <summary>Learns from <c>reviews.tsv</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="InvalidDataException">The file holds no reviews; the message says why.</exception>
    public static ReviewModel Learn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var reviews = File.ReadLines(path).Select((line, index) => line.Split('\t') is [{ Length: > 0 } label, var text]
            ? (Label: label, Text: text)
            : throw new InvalidDataException($"{path}({index + 1}): the line must be a label, a tab and a text.")).ToArray();
        return reviews.Length > 0 ? Learn(reviews) : throw new InvalidDataException($"{path}: the file is empty.");
    }

    /// <summary>Gives the label under which the words of a text are most probable.</summary>
    public Verdict Judge(string text)
    {
        var known = Words(text).Select(word => words.GetValueOrDefault(word)).OfType<double[]>().ToArray();
        var scores = priors.Select((prior, label) => prior + known.Sum(word => word[label])).ToArray();

        // Softmax: from logarithms back to probabilities.
        var best = scores.Max();
        var confidence = 1 / scores.Sum(score => Math.Exp(score - best));
        return new Verdict(labels[Array.IndexOf(scores, best)], confidence);
    }

    private static ReviewModel Learn((string Label, string Text)[] reviews)
    {
        var byLabel = reviews.GroupBy(review => review.Label).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var counts = byLabel
            .Select(group => group.SelectMany(review => Words(review.Text)).CountBy(word => word).ToDictionary())
            .ToArray();
        var vocabulary = counts.SelectMany(count => count.Keys).Distinct().ToArray();
        var totals = counts.Select(count => count.Values.Sum()).ToArray();

        // One more than was counted (Laplace), so that a word that a label never had does not rule it out.
        return new ReviewModel(
            byLabel.Select(group => group.Key).ToArray(),
            byLabel.Select(group => Math.Log((double)group.Count() / reviews.Length)).ToArray(),
            vocabulary.ToDictionary(word => word, word => counts
                .Select((count, label) => Math.Log((count.GetValueOrDefault(word) + 1.0) / (totals[label] + vocabulary.Length)))
                .ToArray()));
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Word();
}
