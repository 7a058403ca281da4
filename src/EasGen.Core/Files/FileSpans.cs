using System.Text;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

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
        if (places is null)
            return SecretName.IsPromisedIn(read.Text) ? WithoutValues(shown) : shown;
        if (read.Concealment.Secrets.Count == 0)
            return shown;
        HideEscaped(shown, read.Document!);
        // What is a secret as a whole, and what has one in it that is too short to be hidden wherever it stands.
        foreach (var place in read.Concealment.Secrets.GroupBy(static secret => secret.Pointer, StringComparer.Ordinal))
            Hide(shown, [.. places.All(place.Key)], place);
        return shown;
    }

    // Which name goes with which value is not certain in what is no JSON.
    private byte[] WithoutValues(byte[] shown)
    {
        var masked = (byte[])shown.Clone();
        FileMask.HideValues(masked.AsSpan(start));
        return masked;
    }

    private void Hide(byte[] shown, JsonNode[] nodes, IEnumerable<Secret> secrets)
    {
        foreach (var node in nodes.Where(static node => node.Kind is not (JsonKind.Object or JsonKind.Array)))
        {
            var value = Text(shown, node.OneLine);
            // Of a key that is given again, any value may be the secret.
            if (nodes.Length > 1 || secrets.Any(static secret => secret.IsWhole))
            {
                FileMask.Hide(value);
                continue;
            }
            foreach (var secret in secrets)
                FileMask.Hide(value, Encoding.UTF8.GetBytes(secret.Text));
        }
    }

    // The file may spell a secret with escapes: what then is still to be read is hidden with all of its text.
    private void HideEscaped(byte[] shown, JsonNode node)
    {
        if (node.Kind == JsonKind.String)
            HideEscaped(Text(shown, node.OneLine));
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
