using System.Text;
using System.Text.Json;

namespace EasGen.Core;

/// <summary>What a service JSON says, and what in it could not be understood. Nothing is dropped without a finding.</summary>
internal sealed record ReadService(Service Service, IReadOnlyList<Finding> Findings)
{
    /// <summary>The findings of the reader and of the rule book together.</summary>
    public IReadOnlyList<Finding> AllFindings() => IsReadable ? [.. Findings, .. Inspection.Of(Service)] : Findings;

    // Of a text that is no JSON there is nothing to judge.
    private bool IsReadable => Findings.All(static finding => finding.Rule != General.EAS0001_JsonIsWellFormed);
}

/// <summary>Reads service JSON by walking the document and the <see cref="Shape"/> of all rows side by side.</summary>
internal sealed class ServiceReader
{
    private const int Most = 40;

    private readonly List<Finding> findings = [];
    private readonly List<Bag> bags = [];

    private ServiceReader()
    {
    }

    public static ReadService Read(string json)
    {
        var reader = new ServiceReader();
        try
        {
            // Bytes, because the parser throws on a string with half a surrogate pair; encoded, that half becomes U+FFFD.
            reader.Walk(DocumentReader.Parse(Encoding.UTF8.GetBytes(json)), Shape.Root, "", []);
        }
        catch (JsonException problem)
        {
            // The exception says its place once more, and counts from 0.
            var message = problem.Message.Split([" LineNumber:"], StringSplitOptions.None)[0].TrimEnd('.');
            reader.findings.Add(new(General.EAS0001_JsonIsWellFormed, "", $"Line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}: {message}"));
        }
        return new(Service.From(reader.bags.Where(static bag => !bag.IsEmpty).Select(static bag => bag.ToFeature()).ToList()), reader.findings);
    }

    private void Walk(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (shape.Rooms.Count > 0)
            open = Open(shape, pointer, open);
        if (shape.Rows.Count > 0)
            Take(json, shape, pointer, open);
        else if (shape.IsList)
            WalkList(json, shape, pointer, open);
        else
            WalkObject(json, shape, pointer, open);
    }

    private void WalkObject(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (json.Kind != JsonKind.Object)
        {
            Mistyped(pointer, json, "an object in braces");
            return;
        }
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.Members)
        {
            var key = member.Key;
            if (Unicode.LoneSurrogate(key) >= 0)
            {
                findings.Add(new(General.EAS0005_TextIsUnicode, pointer, $"A key in '{pointer}' holds half of a surrogate pair, which no JSON reader takes; correct the text"));
                continue;
            }
            var at = $"{pointer}/{JsonPointer.Escape(key)}";
            if (!keys.Add(key))
                findings.Add(new(General.EAS0003_SettingIsGivenOnce, at, $"'{at}' is given twice; keep one of them"));
            else if (shape.Member(key) is { } known)
                Walk(member.Value, known, at, open);
            else
                findings.Add(new(General.EAS0004_KeyIsKnown, at, $"'{at}' is not a setting that EasGen knows; check its spelling and its place"));
        }
    }

    private void WalkList(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (json.Kind != JsonKind.List)
        {
            Mistyped(pointer, json, "a list in brackets");
            return;
        }
        var index = 0;
        foreach (var item in json.Items)
            Walk(item, shape.Item, FormattableString.Invariant($"{pointer}/{index++}"), open);
    }

    private void Take(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        var row = shape.Rows[0].Row;
        if (row.FromJson(json) is not { } value)
        {
            Mistyped(pointer, json, row.Expected);
            return;
        }
        foreach (var (room, rowOfRoom) in shape.Rows)
            Array.FindLast(open, bag => bag.Holds(room))!.Values[rowOfRoom] = value;
    }

    private void Mistyped(string pointer, JsonNode json, string expected) =>
        findings.Add(new(General.EAS0002_ValueHasType, pointer, $"'{pointer}' is {Describe(json)}; write {expected}"));

    // What stands there, on one line and short enough for a message.
    private static string Describe(JsonNode json)
    {
        var text = json.ToString();
        return text.Length <= Most ? text : text.Substring(0, char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most) + "…";
    }

    // The rooms of one list share a bag, which decides by its content which of them the item is.
    private Bag[] Open(Shape shape, string pointer, Bag[] open)
    {
        var opened = shape.Rooms[0].IsItem
            ? [new Bag(shape.Rooms, pointer)]
            : shape.Rooms.Select(room => new Bag([room], pointer)).ToArray();
        bags.AddRange(opened);
        return [.. open, .. opened];
    }
}
