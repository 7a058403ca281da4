namespace EasGen.Core.Json;

/// <summary>JSON Merge Patch (RFC 7396): what a document becomes by what another one says of it.</summary>
internal static class MergePatch
{
    /// <summary>
    /// The document with the patch applied, in its own order; what the patch adds comes last. A list is replaced as a whole, and
    /// <c>null</c> removes. Of a key that is given twice the last counts. Both documents stay as they are.
    /// </summary>
    public static JsonNode Apply(JsonNode? target, JsonNode patch)
    {
        if (patch.Kind != JsonKind.Object)
            return patch;
        var said = Last(patch);
        var made = JsonNode.Object();
        foreach (var member in target is { Kind: JsonKind.Object } ? target.Members : [])
        {
            if (!said.TryGetValue(member.Key, out var change))
                made.Add(member.Key, member.Value);
            else if (change.Kind != JsonKind.Null)
                made.Add(member.Key, Apply(member.Value, change));
            said.Remove(member.Key);
        }
        foreach (var member in patch.Members)
        {
            if (said.TryGetValue(member.Key, out var added) && added == member.Value && added.Kind != JsonKind.Null)
                made.Add(member.Key, Apply(null, added));
        }
        return made;
    }

    private static Dictionary<string, JsonNode> Last(JsonNode patch)
    {
        var last = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var member in patch.Members)
            last[member.Key] = member.Value;
        return last;
    }
}
