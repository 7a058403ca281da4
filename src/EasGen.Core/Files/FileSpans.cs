using System.Text;
using EasGen.Core.Reading;

namespace EasGen.Core.Files;

/// <summary>Where a file has what JSON pointers address, in lines that hide its secrets.</summary>
internal sealed class FileSpans
{
    private readonly byte[] file;
    private readonly ReadService read;
    private readonly NodePlaces? places;
    private readonly int start;

    private FileLines Lines => field ??= new(file, Shown(), start);

    /// <param name="file">The file.</param>
    /// <param name="read">What <see cref="ServiceReader"/> read in it.</param>
    public FileSpans(byte[] file, ReadService read)
    {
        (this.file, this.read, start) = (file, read, JsonFile.Start(file));
        places = read.Document is { } document ? new(document) : null;
    }

    /// <summary>The place that <see cref="NodePlaces"/> finds; in a file that cannot be read where it is broken.</summary>
    /// <param name="pointer">What is meant.</param>
    /// <param name="bytes">Where it is, if that is no value.</param>
    public FileSpan Find(string pointer, FileBytes? bytes = null)
    {
        var (offset, length) = bytes ?? places?.Find(pointer) ?? read.Findings[0].Bytes!.Value;
        return Lines.Place(start + offset, length);
    }

    /// <summary>The place of one byte of the file.</summary>
    public FileSpan Place(int offset) => Lines.Place(offset, 0);

    /// <summary>The text, number or switch at a pointer, without secrets; empty for anything else.</summary>
    public string Value(string pointer) =>
        places?.Find(pointer, out var node) is true && node.Kind is not (JsonKind.Object or JsonKind.Array)
            ? read.Concealment.Of(node.Text, pointer)
            : "";

    private byte[] Shown()
    {
        var shown = FileMask.Of(file, read.Concealment);
        if (read.Concealment.Secrets.Count == 0 || places is null)
            return shown;
        HideEscaped(shown, read.Document!);
        // What is a secret as a whole, and what has one in it that is too short to be hidden wherever it stands.
        foreach (var secret in read.Concealment.Secrets)
        {
            if (!places.Find(secret.Pointer, out var node))
                continue;
            var value = Text(shown, NodePlaces.Line(node));
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
            HideEscaped(Text(shown, NodePlaces.Line(node)));
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
