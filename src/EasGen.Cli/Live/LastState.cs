using System.Text.Json;

namespace EasGen.Cli.Live;

/// <summary>How containers ended before, which the API says as JSON of no documented form.</summary>
internal static class LastState
{
    /// <summary>Keys and values on one line, as <c>Reason: OOMKilled, ExitCode: 137</c>; empty when there is nothing.</summary>
    public static string TextOf(JsonElement? state) => state is { } json ? string.Join(", ", Parts("", json)) : "";

    private static IEnumerable<string> Parts(string key, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(static member => Parts(member.Name, member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Parts(key, item)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ when json.ToString() is { Length: > 0 } value => [key.Length == 0 ? value : $"{key}: {value}"],
        _ => [],
    };
}
