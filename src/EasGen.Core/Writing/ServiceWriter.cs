using System.Globalization;
using System.Text;

namespace EasGen.Core;

/// <summary>Writes a service as the JSON that EAS takes: same service, same bytes, on every machine.</summary>
internal static class ServiceWriter
{
    public static string Write(Service service)
    {
        var text = new StringBuilder(1024);
        Print(Tree(service), text, "\n");
        return text.Append('\n').ToString();
    }

    private static JsonNode Tree(Service service)
    {
        var root = JsonNode.Object();
        foreach (var placed in Placement.Of(service))
        {
            var anchor = JsonPointer.Segments(placed.Feature.Room.Anchor);
            if (placed.Feature.Room.IsItem)
                Descend(root, JsonPointer.Segments(placed.Pointer), anchor.Length, anchor);
            foreach (var row in placed.Feature.Room.Rows)
            {
                if (!row.InJson || placed.Feature.Value(row) is not { } value)
                    continue;
                var path = JsonPointer.Segments(placed.At(row));
                Descend(root, path, path.Length - 1, anchor).Add(path[path.Length - 1], row.ToJson(value));
            }
        }
        return root;
    }

    // The anchor tells an item of a list from a key that happens to be a number.
    private static JsonNode Descend(JsonNode node, string[] path, int depth, string[] anchor)
    {
        for (var i = 0; i < depth; i++)
        {
            node = node.IsList
                ? node.Item(int.Parse(path[i], CultureInfo.InvariantCulture))
                : node.Child(path[i], i + 1 < anchor.Length && Room.IsIndex(anchor[i + 1]) ? JsonNode.List : JsonNode.Object);
        }
        return node;
    }

    private static void Print(JsonNode node, StringBuilder text, string newLine)
    {
        if (node.Literal is { } literal)
        {
            text.Append(literal);
            return;
        }
        text.Append(node.IsList ? '[' : '{');
        var inner = newLine + "  ";
        for (var i = 0; i < node.Members.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(inner);
            if (!node.IsList)
                text.Append(JsonText.Quote(node.Members[i].Key)).Append(": ");
            Print(node.Members[i].Value, text, inner);
        }
        if (node.Members.Count > 0)
            text.Append(newLine);
        text.Append(node.IsList ? ']' : '}');
    }
}
