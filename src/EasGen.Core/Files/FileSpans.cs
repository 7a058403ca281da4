using System.Globalization;
using System.Text;
using EasGen.Core.Reading;

namespace EasGen.Core.Files;

/// <summary>Where a file has what JSON pointers address, in lines that hide its secrets.</summary>
internal sealed class FileSpans
{
    private readonly byte[] file;
    private readonly ReadService read;
    private readonly int start;

    // The members of the objects that pointers have led through.
    private readonly Dictionary<JsonNode, ILookup<string, JsonNode>> members = [];

    private FileLines? lines;

    /// <param name="file">The file.</param>
    /// <param name="read">What <see cref="ServiceReader"/> read in it.</param>
    public FileSpans(byte[] file, ReadService read) => (this.file, this.read, start) = (file, read, ServiceReader.Start(file));

    /// <summary>
    /// The place of a value: the value itself if it is certain to be on one line, as texts and numbers are, otherwise its key. What
    /// the file does not have is at the key of the nearest that contains it. In a file that cannot be read every pointer is
    /// where it is broken.
    /// </summary>
    /// <param name="pointer">What is meant.</param>
    /// <param name="bytes">Where it is, if that is no value.</param>
    public FileSpan Find(string pointer, FileBytes? bytes = null)
    {
        var (offset, length) = bytes ?? Bytes(pointer);
        lines ??= new(file, Shown(), start);
        return lines.Place(start + offset, length);
    }

    private FileBytes Bytes(string pointer) =>
        read.Document is not { } document ? read.Findings[0].Bytes!.Value
        : Find(document, [.. JsonPointer.Segments(pointer)], 0, out var node) ? Line(node)
        : node.Key;

    // Of an object or a list only its key is on one line.
    private static FileBytes Line(JsonNode node) =>
        node.Kind is JsonKind.Object or JsonKind.Array ? node.Key : new(node.Start, node.End - node.Start);

    // What stands at a pointer; else the nearest that contains it. Of a key that is given twice the last is meant, but what only
    // an earlier one holds is found there.
    private bool Find(JsonNode outer, string[] segments, int depth, out JsonNode found)
    {
        found = outer;
        if (depth == segments.Length)
            return true;
        JsonNode? nearest = null;
        foreach (var inner in Inner(outer, segments[depth]))
        {
            if (Find(inner, segments, depth + 1, out found))
                return true;
            nearest ??= found;
        }
        found = nearest ?? outer;
        return false;
    }

    private IEnumerable<JsonNode> Inner(JsonNode outer, string segment) =>
        outer.Kind == JsonKind.Object ? Members(outer)[segment].Reverse()
        : outer.Kind == JsonKind.Array && Index(segment) is { } index && index < outer.Members.Count ? [outer.Members[index].Value]
        : [];

    private ILookup<string, JsonNode> Members(JsonNode outer)
    {
        if (!members.TryGetValue(outer, out var inner))
            members.Add(outer, inner = outer.Members.ToLookup(static member => member.Key, static member => member.Value));
        return inner;
    }

    private static int? Index(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index.ToString(CultureInfo.InvariantCulture) == segment ? index : null;

    private byte[] Shown()
    {
        var shown = FileMask.Of(file, read.Concealment);
        if (read.Concealment.Secrets.Count == 0 || read.Document is not { } document)
            return shown;
        HideEscaped(shown, document);
        // What is a secret as a whole, and what has one in it that is too short to be hidden wherever it stands.
        foreach (var secret in read.Concealment.Secrets)
        {
            if (!Find(document, [.. JsonPointer.Segments(secret.Pointer)], 0, out var node))
                continue;
            var value = Text(shown, Line(node));
            if (secret.IsWhole)
                FileMask.Hide(value);
            else
                FileMask.Hide(value, Encoding.UTF8.GetBytes(secret.Text));
        }
        return shown;
    }

    // The file may spell a secret with escapes: what then is still to be read is hidden with all of its text.
    private void HideEscaped(byte[] shown, JsonNode node)
    {
        if (node.Kind == JsonKind.String)
            HideEscaped(Text(shown, Line(node)));
        foreach (var inner in node.Items)
        {
            if (node.Kind == JsonKind.Object)
                HideEscaped(Text(shown, inner.Key));
            HideEscaped(shown, inner);
        }
    }

    private void HideEscaped(Span<byte> quoted)
    {
        if (quoted.IndexOf((byte)'\\') < 0)
            return;
        var text = JsonParser.Parse(Encoding.UTF8.GetString(quoted.ToArray()), out _)?.Text ?? "";
        if (read.Concealment.Texts.Any(text.Contains))
            FileMask.Hide(quoted);
    }

    private Span<byte> Text(byte[] shown, FileBytes bytes) => shown.AsSpan(start + bytes.Offset, bytes.Length);
}
