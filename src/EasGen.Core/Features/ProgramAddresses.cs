using System.Globalization;
using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>What the start line and the environment of a container say about the program in it: its port and its address.</summary>
internal static class ProgramAddresses
{
    public static readonly Rule EAS0208_ProgramListensOnPort = Rule.Warning("EAS0208", "Program is told to listen on another port")
        .When(static service =>
        {
            foreach (var (start, declared) in Declared(service))
            {
                var told = start.Addresses.Where(static address => address.PortPlace is not null && address.Port is not null).ToList();
                if (told.Count > 0 && !Listens(start, declared))
                    service.Report(
                        told[0].PortPlace!,
                        $"The program is told to listen on {Differing(service, start, told, declared)}, "
                        + $"or the service never becomes ready");
            }
        });

    public static readonly Rule EAS0209_ProgramListensOutside = Rule.Warning("EAS0209", "Program listens on the loopback address only")
        .When(static service =>
        {
            var called = Called(service);
            if (called.All(static address => address.IsLoopback)
                && called.FirstOrDefault(static address => address.HostPlace is not null) is { } told)
                service.Report(told.HostPlace!, $"'{told.Host}' is only reachable inside the container; listen on 0.0.0.0");
        });

    public static readonly Rule EAS0214_DefaultIsOutside = Rule.Info(
        "EAS0214",
        "Program listens on the loopback address by default")
        .When(static service =>
        {
            var called = Called(service);
            if (called.Count == 0 || !called.All(static address => address.IsLoopback && address.HostPlace is null))
                return;
            var (program, host, listener) = (called[0].Program, called[0].Host, called[0].Listener!);
            var option = Option(listener.HostVariables, listener.AddressVariables, listener.Hosts, listener.Addresses);
            service.Report(
                Place(ContainerStart.Of(service)[0]),
                $"By default, {program} listens on {host}, which is only reachable inside the container; listen on 0.0.0.0{option}");
        });

    public static readonly Rule EAS0215_DefaultIsPort = Rule.Info("EAS0215", "Program listens on another port by default")
        .When(static service =>
        {
            foreach (var (start, declared) in Declared(service))
            {
                var known = start.Addresses.Where(static address => address.Port is not null).ToList();
                if (known.Count == 0 || known.Exists(static address => address.PortPlace is not null) || Listens(start, declared))
                    continue;
                // The port of the protocol that EAS speaks is the one to change.
                var listener = (known.Find(address => address.IsGrpc == IsGrpc(service)) ?? known[0]).Listener!;
                var option = Option(listener.PortVariables, listener.AddressVariables, listener.Ports, listener.Addresses);
                service.Report(
                    Place(start),
                    $"By default, {known[0].Program} listens on {Differing(service, start, known, declared, option)}");
            }
        });

    public static readonly Rule EAS0216_ProgramSpeaksHttp = Rule.Warning("EAS0216", "Program does not speak HTTP on the declared port")
        .When(static service =>
        {
            var called = Called(service);
            if (called.Count == 0 || called[0].Port is not { } port)
                return;
            if (called.All(static address => address.TlsPlace is not null))
                service.Report(
                    called[0].TlsPlace!,
                    $"The program uses TLS on port {port}, but EAS sends plain HTTP; leave TLS to the gateway");
            else if (called.All(address => address.IsGrpc && address.Port == Port(service)) && !IsGrpc(service))
                service.Report(
                    called[0].PortPlace ?? Place(ContainerStart.Of(service)[0]),
                    $"Port {port} of {called[0].Program} is for gRPC, but EAS calls it with HTTP; "
                    + $"open a port for HTTP with {called[0].Listener!.HttpOption}, or set {EasService.Grpc.Is(true)}");
        });

    public static readonly Rule[] Rules =
    [
        EAS0208_ProgramListensOnPort, EAS0209_ProgramListensOutside, EAS0214_DefaultIsOutside, EAS0215_DefaultIsPort,
        EAS0216_ProgramSpeaksHttp,
    ];

    private static IEnumerable<(ContainerStart Start, int Port)> Declared(Inspection service)
    {
        foreach (var start in ContainerStart.Of(service))
        {
            if (start.Container[Container.Port] is { } port)
                yield return (start, port);
        }
    }

    private static int? Port(Inspection service) => ContainerStart.Of(service)[0].Container[Container.Port];

    private static bool Listens(ContainerStart start, int port) =>
        start.Addresses.Any(address => address.Port == port) || start.ListensOn(port);

    // The addresses that EAS calls, from outside of the first container: those on its port, or all of them if none is.
    private static IReadOnlyList<ProgramAddress> Called(Inspection service) => service.Once(FindCalled);

    private static IReadOnlyList<ProgramAddress> FindCalled(Inspection service)
    {
        if (ContainerStart.Of(service).FirstOrDefault() is not { } first)
            return [];
        var declared = first.Container[Container.Port];
        var called = first.Addresses.Where(address => address.Port is null || address.Port == declared).ToList();
        return called.Count > 0 || (declared is { } port && first.ListensOn(port)) ? called : first.Addresses;
    }

    private static string Place(ContainerStart start) => start.Command.Programs.Count > 0 ? start.Command.Place : start.Script.Place;

    // Ports that differ from the declared one, and what to do.
    private static string Differing(
        Inspection service, ContainerStart start, List<ProgramAddress> addresses, int declared, string option = "") =>
        !IsGrpc(service) && start.Addresses.All(static address => address.IsGrpc)
            ? $"port {Ports(addresses)}, for gRPC only, but the container declares {Text(declared)}, which EAS calls with HTTP; "
                + $"open it with {addresses[0].Listener!.HttpOption}"
            : $"port {Ports(addresses)}, but the container declares {Text(declared)}, which EAS calls; make them equal{option}";

    // The last one counts: an option before a variable, the long form before the short one.
    private static string Option(params string[][] names) =>
        names.SelectMany(static each => each).LastOrDefault() is { } option ? $" with {option}" : "";

    private static bool IsGrpc(Inspection service) => service.One(EasService.Grpc)?[EasService.Grpc] is true;

    private static string Ports(IEnumerable<ProgramAddress> addresses) =>
        string.Join(", ", addresses.Select(static address => Text(address.Port!.Value)).Distinct());

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
