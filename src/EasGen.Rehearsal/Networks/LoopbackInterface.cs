using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EasGen.Rehearsal.Networks;

/// <summary>The loopback interface of the network namespace that the calling thread is in; in a new one it is down.</summary>
internal static partial class LoopbackInterface
{
    // From <linux/sockios.h> and <net/if.h>.
    private const nuint SetAddress = 0x8916;
    private const nuint SetFlags = 0x8914;
    private const ushort Up = 1;
    private const ushort Ipv4 = 2;

    private static readonly ulong Name = MemoryMarshal.Read<ulong>("lo\0\0\0\0\0\0"u8);
    private static readonly ulong Alias = MemoryMarshal.Read<ulong>("lo:0\0\0\0\0"u8);

    /// <summary>Lets it work, and gives it an address beside 127.0.0.1.</summary>
    /// <exception cref="RehearsalException">The system does not let it.</exception>
    public static void Start(IPAddress address)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Control(socket, SetFlags, new() { Name = Name, Kind = Up });
        Control(socket, SetAddress, new() { Name = Alias, Kind = Ipv4, Address = MemoryMarshal.Read<uint>(address.GetAddressBytes()) });
    }

    private static void Control(Socket socket, nuint request, Request argument)
    {
        if (Control(socket.Handle.ToInt32(), request, ref argument) != 0)
            throw new RehearsalException($"A network namespace cannot be made: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int socket, nuint request, ref Request argument);

    /// <summary>What the kernel calls ifreq: the name of an interface, in 16 bytes, and its flags or an address with its family.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 40)]
    private struct Request
    {
        [FieldOffset(0)]
        public ulong Name;

        [FieldOffset(16)]
        public ushort Kind;

        [FieldOffset(20)]
        public uint Address;
    }
}
