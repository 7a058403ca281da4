using System.Text.RegularExpressions;
using EasGen.Cli.Live;
using EasGen.Core;

namespace EasGen.Cli.Why;

/// <summary>What a symptom is about. Of each topic one cause is named, and that of the first topic is the likely one.</summary>
internal enum Topic
{
    /// <summary>There is no image.</summary>
    Image,

    /// <summary>There is no machine.</summary>
    Capacity,

    /// <summary>The program ends.</summary>
    End,

    /// <summary>The program runs, and does not answer as it should.</summary>
    Probe,

    /// <summary>Nothing is said, and nothing goes on.</summary>
    Wait,

    /// <summary>A caller is refused.</summary>
    Caller,
}

/// <summary>A line of the table of symptoms.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Where">Where the sign is looked for.</param>
/// <param name="Pattern">The sign: a regular expression without regard to case.</param>
/// <param name="Explain">The cause; null when the service tells that it is another one.</param>
internal sealed record Symptom(Topic Topic, Source Where, string Pattern, Func<Sign, Cause?> Explain)
{
    // Nobody says a sign behind that.
    private const int Longest = 4000;

    private readonly LazyRegex pattern = new(Pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline);

    /// <summary>The sign in what was said, when it was said first and how often; null when it was not.</summary>
    public Sign? Find(Evidence evidence)
    {
        var (first, match, count, last) = (default(Observation), default(Match), 0, -1);
        for (var i = 0; i < evidence.Observations.Count; i++)
        {
            var said = evidence.Observations[i];
            if ((said.Source & Where) == 0)
                continue;
            var found = pattern.Match(said.Text.Length <= Longest ? said.Text : said.Text[..Longest]);
            if (!found.Success)
                continue;
            // As it was seen last: what a start looks like comes before.
            (first, match, count, last) = (said, found, count + said.Count, i);
        }
        return first is null ? null : new(match!, first, count, last, evidence);
    }
}

/// <summary>A symptom that a service has.</summary>
/// <param name="Match">The sign.</param>
/// <param name="Said">What it was found in last.</param>
/// <param name="Count">How often it was seen.</param>
/// <param name="Place">The index of the last of all observations that shows it.</param>
/// <param name="Evidence">All that was seen.</param>
internal sealed record Sign(Match Match, Observation Said, int Count, int Place, Evidence Evidence)
{
    public ObservedService Service => Evidence.Service;

    /// <summary>A part of the sign; empty when it has none.</summary>
    public string this[string group] => Match.Groups[group].Value;
}
