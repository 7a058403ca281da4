using System.Globalization;
using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>What the start line and the environment of a container say about the program in it: its port and its address.</summary>
internal static class DotnetProgram
{
    private static readonly Regex Address = new(
        @"(?:--urls[ =]|(?:ASPNETCORE|DOTNET)_URLS=)[""']?https?://(?<host>\[[^\]]*\]|[^:/\s""';]+)(?::(?<port>\d{1,5}))?"
        + @"|(?:--port[ =]|--server_port[ =]|(?:ASPNETCORE|DOTNET)_HTTP_PORTS=)[""']?(?<port>\d{1,5})",
        RegexOptions.CultureInvariant);

    public static readonly Rule EAS0208_ProgramListensOnPort = Rule.Warning("EAS0208", "Program is told to listen on another port")
        .When(static service =>
        {
            foreach (var (container, place, match) in Addresses(service))
            {
                if (match.Groups["port"] is { Success: true, Value: var told }
                    && container[Container.Port] is { } declared
                    && told != declared.ToString(CultureInfo.InvariantCulture))
                {
                    service.Report(place, $"The program is told to listen on port {told}, the container declares {declared.ToString(CultureInfo.InvariantCulture)}; make them equal or the service waits for ever");
                }
            }
        });

    public static readonly Rule EAS0209_ProgramListensOutside = Rule.Warning("EAS0209", "Program listens on the loopback address only")
        .When(static service =>
        {
            foreach (var (_, place, match) in Addresses(service))
            {
                if (match.Groups["host"].Value is "localhost" or "127.0.0.1" or "[::1]")
                    service.Report(place, $"'{match.Groups["host"].Value}' is reachable from inside the container only; listen on http://0.0.0.0");
            }
        });

    public static readonly Rule[] Rules = [EAS0208_ProgramListensOnPort, EAS0209_ProgramListensOutside];

    private static IEnumerable<(Placed Container, string Place, Match Match)> Addresses(Inspection service)
    {
        foreach (var container in service.All(Container.Room))
        {
            var lines = new[] { (container.At(Container.Command), container[Container.Command]), (container.At(Container.Script), container[Container.Script]) }
                .Concat(Container.Inside(service, EnvironmentVariable.Room, container).Select(static variable =>
                    (variable.At(EnvironmentVariable.Value), (string?)$"{variable[EnvironmentVariable.Name]}={variable[EnvironmentVariable.Value]}")));
            foreach (var (place, line) in lines)
            {
                foreach (Match match in Address.Matches(line ?? ""))
                    yield return (container, place, match);
            }
        }
    }
}
