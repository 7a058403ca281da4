using System.Diagnostics;
using System.Globalization;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>The test app in a process of its own, because only a process can be sent a signal.</summary>
public sealed class ChildApp : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly List<string> lines = [];

    ChildApp(Process process) => this.process = process;

    public HttpClient Client { get; } = new();

    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    public static async Task<ChildApp> Start(string args = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "EasGen.AspNetCore.TestApp.dll")} {args}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LISTENING_PORT"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var child = new ChildApp(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Keep;
        child.process.ErrorDataReceived += child.Keep;
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();

        const string Listening = "Now listening on: http://[::]:";
        await child.WaitFor(Listening);
        await child.WaitFor("is loaded");
        await child.WaitFor("Application started");
        var port = child.Output.Split('\n').Single(line => line.Contains(Listening, StringComparison.Ordinal)).Split(Listening)[1];
        child.Client.BaseAddress = new Uri($"http://localhost:{int.Parse(port, CultureInfo.InvariantCulture)}");
        return child;
    }

    public async Task WaitFor(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"The app did not say '{text}', but:\n{Output}");
            await Task.Delay(10);
        }
    }

    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", $"-{name} {process.Id}");
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (lines)
            lines.Add(line.Data ?? "");
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
