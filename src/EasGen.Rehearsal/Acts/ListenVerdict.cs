using EasGen.Core.Features;
using EasGen.Rehearsal.Instances;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>A program that runs while nothing answers its probe: it may listen somewhere else.</summary>
internal static class ListenVerdict
{
    /// <summary>Whether it listens where the probe does not call, which is then the answer.</summary>
    public static bool Fail(Answers answers, StartFailure failure, RehearsedProbe probe)
    {
        var container = failure.Container;
        var sockets = failure.Listeners;
        if (sockets.Any(socket => socket.Port == probe.Port && socket.IsLoopback))
        {
            answers.Fail(
                Question.Listens,
                Invariant($"listens on the loopback address alone (127.0.0.1:{probe.Port}), where EAS cannot reach it"),
                Advice.Program(Invariant($"listen on 0.0.0.0:{probe.Port}"), ProgramAddresses.EAS0209_ProgramListensOutside));
            return true;
        }
        if (sockets.Count == 0)
            return false;
        if (container.Port is { } port && port != probe.Port && sockets.Any(socket => socket.Port == port))
        {
            answers.Fail(
                Question.Listens,
                Invariant($"listens on port {port}, but {probe.Name} calls {probe.Port}"),
                Advice.At(
                    probe.At(probe.Path is null ? Probe.TcpPort : Probe.Port), Invariant($"set it to {port}"), Probe.EAS0704_PortIsServed));
            return true;
        }
        // Sockets on the loopback address are often for the program alone.
        var open = sockets.Where(static socket => !socket.IsLoopback).DefaultIfEmpty(sockets[0]).ToList();
        if (open.Exists(socket => socket.Port == probe.Port))
            return false;
        var others = string.Join(", ", open.Select(static socket => Invariant($"{socket.Port}")).Distinct());
        var one = open[0].Port;
        answers.Fail(
            Question.Listens,
            Invariant($"listens on port {others}, but EAS calls {probe.Port}; the service would stay Waiting"),
            Advice.Program(
                Invariant($"listen on {probe.Port}: by LISTENING_PORT, which EAS sets, or ASPNETCORE_HTTP_PORTS={probe.Port}"),
                ProgramAddresses.EAS0208_ProgramListensOnPort),
            Container.Port.Reserved.Contains(one)
                ? Advice.At(
                    container.At(Container.Port),
                    Invariant($"keep it: {one} belongs to the EAS engine"),
                    Container.EAS0201_PortIsNotReserved)
                : Advice.At(
                    container.At(Container.Port), Invariant($"or set it to {one}"), ProgramAddresses.EAS0208_ProgramListensOnPort));
        return true;
    }
}
