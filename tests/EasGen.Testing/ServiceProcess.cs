using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace EasGen.Testing;

/// <summary>A service in a process of its own, because only a process can be sent a signal.</summary>
public sealed class ServiceProcess : IDisposable
{
    private const string Listens = " listens on port ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly List<string> lines = [];

    private ServiceProcess(Process process) => this.process = process;

    /// <summary>Talks to the service on the port that it listens on.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>All that the service has said so far.</summary>
    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Starts a service on a free port and waits until it is loaded.</summary>
    /// <param name="program">The dll of the service, or the executable that a publish has made of it.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="environment">Variables of its environment.</param>
    public static async Task<ServiceProcess> Start(string program, string args = "", params (string Name, string Value)[] environment)
    {
        var service = await Launch(program, args, environment);
        await service.WaitFor("is loaded");
        return service;
    }

    /// <summary>Starts a service on a free port and waits until it listens, loaded or not.</summary>
    /// <inheritdoc cref="Start"/>
    public static async Task<ServiceProcess> Launch(string program, string args = "", params (string Name, string Value)[] environment)
    {
        var child = Run(program, args, environment);
        await child.WaitFor(Listens);
        var port = child.Output.Split(Listens)[1].Split(' ')[0];
        child.Client.BaseAddress = new Uri($"http://localhost:{int.Parse(port, CultureInfo.InvariantCulture)}");
        return child;
    }

    /// <summary>Starts a service on a free port and waits for nothing.</summary>
    /// <inheritdoc cref="Start"/>
    public static ServiceProcess Run(string program, string args = "", params (string Name, string Value)[] environment)
    {
        var isManaged = Path.GetExtension(program) == ".dll";
        var start = new ProcessStartInfo(isManaged ? "dotnet" : program, isManaged ? $"\"{program}\" {args}" : args)
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LISTENING_PORT"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var child = new ServiceProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Keep;
        child.process.ErrorDataReceived += child.Keep;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until the service has said this, in as many lines.</summary>
    public async Task WaitFor(string text, int times = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Lines(text) < times)
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"The app said '{text}' {Lines(text)} times and not {times}:\n{Output}");
            await Task.Delay(10);
        }
    }

    private int Lines(string text)
    {
        lock (lines)
            return lines.Count(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Sends a signal, such as TERM.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", $"-{name} {process.Id}");
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>The exit code, once the service has ended by itself.</summary>
    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (lines)
            lines.Add(line.Data ?? "");
    }

    /// <summary>Ends the service if it still runs.</summary>
    public void Dispose()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
