using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EasGen.Rehearsal.Processes;

/// <summary>
/// The ports of an instance: what is port 8000 in each container is another one here, as all instances share a machine.
/// </summary>
internal sealed class PortMap
{
    /// <summary>Where the images of .NET listen if nothing else is said.</summary>
    public const int OfDotnetImages = 8080;

    // As a value of its own behind the name of an option or a variable, or behind a host.
    private const string Before = @"(?:(?:port|listen|bind|addr|address|host|urls?)s?[\w-]*[=\s]+[""']?|:|(?:^|\s)-p\s*)";

    private readonly Dictionary<int, int> here;

    public PortMap(IEnumerable<int> ports) =>
        here = ports.Append(OfDotnetImages).Distinct().Zip(FreePorts(), KeyValuePair.Create).ToDictionary();

    /// <summary>Whether the program listens on its port whatever it is told.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Takes it as it is that the program listens on this port here too.</summary>
    public void Fix(int port) => (here[port], IsFixed) = (port, true);

    /// <summary>The port here.</summary>
    public int Here(int port) => here.GetValueOrDefault(port, port);

    /// <summary>What the program listens on would be this port in the container.</summary>
    public int InContainer(int port) => here.FirstOrDefault(pair => pair.Value == port) is { Key: > 0 and var found } ? found : port;

    /// <summary>A start line, or a part of it, with the ports of here.</summary>
    public string In(string text) => here.Aggregate(text, static (text, pair) => Regex.Replace(
        text,
        FormattableString.Invariant($@"(?<={Before}){pair.Key}(?!\d)"),
        pair.Value.ToString(CultureInfo.InvariantCulture),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    /// <summary>The value of a variable with the ports of here.</summary>
    public string In(string name, string value) => In($"{name}={value}")[(name.Length + 1)..];

    private static IEnumerable<int> FreePorts()
    {
        while (true)
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 0));
            yield return ((IPEndPoint)listener.LocalEndPoint!).Port;
        }
    }
}
