namespace EasGen.Cli.Logs;

/// <summary>Tells the new lines of a log that is asked for again and again, and always answers with its last ones.</summary>
internal sealed class LogTail
{
    private IReadOnlyList<string> before = [];

    /// <summary>The lines that were not there the last time, in their order.</summary>
    /// <param name="now">All lines of the answer.</param>
    public IReadOnlyList<string> New(IReadOnlyList<string> now)
    {
        var fresh = Behind(before, now) is { } known ? [.. now.Skip(known)] : Others(before, now);
        before = now;
        return fresh;
    }

    // How many lines of the answer end the one before it, which has lost some at its beginning; null when none of it is left.
    private static int? Behind(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        for (var lost = 0; lost < before.Count; lost++)
        {
            var length = before.Count - lost;
            if (length <= now.Count && before.Skip(lost).SequenceEqual(now.Take(length)))
                return length;
        }
        return null;
    }

    // Several instances write between each other: each line as often as it came anew.
    private static List<string> Others(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var known = before.CountBy(static line => line).ToDictionary(StringComparer.Ordinal);
        var fresh = new List<string>();
        foreach (var line in now)
        {
            if (known.TryGetValue(line, out var count) && count > 0)
                known[line] = count - 1;
            else
                fresh.Add(line);
        }
        return fresh;
    }
}
