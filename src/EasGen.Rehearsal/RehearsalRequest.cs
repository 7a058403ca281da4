namespace EasGen;

/// <summary>A request that a rehearsal sends.</summary>
/// <param name="Path">Where it goes, as clients call it behind the service's address; starts with a slash.</param>
/// <param name="Body">What is posted; empty for a GET.</param>
/// <param name="ContentType">The media type of the body.</param>
public sealed record RehearsalRequest(string Path, ReadOnlyMemory<byte> Body = default, string ContentType = "application/json")
{
    /// <summary>Headers that it has besides.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body that a success has to have, to the letter; null for any.</summary>
    public string? ExpectedBody { get; init; }

    /// <summary>A request with a JSON text.</summary>
    public static RehearsalRequest Json(string json, string path = "/") => new(path, System.Text.Encoding.UTF8.GetBytes(json));
}
