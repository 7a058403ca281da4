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
internal sealed class JsonNode
{
    // In an object of so many members one is not sought by going through them all.
    private const int Many = 32;

    // Beyond this a number is easier to read with its exponent.
    private const double MostDigits = 1e21;

    private readonly List<KeyValuePair<string, JsonNode>>? members;

    // The first member of each key; null while there are few, or since their order changed.
    private Dictionary<string, JsonNode>? byKey;

    private JsonNode(JsonKind kind, string simple = "")
    {
        Kind = kind;
        Text = simple;
        members = kind is JsonKind.Object or JsonKind.Array ? [] : null;
    }

    public JsonKind Kind { get; }

    /// <summary>The text, or the number, switch or null as JSON spells it; a number keeps every digit.</summary>
    public string Text { get; }

    /// <summary>Where the value begins in what it was read from: a character of a text, or a byte of a file.</summary>
    public int Start { get; private set; }

    /// <summary>Where the value ends there.</summary>
    public int End { get; private set; }

    /// <summary>The members of an object, or the items of a list, whose keys do not matter.</summary>
    public JsonMembers Members => new(members);

    public IEnumerable<JsonNode> Items => Members.Select(static member => member.Value);

    public static JsonNode Object() => new(JsonKind.Object);

    public static JsonNode Array() => new(JsonKind.Array);

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
        members!.Add(new(key, value));
        if (byKey?.ContainsKey(key) is false)
            byKey.Add(key, value);
        return value;
    }

    /// <summary>Puts an item into a list, before the one that has the index now.</summary>
    public void Insert(int index, JsonNode item)
    {
        members!.Insert(index, new("", item));
        byKey = null;
    }

    /// <summary>The member of that key; null when there is none.</summary>
    public JsonNode? Find(string key)
    {
        if (members?.Count >= Many)
            return (byKey ??= ByKey(members)).TryGetValue(key, out var found) ? found : null;
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
        var places = members!.ConvertAll(member => System.Array.IndexOf(keys, member.Key) is >= 0 and var index ? index : keys.Length);
        if (IsRising(places))
            return;
        var ordered = members.Select((member, index) => (member, index)).OrderBy(item => places[item.index]).ToArray();
        members.Clear();
        members.AddRange(ordered.Select(static item => item.member));
        byKey = null;
    }

    /// <summary>The item of a list, which is filled up with empty objects as far as needed.</summary>
    public JsonNode Item(int index)
    {
        while (members!.Count <= index)
            Add("", Object());
        return members[index].Value;
    }

    /// <summary>Writes the value; every line after the first begins with the given break, and none breaks without one.</summary>
    public void WriteTo(StringBuilder text, string newLine)
    {
        if (Kind == JsonKind.String)
            JsonText.Append(text, Text);
        else if (members is null)
            text.Append(Text);
        else
            WriteMembers(text, newLine);
    }

    /// <summary>The value on one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text, "");
        return text.ToString();
    }

    private static bool IsRising(List<int> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i] < numbers[i - 1])
                return false;
        }
        return true;
    }

    // Whole numbers without an exponent, which many readers of whole numbers do not take.
    private static string Digits(double value) => Math.Abs(value) is >= 1e15 and < MostDigits && value == Math.Floor(value)
        ? new BigInteger(value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static Dictionary<string, JsonNode> ByKey(List<KeyValuePair<string, JsonNode>> members)
    {
        var byKey = new Dictionary<string, JsonNode>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!byKey.ContainsKey(member.Key))
                byKey.Add(member.Key, member.Value);
        }
        return byKey;
    }

    private void WriteMembers(StringBuilder text, string newLine)
    {
        text.Append(Kind == JsonKind.Array ? '[' : '{');
        var inner = newLine.Length == 0 ? "" : newLine + "  ";
        for (var i = 0; i < members!.Count; i++)
        {
            text.Append(i == 0 ? "" : inner.Length == 0 ? ", " : ",").Append(inner);
            if (Kind == JsonKind.Object)
            {
                JsonText.Append(text, members[i].Key);
                text.Append(": ");
            }
            members[i].Value.WriteTo(text, inner);
        }
        if (members.Count > 0)
            text.Append(newLine);
        text.Append(Kind == JsonKind.Array ? ']' : '}');
    }
}
