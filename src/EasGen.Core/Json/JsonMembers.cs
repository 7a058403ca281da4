using System.Collections;

namespace EasGen.Core.Json;

/// <summary>The members of an object, or the items of a list, whose keys do not matter; only the node itself adds to them.</summary>
internal readonly struct JsonMembers(KeyValuePair<string, JsonNode>[]? members, int count) : IReadOnlyList<KeyValuePair<string, JsonNode>>
{
    public int Count => count;

    // What is not there, as the default of this type, has none.
    private KeyValuePair<string, JsonNode>[] All => members ?? [];

    public KeyValuePair<string, JsonNode> this[int index] => All[index];

    public Enumerator GetEnumerator() => new(All, count);

    IEnumerator<KeyValuePair<string, JsonNode>> IEnumerable<KeyValuePair<string, JsonNode>>.GetEnumerator() =>
        All.Take(count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, JsonNode>>)this).GetEnumerator();

    /// <summary>Goes through the members without an object for it.</summary>
    public struct Enumerator(KeyValuePair<string, JsonNode>[] members, int count)
    {
        private int at = -1;

        public readonly KeyValuePair<string, JsonNode> Current => members[at];

        public bool MoveNext() => ++at < count;
    }
}
