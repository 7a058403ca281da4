using System.Globalization;
using EasGen.Core.Secrets;

namespace EasGen.Core.Comparing;

/// <summary>
/// What two service JSONs do not have in common, setting by setting. The order of keys does not matter; items of a list are matched
/// by what tells them apart, such as the name of a variable or the path of a mount, otherwise by their order,
/// which is compared on its own.
/// </summary>
internal static class ServiceComparison
{
    // The keys that tell the items of the lists of a service apart.
    private static readonly string[] Identities = ["name", "mount_path", "key", "type"];

    /// <summary>The changes in the order of the first document; what the second adds comes at the end of its object or list.</summary>
    /// <param name="before">The first document.</param>
    /// <param name="after">The second.</param>
    /// <param name="hideBefore">Hides the secrets of the first; also those that are too short to be told by their text.</param>
    /// <param name="hideAfter">Hides those of the second.</param>
    public static IReadOnlyList<SettingChange> Compare(
        JsonNode before, JsonNode after, Concealment? hideBefore = null, Concealment? hideAfter = null)
    {
        var changes = new List<SettingChange>();
        Compare("", new(before, "", hideBefore), new(after, "", hideAfter), changes);
        return changes;
    }

    /// <summary>Hides the secrets of both documents in a text about them.</summary>
    public static Func<string, string> Hiding(Concealment before, Concealment after) => text => after.Of(before.Of(text));

    private static void Compare(string place, Part? before, Part? after, List<SettingChange> changes)
    {
        if (before is { Json.Kind: JsonKind.Object } && after is { Json.Kind: JsonKind.Object })
            CompareParts(Members(before), Members(after), key => place.Length == 0 ? key : $"{place}.{key}", changes);
        else if (before is { Json.Kind: JsonKind.Array } && after is { Json.Kind: JsonKind.Array })
            CompareItems(place, Items(before, after), Items(after, before), changes);
        else if (before is null || after is null || !IsSame(before.Json, after.Json))
            changes.Add(new(place, before?.Shown, after?.Shown));
    }

    private static void CompareParts(Parts before, Parts after, Func<string, string> place, List<SettingChange> changes)
    {
        foreach (var part in before)
            Compare(place(Name(part.Key)), part.Value, after.TryGetValue(part.Key, out var now) ? now : null, changes);
        foreach (var added in after.Where(part => !before.ContainsKey(part.Key)))
            Compare(place(Name(added.Key)), null, added.Value, changes);
    }

    // The order of a list may matter: the first container takes the traffic.
    private static void CompareItems(string place, Parts before, Parts after, List<SettingChange> changes)
    {
        var (kept, now) = (Common(before, after), Common(after, before));
        if (!kept.SequenceEqual(now, StringComparer.Ordinal))
            changes.Add(new($"the order of {place}", List(kept), List(now)));
        CompareParts(before, after, key => $"{place}[{key}]", changes);
    }

    private static string[] Common(Parts list, Parts other) => [.. list.Keys.Where(other.ContainsKey).Select(static key => key.Key)];

    private static JsonNode List(string[] keys) => JsonNode.Array(keys.Select(JsonNode.String));

    // A key that is given again counts on its own: who reads the file may take either.
    private static Parts Members(Part outer)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = new Parts();
        foreach (var member in outer.Json.Members)
        {
            given[member.Key] = given.TryGetValue(member.Key, out var times) ? times + 1 : 1;
            members.Add((member.Key, times), outer.At(member.Key, member.Value));
        }
        return members;
    }

    private static string Name((string Key, int Before) part) => part.Before switch
    {
        0 => part.Key,
        1 => $"{part.Key} (again)",
        var before => FormattableString.Invariant($"{part.Key} (again, {before + 1})"),
    };

    // With keys that stay when an item in front of it comes or goes.
    private static Parts Items(Part list, Part other)
    {
        var identity = Array.Find(Identities, key => Tells(key, list.Json) && Tells(key, other.Json));
        var items = new Parts();
        foreach (var item in list.Json.Items)
        {
            var index = items.Count.ToString(CultureInfo.InvariantCulture);
            items.Add((identity is null ? index : $"{identity}={item.Find(identity)!.Text}", 0), list.At(index, item));
        }
        return items;
    }

    private static bool Tells(string key, JsonNode list) =>
        list.Items.All(item => item.Find(key) is { Kind: JsonKind.String })
            && list.Items.Select(item => item.Find(key)!.Text).Distinct().Count() == list.Members.Count;

    private static bool IsSame(JsonNode before, JsonNode after) => before.Kind == after.Kind && before.Text == after.Text;

    // By key, and by how often it was given before.
    private sealed class Parts : Dictionary<(string Key, int Before), Part>;

    private sealed record Part(JsonNode Json, string Pointer, Concealment? Hide)
    {
        public JsonNode Shown => Hide?.WithoutShort(Json, Pointer) ?? Json;

        public Part At(string key, JsonNode inner) => new(inner, $"{Pointer}/{JsonPointer.Escape(key)}", Hide);
    }
}
