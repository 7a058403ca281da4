using System.Collections.Concurrent;
using System.Globalization;
using Xunit;

namespace EasGen.Testing;

/// <summary>
/// Tries many cases that nobody has thought of: the same few each time, unless <c>EASGEN_FUZZ_COUNT</c> asks for more, which are others
/// each time. <c>EASGEN_FUZZ_SEED</c> asks for the same ones again; a failure says the seed of its case.
/// </summary>
public static class Fuzz
{
    private const int Usual = 20261129;
    private const int MostFaults = 3;

    /// <summary>Tries the cases.</summary>
    /// <param name="print">Told the seed.</param>
    /// <param name="usual">How many cases there are if nobody asks for more.</param>
    /// <param name="attempt">Throws if the case that the random numbers make is a fault.</param>
    /// <param name="parallel">False for cases that need the machine, or each other's order.</param>
    public static async Task RunAsync(Action<string> print, int usual, Func<Random, Task> attempt, bool parallel = true)
    {
        ArgumentNullException.ThrowIfNull(print);
        ArgumentNullException.ThrowIfNull(attempt);

        var asked = Number("EASGEN_FUZZ_COUNT");
        var count = asked ?? usual;
        var first = Number("EASGEN_FUZZ_SEED") ?? (asked is null ? Usual : Random.Shared.Next(int.MaxValue - count));
        print($"EASGEN_FUZZ_SEED={first} EASGEN_FUZZ_COUNT={count}");
        var faults = new ConcurrentQueue<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel ? Environment.ProcessorCount : 1 };
        await Parallel.ForAsync(first, first + count, options, async (seed, _) =>
        {
            if (faults.Count >= MostFaults)
                return;
            try
            {
                await attempt(new Random(seed));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Enqueue($"EASGEN_FUZZ_SEED={seed} EASGEN_FUZZ_COUNT=1: {fault}");
            }
        });
        if (!faults.IsEmpty)
            Assert.Fail(string.Join("\n\n", faults));
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
