using EasGen.Api;

namespace EasGen.Cli.Live;

/// <summary>Keeps what cannot be read from ending a report: who may read one thing may not be allowed to read another.</summary>
internal sealed class Gaps
{
    private readonly List<string> missing = [];

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>What is read; nothing when that is not possible.</summary>
    /// <param name="what">What it is, as a sentence begins.</param>
    /// <param name="read">The reading.</param>
    public async Task<IReadOnlyList<T>> TryAsync<T>(string what, Task<IReadOnlyList<T>> read)
    {
        try
        {
            return await read;
        }
        catch (Exception problem) when (problem is EasApiException or HttpRequestException)
        {
            lock (missing)
                missing.Add($"{what} cannot be read: {problem.Message}");
            return [];
        }
    }
}
