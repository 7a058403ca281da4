using System.Globalization;
using System.Numerics;
using System.Text;

namespace EasGen.Core.Json;

internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// <summary>
/// A JSON value, read or to be written. The compiler loads no third-party dll, so writing is our own; it is small because
/// it knows one layout: two spaces, <c>\n</c>, keys as they were added.
/// </summary>
internal class JsonNode
{
    // In an object of so many members one is not sought by going through them all.
    private const int Many = 32;

    // Room for so many members is made at first. Most lists have a single item.
    private const int Fewest = 4;

    // Beyond this a number is easier to read with its exponent.
    private const double MostDigits = 1e21;

    private static readonly KeyValuePair<string, JsonNode>[] None = [];

    // With room behind the last; null for what has none.
    private KeyValuePair<string, JsonNode>[]? members;
    private int count;

    // The first member of each key; null while there are few, or since their order changed.
    private Dictionary<string, JsonNode>? byKey;

    private JsonNode(JsonKind kind, string simple = "")
    {
        Kind = kind;
        Text = simple;
        members = kind is JsonKind.Object or JsonKind.Array ? None : null;
    }

    public JsonKind Kind { get; }

    /// <summary>The text, or the number, switch or null as JSON spells it; a number keeps every digit.</summary>
    public string Text { get; }

    /// <summary>Where the value begins in what it was read from: a character of a text, or a byte of a file.</summary>
    public int Start { get; private set; }

    /// <summary>Where the value ends there.</summary>
    public int End { get; private set; }

    /// <summary>The members of an object, or the items of a list, whose keys do not matter.</summary>
    public JsonMembers Members => new(members, count, Reader);

    public IEnumerable<JsonNode> Items => Members.Select(static member => member.Value);

    public static JsonNode Object() => new(JsonKind.Object);

    public static JsonNode Array() => new(JsonKind.Array);

    /// <summary>An object or a list of these members, which are given away.</summary>
    public static JsonNode Of(JsonKind kind, KeyValuePair<string, JsonNode>[] members) =>
        new(kind) { members = members, count = members.Length };

    /// <summary>
    /// A list that holds its first items alone, and reads each of the others anew for whoever asks for it: of a file with hundreds of
    /// thousands of them all would take several times its size. It is for one thread at a time.
    /// </summary>
    public static JsonNode LongArray(KeyValuePair<string, JsonNode>[] first, int count, Func<int, JsonNode> read) =>
        new LongList(read) { members = first, count = count };

    public static JsonNode Array(IEnumerable<JsonNode> items)
    {
        var list = Array();
        foreach (var item in items)
            list.Add("", item);
        return list;
    }

    public static JsonNode String(string text) => new(JsonKind.String, text);

    public static JsonNode Boolean(bool value) => new(JsonKind.Boolean, value ? "true" : "false");

    public static JsonNode Null() => new(JsonKind.Null, "null");

    /// <summary>JSON has no infinity and no NaN; both become null, which no rule lets pass.</summary>
    public static JsonNode Number(double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? Null() : Number(Digits(value));

    public static JsonNode Number(int value) => Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number as JSON spells it.</summary>
    public static JsonNode Number(string digits) => new(JsonKind.Number, digits);

    /// <summary>Its key in the file; where it has none, as in a list, the value or the bracket that opens it.</summary>
    public FileBytes Key { get; private set; }

    /// <summary>Its bytes that are certain to be on one line: those of the value, or of the key of an object or a list.</summary>
    public FileBytes OneLine => Kind is JsonKind.Object or JsonKind.Array ? Key : new(Start, End - Start);

    /// <summary>Says where the value stands in what it was read from.</summary>
    public JsonNode At(int start, int end)
    {
        (Start, End) = (start, end);
        return this;
    }

    /// <summary>Says where its key stands.</summary>
    public JsonNode Under(FileBytes key)
    {
        Key = key;
        return this;
    }

    /// <summary>Adds a member, or to a list an item, whose key does not matter.</summary>
    public JsonNode Add(string key, JsonNode value)
    {
        Put(count, new(key, value));
        if (byKey?.ContainsKey(key) is false)
            byKey.Add(key, value);
        return value;
    }

    /// <summary>Puts an item into a list, before the one that has the index now.</summary>
    public void Insert(int index, JsonNode item)
    {
        Put(index, new("", item));
        byKey = null;
    }

    /// <summary>The member of that key; null when there is none.</summary>
    public JsonNode? Find(string key)
    {
        if (count >= Many)
            return (byKey ??= ByKey()).TryGetValue(key, out var found) ? found : null;
        foreach (var member in Members)
        {
            if (member.Key == key)
                return member.Value;
        }
        return null;
    }

    /// <summary>The member of that key, which is made if it is not there yet.</summary>
    public JsonNode Child(string key, bool list) => Find(key) ?? Add(key, new JsonNode(list ? JsonKind.Array : JsonKind.Object));

    /// <summary>Brings the members into the order of the keys; a key that is not among them stays behind those that are.</summary>
    public void Arrange(string[] keys)
    {
        var places = new long[count];
        for (var i = 0; i < count; i++)
        {
            var place = System.Array.IndexOf(keys, members![i].Key);
            places[i] = ((long)(place < 0 ? keys.Length : place) << 32) + i;
        }
        System.Array.Sort(places, members, 0, count);
        byKey = null;
    }

    /// <summary>The item of a list, which is filled up with empty objects as far as needed.</summary>
    public JsonNode Item(int index)
    {
        while (count <= index)
            Add("", Object());
        return Members[index].Value;
    }

    /// <summary>Writes the value; every line after the first begins with the given break, and none breaks without one.</summary>
    public void WriteTo(StringBuilder text, string newLine) => WriteTo(text, newLine, depth: 0);

    /// <summary>The value on one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text, "");
        return text.ToString();
    }

    // Reads an item that is not held; null when all are.
    private protected virtual Func<int, JsonNode>? Reader => null;

    // Whole numbers without an exponent, which many readers of whole numbers do not take.
    private static string Digits(double value) => Math.Abs(value) is >= 1e15 and < MostDigits && value == Math.Floor(value)
        ? new BigInteger(value).ToString(CultureInfo.InvariantCulture)
        : Shortest(value);

    // "R" is not the shortest form on .NET Framework, where the compiler may run.
    private static string Shortest(double value)
    {
        // Minus zero has its sign on .NET alone.
        if (value == 0)
            return "0";
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (IsExact(text))
            return text;
        text = value.ToString("G16", CultureInfo.InvariantCulture);
        return IsExact(text) ? text : value.ToString("G17", CultureInfo.InvariantCulture);

        // What is rounded up beyond the largest number, .NET Framework refuses.
        bool IsExact(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read.Equals(value);
    }

    private Dictionary<string, JsonNode> ByKey()
    {
        var first = new Dictionary<string, JsonNode>(count, StringComparer.Ordinal);
        foreach (var member in Members)
        {
            if (!first.ContainsKey(member.Key))
                first.Add(member.Key, member.Value);
        }
        return first;
    }

    private void Put(int index, KeyValuePair<string, JsonNode> member)
    {
        if (Reader is not null)
            throw new InvalidOperationException("A list that is read anew from its file cannot be changed");
        if (count == members!.Length)
            System.Array.Resize(ref members, Math.Max(Kind == JsonKind.Array ? 1 : Fewest, 2 * count));
        System.Array.Copy(members, index, members, index + 1, count - index);
        members[index] = member;
        count++;
    }

    private void WriteTo(StringBuilder text, string newLine, int depth)
    {
        if (Kind == JsonKind.String)
            JsonText.Append(text, Text);
        else if (members is null)
            text.Append(Text);
        else
            WriteMembers(text, newLine, depth);
    }

    private void WriteMembers(StringBuilder text, string newLine, int depth)
    {
        text.Append(Kind == JsonKind.Array ? '[' : '{');
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : newLine.Length == 0 ? ", " : ",");
            Break(text, newLine, depth + 1);
            var member = Members[i];
            if (Kind == JsonKind.Object)
            {
                JsonText.Append(text, member.Key);
                text.Append(": ");
            }
            member.Value.WriteTo(text, newLine, depth + 1);
        }
        if (count > 0)
            Break(text, newLine, depth);
        text.Append(Kind == JsonKind.Array ? ']' : '}');
    }

    private static void Break(StringBuilder text, string newLine, int depth)
    {
        if (newLine.Length > 0)
            text.Append(newLine).Append(' ', 2 * depth);
    }

    private sealed class LongList(Func<int, JsonNode> read) : JsonNode(JsonKind.Array)
    {
        private protected override Func<int, JsonNode> Reader => read;
    }
}
