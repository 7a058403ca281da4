using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;

namespace EasGen.Rehearsal.Processes;

/// <summary>A socket that waits for connections.</summary>
internal readonly record struct Listener(IPAddress Address, int Port)
{
    private const string Listening = "0A";

    private static readonly string[] ProcTables = ["tcp", "tcp6"];

    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>All sockets of the machine.</summary>
    public static IReadOnlyList<Listener> OfMachine() => [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
        .Select(static socket => new Listener(socket.Address, socket.Port))];

    /// <summary>The sockets of some processes, which only Linux tells.</summary>
    public static IReadOnlyList<Listener> Of(IReadOnlyList<int> processes)
    {
        var sockets = processes.SelectMany(SocketsOf).ToHashSet();
        if (sockets.Count == 0)
            return [];
        // All of them are in the network of their instance.
        return [.. processes.Select(Table).FirstOrDefault(static table => table.Count > 0, [])
            .Where(entry => sockets.Contains(entry.Inode))
            .Select(static entry => entry.Listener)];
    }

    // A descriptor that is a socket is a link to socket:[12345].
    private static IEnumerable<string> SocketsOf(int process)
    {
        string[] descriptors;
        try
        {
            descriptors = Directory.GetFiles(FormattableString.Invariant($"/proc/{process}/fd"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            yield break;
        }
        foreach (var descriptor in descriptors)
        {
            if (TargetOf(descriptor) is { } target && target.StartsWith("socket:[", StringComparison.Ordinal))
                yield return target["socket:[".Length..^1];
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has been closed.
            return null;
        }
    }

    // What the network of a process has; nothing once it has ended.
    private static List<(Listener Listener, string Inode)> Table(int process)
    {
        try
        {
            return
            [
                .. from table in ProcTables
                   let path = FormattableString.Invariant($"/proc/{process}/net/{table}")
                   where File.Exists(path)
                   from line in File.ReadLines(path).Skip(1)
                   let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                   where columns is { Length: > 9 } && columns[3] == Listening
                   select (Parse(columns[1]), columns[9]),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // In hexadecimal, the address in words of four bytes of this machine's order.
    private static Listener Parse(string socket)
    {
        var colon = socket.IndexOf(':', StringComparison.Ordinal);
        var bytes = Convert.FromHexString(socket.AsSpan(0, colon));
        if (BitConverter.IsLittleEndian)
        {
            for (var word = 0; word < bytes.Length; word += 4)
                Array.Reverse(bytes, word, 4);
        }
        return new(new(bytes), int.Parse(socket.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
