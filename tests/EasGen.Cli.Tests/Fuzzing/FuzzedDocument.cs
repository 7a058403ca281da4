using System.Text;
using EasGen.Core.Catalog;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Fuzzing;

/// <summary>Service files that nobody has written: those of the tests, with something in the wrong place, and some torn apart.</summary>
internal static class FuzzedDocument
{
    private static readonly string[] Texts = [.. ServiceFiles.All.Select(ServiceFiles.Read)];

    private static readonly JsonNode[] Documents =
    [
        .. Texts.Select(static text => JsonParser.Parse(text, out _))
            .OfType<JsonNode>()
            .Where(static node => node.Kind == JsonKind.Object && node.Members.Count > 0),
    ];

    private static readonly string[] Keys =
    [
        .. FeatureCatalog.Schema.Keys, .. Documents.SelectMany(AllKeys).Distinct(),
        "", "a.b", "a/b", "~1", "*", "@", "#", "鸢尾花 🌸", "\ud800", "\n", "\"", "class", "__proto__", "$schema",
    ];

    // What a value may become; also values of other settings.
    private static readonly JsonNode[] Values =
    [
        JsonNode.Null(), JsonNode.Boolean(true), JsonNode.Array(), JsonNode.Object(), JsonNode.Array([JsonNode.Array()]),
        .. new[] { "0", "-1", "1.50", "1e400", "-0", "12345678901234567890", "8080" }.Select(JsonNode.Number),
        .. new[]
        {
            "", " ", "a", "1", "${NAME}", "${", "\"\"\"", "\\", "*/", "\r\n", "\n", "\u2028", "\u001b[31m", "\ud800",
            "##vso[x]y", "::error::x", "[a](b)", "../../x",
            "{\"a\": 1}", "oss://b/m/", "sk-0123456789abcdef0123456789abcdef",
            "exec dotnet A.dll --urls http://*:80 && 'x", "/a?b#c", "50%", "1Gi", "鸢尾花 🌸",
        }.Select(JsonNode.String),
        .. Documents.SelectMany(AllValues),
    ];

    private static readonly string[] Strays =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "//", "/*", "*/", "#", "\n", "\r", "\t", "\0", "\u2028",
        "\u201C", "\uFEFF", "null", "True", "NaN", "1e9", "0x1", "\\u00", "\\ud800", "😀",
    ];

    public static byte[] Make(Random random)
    {
        var document = Changed(Documents[random.Next(Documents.Length)], random);
        for (var left = random.Next(4); left > 0; left--)
            document = Changed(document, random);
        var text = random.Next(20) == 0 ? Texts[random.Next(Texts.Length)] : Spelled(document, random);
        for (var left = random.Next(3) == 0 ? random.Next(1, 4) : 0; left > 0; left--)
            text = Torn(text, random);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var left = random.Next(8) == 0 ? random.Next(1, 4) : 0; left > 0 && bytes.Length > 0; left--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(20) == 0 ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }

    // As a machine or as a person writes it.
    private static string Spelled(JsonNode document, Random random)
    {
        var text = new StringBuilder();
        if (random.Next(3) == 0)
            return document.ToString();
        document.WriteTo(text, random.Next(5) == 0 ? "\r\n" : "\n");
        return text.ToString();
    }

    private static string Torn(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(text.Length - at, random.Next(1, 4))),
            2 => text.Replace("\"", Strays[random.Next(Strays.Length)], StringComparison.Ordinal),
            _ => text.Insert(at, Strays[random.Next(Strays.Length)]),
        };
    }

    // The node that is met at some step of a walk is another one, or is not there, or is there twice.
    private static JsonNode Changed(JsonNode document, Random random)
    {
        var step = random.Next(AllValues(document).Count());
        return Walk(document);

        JsonNode Walk(JsonNode node)
        {
            if (node.Kind is not (JsonKind.Object or JsonKind.Array))
                return node;
            var made = node.Kind == JsonKind.Object ? JsonNode.Object() : JsonNode.Array();
            foreach (var member in node.Members)
            {
                if (step-- != 0)
                {
                    made.Add(member.Key, Walk(member.Value));
                    continue;
                }
                foreach (var (key, value) in Instead(member.Key, member.Value))
                    made.Add(key, value);
            }
            return made;
        }

        IEnumerable<(string Key, JsonNode Value)> Instead(string key, JsonNode value)
        {
            var another = Values[random.Next(Values.Length)];
            return random.Next(7) switch
            {
                0 => [],
                1 => [(key, value), (key, another)],
                2 => [(Keys[random.Next(Keys.Length)], value)],
                3 => [(key, value), (Keys[random.Next(Keys.Length)], another)],
                4 => [(key, JsonNode.Array([value]))],
                _ => [(key, another)],
            };
        }
    }

    private static IEnumerable<string> AllKeys(JsonNode node) => node.Kind == JsonKind.Object
        ? node.Members.SelectMany(static member => AllKeys(member.Value).Prepend(member.Key))
        : node.Items.SelectMany(AllKeys);

    private static IEnumerable<JsonNode> AllValues(JsonNode node) =>
        node.Items.SelectMany(static item => AllValues(item).Prepend(item));
}
