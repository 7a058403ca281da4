using EasGen.Core.Starting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Compiler.UserCode;

/// <summary>What appsettings.json, and the file of the environment over it, say about where to listen.</summary>
internal static class AppSettings
{
    private const string Name = "appsettings";
    private const string Extension = ".json";

    public static bool IsSettings(AdditionalText file) => EnvironmentOf(file) is not null;

    /// <summary>The settings that count in an environment, each with its file.</summary>
    public static IReadOnlyList<(AdditionalText File, string Setting, ListenAddress Address)> Read(
        IEnumerable<AdditionalText> files,
        string environment,
        CancellationToken cancellation)
    {
        var told = new Dictionary<string, (AdditionalText, string, ListenAddress)>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => EnvironmentOf(file) is { } its && (its.Length == 0 || string.Equals(
            its,
            environment,
            StringComparison.OrdinalIgnoreCase))).OrderBy(static file => EnvironmentOf(file)!.Length))
        {
            if (file.GetText(cancellation) is not { } text
                || JsonParser.Parse(text.ToString(), JsonDialect.Settings, out _) is not { } root)
                continue;
            foreach (var (setting, value) in Settings(root, ""))
                told[setting] = (file, setting, ListenAddress.Of(Location(file, text, value), setting, value.Text));
        }
        var rank = told.Keys.Select(DotnetSetting.Rank).DefaultIfEmpty().Min();
        return [.. told.Values.Where(setting => DotnetSetting.Rank(setting.Item2) == rank)];
    }

    // Empty for the file of every environment; null for another file.
    private static string? EnvironmentOf(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        if (!name.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || !name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return null;
        var middle = name.Substring(Name.Length, name.Length - Name.Length - Extension.Length);
        return middle.Length == 0 ? "" : middle[0] == '.' ? middle.Substring(1) : null;
    }

    private static IEnumerable<(string Setting, JsonNode Value)> Settings(JsonNode node, string path)
    {
        foreach (var member in node.Members)
        {
            var key = path.Length == 0 ? member.Key : $"{path}:{member.Key}";
            if (member.Value.Kind == JsonKind.Object && key.Split(':').Length < 4)
            {
                foreach (var inner in Settings(member.Value, key))
                    yield return inner;
            }
            else if (member.Value.Kind is JsonKind.String or JsonKind.Number && DotnetSetting.Of(key) is { } setting)
            {
                yield return (setting, member.Value);
            }
        }
    }

    private static Location Location(AdditionalText file, SourceText text, JsonNode value)
    {
        var span = TextSpan.FromBounds(value.Start, value.End);
        return Microsoft.CodeAnalysis.Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
