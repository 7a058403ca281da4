using System.Diagnostics;

namespace EasGen.Benchmarks.Serving;

/// <summary>
/// What one server did in one round, and how much of the processors each request took: of the three, what a busy machine
/// changes least.
/// </summary>
internal sealed record LoadRound(int Requests, double PerSecond, double P99, double Processor)
{
    private const int Connections = 16;

    private static readonly byte[] Request = Connection.Post(
        "/",
        """{"sepalLength":5.1,"sepalWidth":3.5,"petalLength":1.4,"petalWidth":0.2}""");

    /// <summary>Each connection asks again as soon as it is answered.</summary>
    public static Task<LoadRound> Run(ChildProcess server, TimeSpan duration) => Run(server, duration, Request, Connections);

    /// <inheritdoc cref="Run(ChildProcess, TimeSpan)"/>
    public static async Task<LoadRound> Run(ChildProcess server, TimeSpan duration, byte[] request, int callers)
    {
        var connections = Enumerable.Range(0, callers).Select(_ => new Connection(server.Port, request)).ToArray();
        foreach (var connection in connections)
            await Ask(connection);

        var before = server.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var latencies = (await Task.WhenAll(connections.Select(connection =>
            Task.Run(() => AskUntil(connection, watch, duration))))).SelectMany(static ticks => ticks).ToArray();
        var seconds = watch.Elapsed.TotalSeconds;
        var processor = server.ProcessorTime - before;

        Array.ForEach(connections, static connection => connection.Dispose());
        Array.Sort(latencies);
        var p99 = Stopwatch.GetElapsedTime(0, latencies[latencies.Length * 99 / 100]);
        return new(latencies.Length, latencies.Length / seconds, p99.TotalMicroseconds, processor.TotalMicroseconds / latencies.Length);
    }

    private static async Task<List<long>> AskUntil(Connection connection, Stopwatch watch, TimeSpan duration)
    {
        var latencies = new List<long>(100_000);
        while (watch.Elapsed < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            await Ask(connection);
            latencies.Add(Stopwatch.GetTimestamp() - asked);
        }

        return latencies;
    }

    // A server that refuses is quick.
    private static async Task Ask(Connection connection)
    {
        if (!await connection.Exchange())
            throw new InvalidOperationException("The answer was not 200.");
    }
}
