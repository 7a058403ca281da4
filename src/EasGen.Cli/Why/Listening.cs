using System.Text.RegularExpressions;
using EasGen.Core;
using EasGen.Core.Starting;

namespace EasGen.Cli.Why;

/// <summary>Where the program itself says that it listens.</summary>
internal static class Listening
{
    private const int Longest = 1000;

    // As ASP.NET Core, uvicorn, gunicorn and most others say it. A model runs too, as on cuda:0: what runs or serves needs an address.
    private static readonly LazyRegex Said = new(
        @"\b(?:(?:listening|running|serving)(?: \w{1,20})? (?:on|at):? (?:port:? (?<address>\d{1,5})\b"
        + @"|(?<address>(?:\w{1,10}://[^\s,;]{0,200}|(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|\[[\da-f:.]{2,45}\])):\d{1,5}\b))"
        + @"|listening(?: \w{1,20})? (?:on|at):? (?<address>[^\s,;]{0,200}:\d{1,5}\b|\d{2,5}(?=[.!)]?\s*$)))",
        RegexOptions.IgnoreCase);

    private static readonly LazyRegex Beside = new(@"metrics|prometheus", RegexOptions.IgnoreCase);

    /// <summary>The addresses in the log; empty when it says none. That of a server of metrics counts only at the port.</summary>
    /// <param name="evidence">What was seen.</param>
    /// <param name="port">The port that was called.</param>
    public static IReadOnlyList<ListenText> In(Evidence evidence, int port) =>
    [
        .. from line in evidence.PreviousLog.Concat(evidence.Log)
           let text = line.Length <= Longest ? line : line[..Longest]
           let match = Said.Match(text)
           where match.Success
           let address = ListenText.Parse(match.Groups["address"].Value)
           where address?.Port > 0 && (address.Port == port || !Beside.Match(text).Success)
           select address,
    ];
}
