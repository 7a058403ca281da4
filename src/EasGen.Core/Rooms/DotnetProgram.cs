using System.Globalization;
using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>What the start line and the environment of a container say about the program in it: its port and its address.</summary>
internal static class DotnetProgram
{
    private static readonly LazyRegex Urls = new(@"(?:--urls[ =]|(?:ASPNETCORE|DOTNET)_URLS=)[""']?(?<list>[^\s""']+)");

    private static readonly LazyRegex Url = new(@"https?://(?<host>\[[^\]]*\]|[^:/;]+)(?::(?<port>[^/;]*))?");

    private static readonly LazyRegex Ports = new(
        @"(?:--port[ =]|--server_port[ =]|(?:ASPNETCORE|DOTNET)_HTTP_PORTS=)[""']?(?<port>\d{1,5})(?:;(?<port>\d{1,5}))*");

    public static readonly Rule EAS0208_ProgramListensOnPort = Rule.Warning("EAS0208", "Program is told to listen on another port")
        .When(static service =>
        {
            foreach (var line in Lines(service))
            {
                if (line.Ports.Length == 0 || line.Container[Container.Port] is not { } declared || line.Ports.Contains(declared.ToString(CultureInfo.InvariantCulture)))
                    continue;
                service.Report(line.Place, $"The program is told to listen on port {string.Join(", ", line.Ports)}, the container declares {declared.ToString(CultureInfo.InvariantCulture)}; make them equal or the service waits for ever");
            }
        });

    public static readonly Rule EAS0209_ProgramListensOutside = Rule.Warning("EAS0209", "Program listens on the loopback address only")
        .When(static service =>
        {
            foreach (var line in Lines(service))
            {
                if (line.Hosts.Length > 0 && line.Hosts.All(static host => host is "localhost" or "127.0.0.1" or "[::1]"))
                    service.Report(line.Place, $"'{line.Hosts[0]}' is reachable from inside the container only; listen on http://0.0.0.0");
            }
        });

    public static readonly Rule[] Rules = [EAS0208_ProgramListensOnPort, EAS0209_ProgramListensOutside];

    private static IEnumerable<(Placed Container, string Place, string[] Hosts, string[] Ports)> Lines(Inspection service)
    {
        foreach (var container in service.All(Container.Room))
        {
            foreach (var (place, line) in Container.StartLines(container))
            {
                if (IsTelling(line))
                    yield return Read(container, place, line);
            }
            foreach (var variable in Container.Inside(service, EnvironmentVariable.Room, container))
            {
                var (name, value) = (variable[EnvironmentVariable.Name] ?? "", variable[EnvironmentVariable.Value] ?? "");
                if (IsTelling(name) || IsTelling(value))
                    yield return Read(container, variable.At(EnvironmentVariable.Value), $"{name}={value}");
            }
        }
    }

    // One of these is in whatever the expressions match. Most lines have none, which is seen sooner than the expressions say so.
    private static bool IsTelling(string text) => text.Contains("--") || text.Contains("_URLS") || text.Contains("_PORTS");

    private static (Placed Container, string Place, string[] Hosts, string[] Ports) Read(Placed container, string place, string line)
    {
        var urls = Urls.Matches(line).Cast<Match>().SelectMany(static match => Url.Matches(match.Groups["list"].Value).Cast<Match>()).ToArray();
        var ports = Ports.Matches(line).Cast<Match>().SelectMany(static match => match.Groups["port"].Captures.Cast<Capture>()).Select(static port => port.Value);
        return (
            container,
            place,
            urls.Select(static url => url.Groups["host"].Value).ToArray(),
            urls.Select(PortOf).OfType<string>().Concat(ports).ToArray());
    }

    // What is no number yet, as a variable of the shell, is not known.
    private static string? PortOf(Match url) => url.Groups["port"] switch
    {
        { Success: false } => url.Value.StartsWith("https", StringComparison.Ordinal) ? "443" : "80",
        { Value: var port } => port.Length is > 0 and <= 5 && port.All(char.IsDigit) ? port : null,
    };
}
