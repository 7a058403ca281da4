using System.Globalization;

namespace EasGen.Cli.Live;

/// <summary>Times as the API writes them: in UTC, in one of several forms.</summary>
internal static class EventTime
{
    /// <summary>The time; null for a text that is none.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
