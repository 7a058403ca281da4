using EasGen.AspNetCore;

namespace EasGen;

/// <summary>
/// What a chat client or an embedding generator says beside its answers: which models it is, and how many calls it takes.
/// </summary>
public sealed record EasModelOptions : PredictOptions
{
    internal static new EasModelOptions Default { get; } = new();

    /// <summary>
    /// The names of the models, as requests and <c>GET /v1/models</c> have them: at least one, none of them empty, each once. A
    /// request that names no model asks for the first, one that names another is answered with 404. With several, the client reads
    /// the name that was asked for in the <c>ModelId</c> of its options. <see langword="null"/>, the default: one, with the name of
    /// the service.
    /// </summary>
    /// <exception cref="ArgumentException">There is no name, an empty one, or the same twice.</exception>
    public IReadOnlyList<string>? Models
    {
        get;
        init => field = value is null || AreRight(value)
            ? value
            : throw new ArgumentException(
                $"Models is [{string.Join(", ", value.Select(static name => $"'{name}'"))}], but must have one name or more, "
                + "none of them empty, each once.",
                nameof(value));
    }

    private static bool AreRight(IReadOnlyList<string> names) =>
        names.Count > 0 && !names.Any(string.IsNullOrWhiteSpace) && names.Distinct().Count() == names.Count;
}
