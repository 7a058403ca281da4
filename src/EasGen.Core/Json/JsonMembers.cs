using System.Collections;

namespace EasGen.Core.Json;

/// <summary>The members of an object, or the items of a list, whose keys do not matter; only the node itself adds to them.</summary>
internal readonly struct JsonMembers(List<KeyValuePair<string, JsonNode>>? members) : IReadOnlyList<KeyValuePair<string, JsonNode>>
{
    private static readonly List<KeyValuePair<string, JsonNode>> None = [];

    public int Count => members?.Count ?? 0;

    public KeyValuePair<string, JsonNode> this[int index] => members![index];

    public List<KeyValuePair<string, JsonNode>>.Enumerator GetEnumerator() => (members ?? None).GetEnumerator();

    IEnumerator<KeyValuePair<string, JsonNode>> IEnumerable<KeyValuePair<string, JsonNode>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
