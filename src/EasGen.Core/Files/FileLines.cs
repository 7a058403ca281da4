using System.Text;
using System.Text.Json;

namespace EasGen.Core.Files;

/// <summary>The lines of a file in UTF-8: what a byte is in lines and columns.</summary>
internal sealed class FileLines
{
    // The longest text that a place shows, and how much of it stands before the place.
    private const int Most = 200;
    private const int Before = 80;

    // Columns are counted from a block on, so that many places on one long line take no square of the time.
    private const int Block = 4096;

    private readonly byte[] file;
    private readonly byte[] shown;
    private readonly List<int> starts;

    // How many UTF-16 units stand before each block; null as long as no line was longer than one.
    private int[]? units;

    /// <param name="file">The file.</param>
    /// <param name="shown">The bytes that its lines show: the file's, or as many others.</param>
    /// <param name="start">Where its text begins, behind the mark of UTF-8.</param>
    public FileLines(byte[] file, byte[] shown, int start)
    {
        this.file = file;
        this.shown = shown;
        starts = [start];
        for (var end = Array.IndexOf(file, (byte)'\n'); end >= 0; end = Array.IndexOf(file, (byte)'\n', end + 1))
            starts.Add(end + 1);
    }

    /// <summary>The place of some bytes, which stand on one line.</summary>
    public FileSpan Place(int offset, int length)
    {
        offset = Math.Max(starts[0], Math.Min(offset, file.Length));
        var line = starts.BinarySearch(offset) is >= 0 and var exact ? exact : ~starts.BinarySearch(offset) - 1;
        var (start, end) = (starts[line], End(line));
        var (text, at) = Window(start, Math.Min(offset, end), end);
        return new(line + 1, Column(start, offset), Math.Max(1, Column(offset, Math.Min(offset + length, file.Length)) - 1), text, at);
    }

    /// <summary>The byte of a file at which the reader stopped.</summary>
    public static int Offset(byte[] file, int start, JsonException problem) =>
        Math.Min(file.Length, new FileLines(file, file, start).Offset(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0));

    /// <summary>The byte that the reader's exceptions name by its line and its place there, both from 0.</summary>
    public int Offset(long line, long at) => starts[(int)Math.Min(line, starts.Count - 1)] + (int)at;

    // Without the break.
    private int End(int line)
    {
        if (line + 1 == starts.Count)
            return file.Length;
        var end = starts[line + 1] - 1;
        return end > starts[line] && file[end - 1] == '\r' ? end - 1 : end;
    }

    private int Column(int from, int to) =>
        (to - from <= Block ? Count(from, to) : UnitsBefore(to) - UnitsBefore(from)) + 1;

    private int UnitsBefore(int offset) => (units ??= Blocks())[offset / Block] + Count(offset / Block * Block, offset);

    private int[] Blocks()
    {
        var before = new int[(file.Length / Block) + 1];
        for (var i = 1; i < before.Length; i++)
            before[i] = before[i - 1] + Count((i - 1) * Block, i * Block);
        return before;
    }

    private int Count(int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += Units(file[i]);
        return count;
    }

    // How many UTF-16 units a character has is said by its first byte.
    private static int Units(byte part) => IsInside(part) ? 0 : part >= 0xF0 ? 2 : 1;

    private static bool IsInside(byte part) => (part & 0xC0) == 0x80;

    private (string Text, int At) Window(int start, int offset, int end)
    {
        // No character has more than four bytes.
        var from = Math.Max(start, offset - (4 * Most));
        while (from < offset && IsInside(file[from]))
            from++;
        var to = Math.Min(end, offset + (4 * Most));
        while (to > offset && to < end && IsInside(file[to]))
            to--;

        var front = Decode(from, offset);
        var behind = Decode(offset, to);
        if (front.Length + behind.Length > Most)
        {
            front = front.Substring(Math.Max(0, front.Length - Math.Max(Before, Most - behind.Length)));
            behind = behind.Substring(0, Math.Min(behind.Length, Most - front.Length));
        }
        // A cut may have gone through a pair.
        if (front.Length > 0 && char.IsLowSurrogate(front[0]))
            front = front.Substring(1);
        if (behind.Length > 0 && char.IsHighSurrogate(behind[behind.Length - 1]))
            behind = behind.Substring(0, behind.Length - 1);
        return (PlainText.FileLine(front + behind), front.Length);
    }

    private string Decode(int from, int to) => Encoding.UTF8.GetString(shown, from, to - from);
}
