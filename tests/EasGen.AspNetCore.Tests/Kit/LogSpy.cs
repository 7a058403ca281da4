using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>Keeps what an app logs.</summary>
public sealed class LogSpy : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> entries = new();

    public IEnumerable<(LogLevel Level, string Text, Exception? Exception)> Entries => entries;

    public IEnumerable<string> Warnings => entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Text);

    public async Task WaitFor(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!entries.Any(entry => entry.Text.Contains(text, StringComparison.Ordinal)))
            await Task.Delay(5, patience.Token);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
