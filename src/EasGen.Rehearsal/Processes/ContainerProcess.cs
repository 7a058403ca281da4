using System.ComponentModel;
using System.Diagnostics;
using EasGen.Rehearsal.Networks;

namespace EasGen.Rehearsal.Processes;

/// <summary>The running program of a container, and whatever it starts.</summary>
internal sealed class ContainerProcess : IDisposable
{
    private readonly Process process;
    private readonly int id;
    private readonly string mark;
    private readonly IReadOnlyList<Listener> before;
    private readonly Task output;

    private ContainerProcess(Process process, string mark, IReadOnlyList<Listener> before)
    {
        (this.process, id, this.mark, this.before) = (process, process.Id, mark, before);
        output = Task.WhenAll(Said.ReadAsync(process.StandardOutput), Said.ReadAsync(process.StandardError));
        Ended = EndAsync();
    }

    public ProcessOutput Said { get; } = new();

    /// <summary>The exit code, as soon as the main process has ended; what it has left behind is then gone too.</summary>
    public Task<int> Ended { get; }

    /// <exception cref="RehearsalException">The program does not start.</exception>
    public static ContainerProcess Start(StartCommand command, IReadOnlyDictionary<string, string> variables, InstanceNetwork network)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Arguments)
            start.ArgumentList.Add(argument);
        var before = OperatingSystem.IsLinux() ? [] : Listener.OfMachine();
        start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        try
        {
            var process = network.Start(start);
            // A container has no input.
            process.StandardInput.Close();
            return new(process, variables[ProcessVariables.Mark], before);
        }
        catch (Exception problem) when (problem is Win32Exception or IOException)
        {
            throw new RehearsalException($"'{command}' does not start: {problem.Message}", problem);
        }
    }

    /// <summary>
    /// The sockets that it listens on. Only Linux says whose a socket is; elsewhere these are the ones that are new since it started.
    /// </summary>
    public IReadOnlyList<Listener> Listeners() => OperatingSystem.IsLinux()
        ? Listener.Of(MarkedProcesses.Of(mark, id))
        : [.. Listener.OfMachine().Except(before)];

    /// <summary>Asks it to end, if it is still there.</summary>
    public void Terminate()
    {
        if (!Ended.IsCompleted)
            MarkedProcesses.Terminate(id);
    }

    /// <summary>Lets it hang, or go on.</summary>
    public void Stop(bool isStopped)
    {
        if (!Ended.IsCompleted)
            MarkedProcesses.Stop(MarkedProcesses.Of(mark, id), isStopped);
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
        MarkedProcesses.Kill(mark);
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        // Its exit does not wait for the end of the output, which a process that it has left behind may hold open.
        await process.WaitForExitAsync();
        var code = process.ExitCode;
        MarkedProcesses.Kill(mark);
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1)));
        return code;
    }
}
