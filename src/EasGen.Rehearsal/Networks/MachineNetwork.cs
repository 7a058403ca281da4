using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace EasGen.Rehearsal.Networks;

/// <summary>The network of this machine, which all instances share: each needs ports that no other has.</summary>
/// <param name="ports">The ports that its containers have on EAS.</param>
internal sealed class MachineNetwork(IEnumerable<int> ports) : InstanceNetwork
{
    private static readonly IPAddress OfMachine = Find() ?? IPAddress.Loopback;

    /// <summary>The loopback address where the machine has no other.</summary>
    public override IPAddress Address => OfMachine;

    public override PortMap Ports { get; } = new(ports);

    public override Process Start(ProcessStartInfo start) => Process.Start(start)!;

    protected override Socket NewSocket() => new(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

    private static IPAddress? Find() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(static card => card.OperationalStatus == OperationalStatus.Up
            && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(static card => card.GetIPProperties().UnicastAddresses)
        .Select(static unicast => unicast.Address)
        .FirstOrDefault(static address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
