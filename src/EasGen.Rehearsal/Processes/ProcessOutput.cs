namespace EasGen.Rehearsal.Processes;

/// <summary>The end of what a program says, however much that is.</summary>
internal sealed class ProcessOutput
{
    private const int Lines = 100;
    private const int LongestLine = 500;

    private readonly Queue<string> last = new();
    private readonly char[] line = new char[LongestLine];
    private int length;

    public IReadOnlyList<string> Last
    {
        get
        {
            lock (last)
                return length == 0 ? [.. last] : [.. last, new(line, 0, length)];
        }
    }

    /// <summary>Reads to the end, so that the program never waits to be heard.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        var buffer = new char[8192];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
            Add(buffer.AsSpan(0, count));
    }

    private void Add(ReadOnlySpan<char> text)
    {
        lock (last)
        {
            foreach (var sign in text)
            {
                if (sign == '\n')
                    EndLine();
                else if (length < LongestLine)
                    line[length++] = sign;
            }
        }
    }

    private void EndLine()
    {
        last.Enqueue(new string(line, 0, length).TrimEnd('\r'));
        length = 0;
        if (last.Count > Lines)
            last.Dequeue();
    }
}
