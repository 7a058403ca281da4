using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EasGen.Rehearsal.Networks;

/// <summary>
/// The ports of an instance: what is port 8000 in each container is another one here, where all instances share a machine.
/// </summary>
internal sealed class PortMap
{
    /// <summary>Where the images of .NET listen if nothing else is said.</summary>
    public const int OfDotnetImages = 8080;

    // Behind the name of an option or a variable, or behind a host that is this one: any other host is another machine.
    private const string Before = @"(?:(?<![a-z])(?:port|listen|bind|addr|address|host|urls?)s?[\w-]*[=\s]+[""']?"
        + @"|(?:^|[\s=""'/@])(?:0\.0\.0\.0|127\.0\.0\.1|localhost|\[::1?\]|\+|\*)?:"
        + @"|(?:^|\s)-p\s*)";

    private readonly Dictionary<int, int> here;

    public PortMap(IEnumerable<int> ports) => here = ports.Distinct().Zip(FreePorts(), KeyValuePair.Create).ToDictionary();

    /// <summary>Whether the program listens on its port whatever it is told.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Takes it as it is that the program listens on this port here too.</summary>
    public void Fix(int port) => (here[port], IsFixed) = (port, true);

    /// <summary>The port here.</summary>
    public int Here(int port) => here.GetValueOrDefault(port, port);

    /// <summary>What the program listens on would be this port in the container.</summary>
    public int InContainer(int port) => here.FirstOrDefault(pair => pair.Value == port) is { Key: > 0 and var found } ? found : port;

    /// <summary>A start line with the ports of here.</summary>
    public string In(string line) => In("", line);

    /// <summary>A value with the ports of here.</summary>
    /// <param name="before">What stands in front of it and says what it means: the name of a variable and =, an option and a blank.</param>
    /// <param name="value">The value.</param>
    public string In(string before, string value)
    {
        foreach (var (port, other) in here)
            value = In(before + value, port, other, before.Length);
        return value;
    }

    // What is in front keeps its ports: it is only there to be understood.
    private static string In(string text, int port, int other, int from) => Regex.Replace(
        text,
        FormattableString.Invariant($@"(?<={Before}){port}(?!\d)"),
        match => match.Index < from ? match.Value : other.ToString(CultureInfo.InvariantCulture),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)[from..];

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
