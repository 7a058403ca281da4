using EasGen.Core;
using EasGen.Core.Starting;

namespace EasGen.Cli.Why;

/// <summary>Where the program itself says that it listens.</summary>
internal static class Listening
{
    // As ASP.NET Core, uvicorn, gunicorn and most others say it.
    private static readonly LazyRegex Said = new(
        @"\b(?:listening|running|serving)(?: \w{1,20})? (?:on|at):? (?:port:? (?<address>\d{1,5})\b|(?<address>[^\s,;]{0,200}:\d{1,5}\b))",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    /// <summary>The addresses in the log; empty when it says none.</summary>
    public static IReadOnlyList<ListenText> In(Evidence evidence) =>
    [
        .. from line in evidence.PreviousLog.Concat(evidence.Log)
           let match = Said.Match(line.Length <= 1000 ? line : line[..1000])
           where match.Success
           let address = ListenText.Parse(match.Groups["address"].Value)
           where address?.Port is not null
           select address,
    ];
}
