namespace Sonnets;

/// <summary>
/// Continues a text character by character, each chosen by the <see cref="Order"/> characters before it, or by fewer if these never
/// stood together (back-off). Immutable once made, so that many requests can share one.
/// </summary>
public sealed class SonnetModel
{
    public const string FileName = "sonnets.txt";

    /// <summary>The most characters that a choice looks back on.</summary>
    public const int Order = 6;

    // An empty line ends a sonnet, so that what follows one begins the next.
    private const string BetweenSonnets = "\n\n";

    private readonly Dictionary<string, NextCharacters> contexts = [];

    /// <summary>Learns a text, which takes a moment: there is no training to run before.</summary>
    /// <exception cref="InvalidDataException">
    /// There is nothing to learn in the text, or it has characters that the model cannot write.
    /// </exception>
    public SonnetModel(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidDataException("the text is empty.");
        if (text.Any(char.IsSurrogate))
            throw new InvalidDataException("the text has characters beyond U+FFFF, such as emoji; remove them.");

        Learn(BetweenSonnets + text.ReplaceLineEndings("\n").Trim() + BetweenSonnets);
    }

    /// <summary>Reads <c>sonnets.txt</c> in <paramref name="folder"/> and learns it.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not hold a text to learn from; the message says why.</exception>
    public static async Task<SonnetModel> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: there is no such file. Is the folder mounted?", path);

        var text = await File.ReadAllTextAsync(path, cancellationToken);
        try
        {
            return new SonnetModel(text);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes on, one token each time that the caller asks for the next.</summary>
    /// <exception cref="ArgumentException">The request has a problem, as <see cref="SonnetRequest.FindProblem"/> names it.</exception>
    public IEnumerable<Token> Continue(SonnetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.FindProblem() is { } problem)
            throw new ArgumentException(problem, nameof(request));

        return Write(request);
    }

    private void Learn(string text)
    {
        for (var end = 0; end < text.Length; end++)
        {
            for (var length = 0; length <= Math.Min(Order, end); length++)
            {
                var context = text[(end - length)..end];
                if (!contexts.TryGetValue(context, out var next))
                    contexts.Add(context, next = new());
                next.Add(text[end]);
            }
        }
    }

    private IEnumerable<Token> Write(SonnetRequest request)
    {
        var random = request.Seed is { } seed ? new Random(seed) : new Random();
        var recent = Latest(BetweenSonnets + request.Prompt.ReplaceLineEndings("\n"));
        for (var index = 0; index < request.MaxTokens; index++)
        {
            var known = LongestKnown(recent);
            var next = contexts[known].Choose(request.Temperature, random);
            recent = Latest(recent + next);
            yield return new(index, next.ToString(), known.Length);
        }
    }

    // The empty context is always known.
    private string LongestKnown(string recent)
    {
        while (!contexts.ContainsKey(recent))
            recent = recent[1..];
        return recent;
    }

    private static string Latest(string text) => text[Math.Max(0, text.Length - Order)..];
}
