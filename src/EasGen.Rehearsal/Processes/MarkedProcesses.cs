using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EasGen.Rehearsal.Processes;

/// <summary>The processes of a container: all that have its mark in their environment, whoever their parent is by now.</summary>
internal static partial class MarkedProcesses
{
    private const int Sigkill = 9;
    private const int Sigterm = 15;
    private const int Sigcont = 18;
    private const int Sigstop = 19;

    /// <summary>Their ids; only Linux tells the environment of a process, elsewhere there are none.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="main">The main process, which counts even if it has written over its environment; null once it has ended.</param>
    public static IReadOnlyList<int> Of(string mark, int? main = null)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var sought = Encoding.UTF8.GetBytes($"{ProcessVariables.Mark}={mark}");
        return [.. from folder in Directory.EnumerateDirectories("/proc")
            let id = IdOf(folder)
            where id is not null && (id == main || Environs(folder).IndexOf(sought) >= 0)
            select id.Value];
    }

    private static int? IdOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Ends them, and those that they start meanwhile.</summary>
    public static void Kill(string mark)
    {
        for (var round = 0; round < 20 && Of(mark) is { Count: > 0 } left; round++)
        {
            foreach (var process in left)
                _ = SendSignal(process, Sigkill);
            Thread.Sleep(5);
        }
    }

    /// <summary>Asks a process to end, as Kubernetes does.</summary>
    public static void Terminate(int process)
    {
        if (!OperatingSystem.IsWindows())
            _ = SendSignal(process, Sigterm);
    }

    /// <summary>Lets processes hang, and go on.</summary>
    public static void Stop(IEnumerable<int> processes, bool isStopped)
    {
        foreach (var process in processes)
            _ = SendSignal(process, isStopped ? Sigstop : Sigcont);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private static ReadOnlySpan<byte> Environs(string folder)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has ended, or belongs to another user.
            return [];
        }
    }
}
