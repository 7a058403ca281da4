using System.Text.RegularExpressions;
using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Secrets;
using EasGen.Core.Writing;

namespace EasGen.Cli.Import;

/// <summary>A secret that stood in a file in clear text.</summary>
/// <param name="Pointer">Where it usually stands; of one in a comment, what the comment is about.</param>
/// <param name="Placeholder">What stands there now.</param>
/// <param name="Text">The secret itself, which no output shows.</param>
/// <param name="IsWhole">False when it is a part of a text, or of a comment.</param>
/// <param name="Bytes">Where the file has it, if it is in a comment.</param>
internal sealed record HiddenSecret(string Pointer, string Placeholder, string Text, bool IsWhole, FileBytes? Bytes);

/// <summary>Replaces secrets by placeholders, wherever they stand again too.</summary>
internal sealed class Secrets
{
    // Shorter ones are part of many words; in a comment, which nobody builds, that does no harm.
    private const int Telling = 6;
    private const int TellingInComment = 4;

    private readonly SecretNames names;
    private readonly List<HiddenSecret> found = [];

    private Secrets(SecretNames names) => this.names = names;

    public IReadOnlyList<HiddenSecret> Found => found;

    /// <summary>The service without its secrets, and what knows them.</summary>
    public static (Service Service, Secrets Secrets) Replace(Service service, SecretNames names)
    {
        names.Reserve(ServiceWriter.Write(service));
        var secrets = new Secrets(names);
        var search = new SecretSearch(static () => FeatureCatalog.Schema, secrets.Hide);
        var all = Addressing.Of(service);
        var open = Array.ConvertAll(
            all,
            placed => Changed(placed.Feature, (setting, value) => search.Setting(placed, setting, value, all)));
        return (new(EquatableArray<Feature>.From(open.Select(secrets.WithoutSame))), secrets);
    }

    /// <summary>A comment without secrets: those of the file, and its own.</summary>
    public string InComment(Comment comment)
    {
        var text = SecretText.Replace(comment.Text, SecretText.Find(comment.Text), part => InComment(comment, part));
        return found.Where(static secret => secret.Text.Length >= TellingInComment)
            .Aggregate(text, static (text, secret) => text.Replace(secret.Text, secret.Placeholder, StringComparison.Ordinal));
    }

    // A copy of another one has its placeholder.
    private string InComment(Comment comment, SecretPart part)
    {
        var text = comment.Text.Substring(part.Start, part.Length);
        return found.Find(secret => secret.Text == text)?.Placeholder
            ?? Hide(new(comment.Pointer, part.Name, text, IsWhole: false), comment.Bytes(part.Start, part.Length));
    }

    private string Hide(Secret secret) => Hide(secret, null);

    private string Hide(Secret secret, FileBytes? bytes)
    {
        var placeholder = names.Take(secret.Name, secret.Text);
        found.Add(new(secret.Pointer, placeholder, secret.Text, secret.IsWhole, bytes));
        return placeholder;
    }

    private Feature WithoutSame(Feature feature) => found.Count == 0 ? feature : Changed(feature, (setting, value) => setting switch
    {
        StringSetting { InJson: true } text => Prefixed(text, (string)value, WithoutSame((string)value)),
        ArraySetting or JsonSetting or AnySetting => setting.FromJson(WithoutSame(setting.ToJson(value)))!,
        _ => value,
    });

    private JsonNode WithoutSame(JsonNode json)
    {
        if (json.Kind == JsonKind.String)
            return JsonNode.String(WithoutSame(json.Text));
        if (json.Kind is not (JsonKind.Object or JsonKind.Array))
            return json;
        var open = json.Kind == JsonKind.Array ? JsonNode.Array() : JsonNode.Object();
        foreach (var member in json.Members)
            open.Add(member.Key, WithoutSame(member.Value));
        return open;
    }

    private string WithoutSame(string text) => found
        .Where(secret => secret.Text.Length >= Telling && text.Contains(secret.Text, StringComparison.Ordinal))
        .Aggregate(text, static (open, secret) => Regex.Replace(
            open,
            $@"(?<![A-Za-z0-9_]|\$\{{){Regex.Escape(secret.Text)}(?![A-Za-z0-9_])",
            secret.Placeholder.Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.CultureInvariant));

    // What begins with a placeholder has its prefix from there.
    private static string Prefixed(StringSetting setting, string text, string open) =>
        open != text && Placeholder.IsAtStart(open) ? setting.Prefix + open : open;

    private static Feature Changed(Feature feature, Func<Setting, object, object> change) =>
        new(
            feature.Type,
            [.. feature.Type.Settings.Select(setting => feature.Value(setting) is { } value ? change(setting, value) : null)]);
}
