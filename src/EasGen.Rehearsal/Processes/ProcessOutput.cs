namespace EasGen.Rehearsal.Processes;

/// <summary>The end of what a program says, however much that is.</summary>
internal sealed class ProcessOutput
{
    private const int Lines = 100;
    private const int LongestLine = 2000;

    private readonly Queue<string> last = new();

    public IReadOnlyList<string> Last
    {
        get
        {
            lock (last)
                return [.. last];
        }
    }

    /// <summary>Reads to the end, so that the program never waits to be heard.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        var (buffer, line, length) = (new char[8192], new char[LongestLine], 0);
        while (await reader.ReadAsync(buffer) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] == '\n')
                    (_, length) = (Add(new(line, 0, length)), 0);
                else if (length < LongestLine)
                    line[length++] = buffer[i];
            }
        }
        if (length > 0)
            Add(new(line, 0, length));
    }

    private bool Add(string line)
    {
        lock (last)
        {
            last.Enqueue(line.TrimEnd('\r'));
            return last.Count > Lines && last.TryDequeue(out _);
        }
    }
}
