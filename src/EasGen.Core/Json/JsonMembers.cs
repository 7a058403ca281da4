using System.Collections;

namespace EasGen.Core.Json;

/// <summary>The members of an object, or the items of a list, whose keys do not matter; only the node itself adds to them.</summary>
/// <param name="members">Those that are held.</param>
/// <param name="count">How many there are.</param>
/// <param name="read">Reads one of those that are not; null when all are held.</param>
internal readonly struct JsonMembers(KeyValuePair<string, JsonNode>[]? members, int count, Func<int, JsonNode>? read = null)
    : IReadOnlyList<KeyValuePair<string, JsonNode>>
{
    public int Count => count;

    // What is not there, as the default of this type, has none.
    private KeyValuePair<string, JsonNode>[] Held => members ?? [];

    public KeyValuePair<string, JsonNode> this[int index] => At(Held, index, read);

    public Enumerator GetEnumerator() => new(Held, count, read);

    IEnumerator<KeyValuePair<string, JsonNode>> IEnumerable<KeyValuePair<string, JsonNode>>.GetEnumerator() => All(this);

    IEnumerator IEnumerable.GetEnumerator() => All(this);

    private static KeyValuePair<string, JsonNode> At(KeyValuePair<string, JsonNode>[] held, int index, Func<int, JsonNode>? read) =>
        index < held.Length || read is null ? held[index] : new("", read(index));

    private static IEnumerator<KeyValuePair<string, JsonNode>> All(JsonMembers members)
    {
        for (var i = 0; i < members.Count; i++)
            yield return members[i];
    }

    /// <summary>Goes through the members without an object for it.</summary>
    public struct Enumerator(KeyValuePair<string, JsonNode>[] held, int count, Func<int, JsonNode>? read)
    {
        private int at = -1;

        public readonly KeyValuePair<string, JsonNode> Current => At(held, at, read);

        public bool MoveNext() => ++at < count;
    }
}
