using System.Text.Json;

namespace EasGen.Api;

/// <summary>What the API says of an error, its names in either case; nothing of an answer that is no JSON.</summary>
internal sealed record ErrorAnswer(string? Code, string? Message, string? RequestId)
{
    private static readonly ErrorAnswer Nothing = new(null, null, null);

    public static ErrorAnswer Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, EasJsonContext.Default.ErrorAnswer) ?? Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }
}
