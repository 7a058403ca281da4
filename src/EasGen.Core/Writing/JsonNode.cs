using System.Globalization;
using System.Text;

namespace EasGen.Core;

/// <summary>
/// A JSON value to be written. The compiler loads no third-party dll, so writing is our own; it is small because it
/// knows one layout: two spaces, <c>\n</c>, keys as they were added.
/// </summary>
internal sealed class JsonNode
{
    private readonly List<KeyValuePair<string, JsonNode>>? members;
    private readonly bool isList;
    private readonly bool isText;
    private readonly string? simple;

    private JsonNode(bool isList)
    {
        this.isList = isList;
        members = [];
    }

    private JsonNode(string simple, bool isText)
    {
        this.simple = simple;
        this.isText = isText;
    }

    public static JsonNode Object() => new(isList: false);

    public static JsonNode List() => new(isList: true);

    public static JsonNode List(IEnumerable<JsonNode> items)
    {
        var list = List();
        foreach (var item in items)
            list.Add("", item);
        return list;
    }

    public static JsonNode Text(string text) => new(text, isText: true);

    public static JsonNode Switch(bool value) => new(value ? "true" : "false", isText: false);

    /// <summary>JSON has no infinity and no NaN; both become null, which no rule lets pass.</summary>
    public static JsonNode Number(double value) =>
        new(double.IsNaN(value) || double.IsInfinity(value) ? "null" : value.ToString("R", CultureInfo.InvariantCulture), isText: false);

    /// <summary>Adds a member, or to a list an item, whose key does not matter.</summary>
    public JsonNode Add(string key, JsonNode value)
    {
        members!.Add(new(key, value));
        return value;
    }

    /// <summary>The member of that key, which is made if it is not there yet.</summary>
    public JsonNode Child(string key, bool list)
    {
        foreach (var member in members!)
        {
            if (member.Key == key)
                return member.Value;
        }
        return Add(key, new JsonNode(list));
    }

    /// <summary>The item of a list, which is filled up with empty objects as far as needed.</summary>
    public JsonNode Item(int index)
    {
        while (members!.Count <= index)
            Add("", Object());
        return members[index].Value;
    }

    /// <summary>Writes the value; every line after the first begins with the given break.</summary>
    public void WriteTo(StringBuilder text, string newLine)
    {
        if (members is null)
        {
            if (isText)
                JsonText.Append(text, simple!);
            else
                text.Append(simple);
            return;
        }
        text.Append(isList ? '[' : '{');
        var inner = newLine + "  ";
        for (var i = 0; i < members.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(inner);
            if (!isList)
            {
                JsonText.Append(text, members[i].Key);
                text.Append(": ");
            }
            members[i].Value.WriteTo(text, inner);
        }
        if (members.Count > 0)
            text.Append(newLine);
        text.Append(isList ? ']' : '}');
    }
}
