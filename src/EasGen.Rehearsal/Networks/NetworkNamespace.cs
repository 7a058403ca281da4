using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EasGen.Rehearsal.Networks;

/// <summary>
/// A network namespace of Linux, as each instance has one on EAS: its programs find all ports free, but no other machine. The namespace
/// belongs to a thread; the processes that this thread starts and the sockets that it opens stay in it.
/// </summary>
internal sealed partial class NetworkNamespace : InstanceNetwork
{
    // From <sched.h>, <linux/sockios.h> and <net/if.h>.
    private const int NewNetwork = 0x40000000;
    private const nuint SetAddress = 0x8916;
    private const nuint SetFlags = 0x8914;
    private const ushort Up = 1;
    private const ushort Ipv4 = 2;

    private static readonly ulong Loopback = MemoryMarshal.Read<ulong>("lo\0\0\0\0\0\0"u8);
    private static readonly ulong OtherLoopback = MemoryMarshal.Read<ulong>("lo:0\0\0\0\0"u8);

    private static readonly Lazy<bool> Allowed = new(static () =>
    {
        try
        {
            using var tried = new NetworkNamespace();
            return true;
        }
        catch (RehearsalException)
        {
            return false;
        }
    });

    private static int count;

    private readonly BlockingCollection<Action> work = [];
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="RehearsalException">This machine or this user has none.</exception>
    public NetworkNamespace()
    {
        // 198.18.0.0/15 is for tests of networks, so that no machine that a program may ask for has such an address. Each namespace has
        // one of its own, as clients keep their connections by address.
        var number = Interlocked.Increment(ref count);
        Address = new([198, 18, (byte)(number >> 8), (byte)number]);
        if (!OperatingSystem.IsLinux())
            throw new RehearsalException("Network namespaces are Linux'; leave out --network namespace");
        new Thread(Work) { IsBackground = true, Name = "network namespace" }.Start();
        entered.Task.GetAwaiter().GetResult();
    }

    /// <summary>Whether this user may have any.</summary>
    public static bool IsAllowed => Allowed.Value;

    public override IPAddress Address { get; }

    public override PortMap Ports { get; } = new([]);

    public override Process Start(ProcessStartInfo start) => In(() => Process.Start(start)!);

    public override void Dispose()
    {
        work.CompleteAdding();
        base.Dispose();
    }

    protected override Socket NewSocket() => In(static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));

    private T In<T>(Func<T> make)
    {
        var made = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            work.Add(Make);
        }
        catch (InvalidOperationException)
        {
            // Its instance has gone.
            throw new SocketException((int)SocketError.NetworkDown);
        }
        return made.Task.GetAwaiter().GetResult();

        void Make()
        {
            try
            {
                made.SetResult(make());
            }
#pragma warning disable CA1031 // Whatever it is belongs to the caller, not to this thread.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                made.SetException(problem);
            }
        }
    }

    private void Work()
    {
        try
        {
            Enter();
        }
        catch (RehearsalException problem)
        {
            entered.SetException(problem);
            return;
        }
        entered.SetResult();
        foreach (var action in work.GetConsumingEnumerable())
            action();
    }

    // A new namespace has the loopback interface alone, and that is down.
    private void Enter()
    {
        Check(Unshare(NewNetwork));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var handle = socket.Handle.ToInt32();
        var up = new InterfaceRequest { Name = Loopback, Kind = Up };
        Check(Control(handle, SetFlags, ref up));
        var address = new InterfaceRequest
        {
            Name = OtherLoopback,
            Kind = Ipv4,
            Address = MemoryMarshal.Read<uint>(Address.GetAddressBytes()),
        };
        Check(Control(handle, SetAddress, ref address));
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new RehearsalException(
                $"This user may not make network namespaces ({Marshal.GetLastPInvokeErrorMessage()}); "
                + "rehearse as root, or put 'unshare --map-root-user' in front of the command");
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int socket, nuint request, ref InterfaceRequest argument);

    /// <summary>What the kernel calls ifreq: the name of an interface, in 16 bytes, and its flags or an address with its family.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 40)]
    private struct InterfaceRequest
    {
        [FieldOffset(0)]
        public ulong Name;

        [FieldOffset(16)]
        public ushort Kind;

        [FieldOffset(20)]
        public uint Address;
    }
}
