using System.Globalization;

namespace EasGen.Core;

/// <summary>
/// A JSON value to be written. The compiler loads no third-party dll, so writing is our own; it is small because it
/// knows one layout: two spaces, <c>\n</c>, keys as they were added.
/// </summary>
internal sealed class JsonNode
{
    private readonly List<KeyValuePair<string, JsonNode>> members = [];
    private readonly char open;
    private readonly string? literal;

    private JsonNode(char open, string? literal = null)
    {
        this.open = open;
        this.literal = literal;
    }

    public IReadOnlyList<KeyValuePair<string, JsonNode>> Members => members;

    public bool IsList => open == '[';

    /// <summary>The text of a simple value; null for objects and lists.</summary>
    public string? Literal => literal;

    public static JsonNode Object() => new('{');

    public static JsonNode List() => new('[');

    public static JsonNode List(IEnumerable<JsonNode> items)
    {
        var list = List();
        foreach (var item in items)
            list.Add("", item);
        return list;
    }

    public static JsonNode Text(string text) => new(default, JsonText.Quote(text));

    public static JsonNode Switch(bool value) => new(default, value ? "true" : "false");

    /// <summary>JSON has no infinity and no NaN; both become null, which no rule lets pass.</summary>
    public static JsonNode Number(double value) => new(
        default,
        double.IsNaN(value) || double.IsInfinity(value) ? "null" : value.ToString("R", CultureInfo.InvariantCulture));

    public void Add(string key, JsonNode value) => members.Add(new(key, value));

    /// <summary>The member of that key, made by the caller's recipe if it is not there yet.</summary>
    public JsonNode Child(string key, Func<JsonNode> make)
    {
        foreach (var member in members)
        {
            if (member.Key == key)
                return member.Value;
        }
        var child = make();
        Add(key, child);
        return child;
    }

    /// <summary>The item of a list, which is filled up with empty objects as far as needed.</summary>
    public JsonNode Item(int index)
    {
        while (members.Count <= index)
            Add("", Object());
        return members[index].Value;
    }
}
