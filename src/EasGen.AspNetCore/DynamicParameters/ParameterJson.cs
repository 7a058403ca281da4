using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.DynamicParameters;

internal static class ParameterJson
{
    /// <summary>The values of a JSON object by the keys of configuration, as of <c>appsettings.json</c>.</summary>
    /// <exception cref="FormatException">It is not an object, or has a key twice; keys of configuration know no case.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public static Dictionary<string, string?> Read(ReadOnlySpan<byte> json)
    {
        using var stream = new MemoryStream(json.ToArray());
        var values = new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable();
        // What has no value is the key of an object or a list.
        return values.Where(static pair => pair.Value is not null).ToDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
