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
    public static IReadOnlyList<SettingChange> Compare(JsonNode before, JsonNode after)
    {
        var changes = new List<SettingChange>();
        Compare("", before, after, changes);
        return changes;
    }

    /// <summary>Hides the secrets of both documents in a text about them.</summary>
    public static Func<string, string> Hiding(Concealment before, Concealment after) => text => after.Of(before.Of(text));

    private static void Compare(string place, JsonNode? before, JsonNode? after, List<SettingChange> changes)
    {
        if (before is { Kind: JsonKind.Object } && after is { Kind: JsonKind.Object })
            CompareMembers(before, after, key => place.Length == 0 ? key : $"{place}.{key}", changes);
        else if (before is { Kind: JsonKind.Array } && after is { Kind: JsonKind.Array })
            CompareItems(place, Keyed(before, after), Keyed(after, before), changes);
        else if (before is null || after is null || !IsSame(before, after))
            changes.Add(new(place, before, after));
    }

    private static void CompareMembers(JsonNode before, JsonNode after, Func<string, string> place, List<SettingChange> changes)
    {
        foreach (var member in before.Members)
            Compare(place(member.Key), member.Value, after.Find(member.Key), changes);
        foreach (var member in after.Members.Where(member => before.Find(member.Key) is null))
            Compare(place(member.Key), null, member.Value, changes);
    }

    // The order of a list may matter: the first container takes the traffic.
    private static void CompareItems(string place, JsonNode before, JsonNode after, List<SettingChange> changes)
    {
        var (kept, now) = (Common(before, after), Common(after, before));
        if (!kept.SequenceEqual(now, StringComparer.Ordinal))
            changes.Add(new($"the order of {place}", List(kept), List(now)));
        CompareMembers(before, after, key => $"{place}[{key}]", changes);
    }

    private static string[] Common(JsonNode list, JsonNode other) =>
        [.. list.Members.Select(static item => item.Key).Where(key => other.Find(key) is not null)];

    private static JsonNode List(string[] keys) => JsonNode.Array(keys.Select(JsonNode.String));

    // A list as an object: with keys that stay when an item in front of it comes or goes.
    private static JsonNode Keyed(JsonNode list, JsonNode other)
    {
        var identity = Array.Find(Identities, key => Tells(key, list) && Tells(key, other));
        var keyed = JsonNode.Object();
        foreach (var item in list.Items)
        {
            var index = keyed.Members.Count.ToString(CultureInfo.InvariantCulture);
            keyed.Add(identity is null ? index : $"{identity}={item.Find(identity)!.Text}", item);
        }
        return keyed;
    }

    private static bool Tells(string key, JsonNode list) =>
        list.Items.All(item => item.Find(key) is { Kind: JsonKind.String })
            && list.Items.Select(item => item.Find(key)!.Text).Distinct().Count() == list.Members.Count;

    private static bool IsSame(JsonNode before, JsonNode after) => before.Kind == after.Kind && before.Text == after.Text;
}
