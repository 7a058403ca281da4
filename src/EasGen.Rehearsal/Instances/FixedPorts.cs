using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Processes;
using static System.FormattableString;

namespace EasGen.Rehearsal.Instances;

/// <summary>The ports that a program has chosen by itself, whatever it was told.</summary>
internal sealed class FixedPorts(RehearsedContainer container, PortMap ports, Timeline timeline, int instance)
{
    /// <summary>The program; null before it starts.</summary>
    public required Func<ContainerProcess?> Process { get; init; }

    /// <summary>Waits until the program listens, and finds them.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken interrupted)
    {
        // Without a startup probe it counts as ready before it listens.
        for (var since = timeline.Now; timeline.Now - since < limit && Process() is { Ended.IsCompleted: false } running;)
        {
            if (!container.Ports.Any() || running.Listeners().Count > 0)
                break;
            await Task.Delay(100, interrupted);
        }
        _ = Find();
    }

    /// <summary>Whether a program of the machine that is none of the rehearsal has one that this one may be waiting for.</summary>
    public bool AreTaken() => Process() is { Ended.IsCompleted: false } running
        && running.Listeners().Count == 0
        && container.Ports.Any(port => ports.Here(port) != port && Listener.OfMachine().Any(socket => socket.Port == port));

    /// <summary>Whether any is found.</summary>
    public bool Find()
    {
        var isAny = false;
        foreach (var port in container.Ports)
            isAny |= Find(port);
        return isAny;
    }

    /// <summary>Whether this is one. A program that knows its port and asks for none has it here too, if it is free.</summary>
    public bool Find(int port)
    {
        if (ports.Here(port) == port || Process()?.Listeners().Any(socket => socket.Port == port) is not true)
            return false;
        ports.Fix(port);
        timeline.Add(
            instance,
            EventKind.Note,
            Invariant($"listens on {port} although LISTENING_PORT is another: only one instance fits on this machine"));
        return true;
    }
}
