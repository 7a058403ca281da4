using System.Globalization;
using System.Text.Json.Nodes;
using Node = System.Text.Json.Nodes.JsonNode;

namespace EasGen.Core.Tests;

/// <summary>JSON through the eyes of another reader than ours.</summary>
internal static class Json
{
    public static Node? At(string json, string pointer) => At(Node.Parse(json)!, pointer);

    /// <summary>The JSON without some of its keys, on one line.</summary>
    public static string Without(string json, params string[] keys)
    {
        var root = Node.Parse(json)!.AsObject();
        foreach (var key in keys)
            Assert.True(root.Remove(key));
        return root.ToJsonString();
    }

    /// <summary>The JSON with another value at the pointer, taken as it is written.</summary>
    public static string Replace(string json, string pointer, string value)
    {
        if (pointer.Length == 0)
            return value;
        var root = Node.Parse(json)!;
        var key = JsonPointer.Segments(pointer)[^1];
        var parent = At(root, JsonPointer.Parent(pointer)!)!;
        if (parent is JsonArray list)
            list[int.Parse(key, CultureInfo.InvariantCulture)] = "HERE";
        else
            parent[key] = "HERE";
        return root.ToJsonString().Replace("\"HERE\"", value, StringComparison.Ordinal);
    }

    private static Node? At(Node root, string pointer) => JsonPointer.Segments(pointer).Aggregate(
        (Node?)root,
        static (node, key) => node is JsonArray list ? list[int.Parse(key, CultureInfo.InvariantCulture)] : node![key]);
}
