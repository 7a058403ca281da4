using System.Globalization;
using EasGen.Core.Features;
using EasGen.Core.Starting;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>Why nobody answers on a port, told by the log and by the settings.</summary>
internal static class Unreached
{
    /// <summary>The cause, if the log or the settings tell one.</summary>
    /// <param name="sign">What was seen.</param>
    /// <param name="port">The port that was called.</param>
    public static Cause? Find(Sign sign, int port)
    {
        var (service, said) = (sign.Service, Listening.In(sign.Evidence, port));
        var here = said.Where(address => address.Port == port).ToArray();
        // It does listen there, or does by now.
        if (here.Any(static address => !address.IsLoopback))
            return null;
        var told = service.Broken(
            ProgramAddresses.EAS0208_ProgramListensOnPort,
            ProgramAddresses.EAS0209_ProgramListensOutside,
            Probe.EAS0704_PortIsServed,
            ProgramAddresses.EAS0216_ProgramSpeaksHttp,
            ProgramAddresses.EAS0214_DefaultIsOutside,
            ProgramAddresses.EAS0215_DefaultIsPort);
        if (here is [var alone, ..])
            return Said(
                $"The program listens on {alone.Host}:{Text(port)} only, which cannot be reached from outside its container",
                "let it listen on 0.0.0.0",
                told);
        if (said.Count > 0)
            return Said(
                $"The program listens on {Ports(said)}, declared is {Text(port)}",
                $"make the two equal: let the program listen on {Text(port)}, or declare the other port unless it is 8080 or 9090",
                told);
        return told is null ? null : Cause.Of($"Nothing answers on port {Text(port)}", told, service);

        Cause Said(string text, string change, Finding? finding) => new(text, change)
        {
            Setting = finding is null
                ? service.NameOf(Container.FeatureType, Container.Port)
                : JsonPointer.Spoken(service.Read.Place(finding.Pointer)),
            Rule = finding?.Rule ?? CompilerRules.EAS1017_CodeListensOnPort,
        };
    }

    private static string Ports(IEnumerable<ListenText> said) =>
        string.Join(", ", said.Select(static address => Text(address.Port!.Value)).Distinct());

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
