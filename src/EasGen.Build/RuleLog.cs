using EasGen.Core;
using EasGen.Core.Files;
using Microsoft.Build.Utilities;

namespace EasGen.Build;

/// <summary>Rules of the rule book as errors and warnings of the build, with code and help link, at a file or the project.</summary>
internal sealed class RuleLog(TaskLoggingHelper log, string projectFile)
{
    /// <param name="rule">The rule.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="place">Where the source has it; the project if that is not known.</param>
    public void Report(Rule rule, string message, SourcePlace? place) =>
        Report(rule, message, place?.Path, place?.Line ?? 0, place?.Column ?? 0, 0, rule.Severity);

    /// <param name="rule">The rule.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="file">The file that it is wrong in; the project if none is named.</param>
    /// <param name="place">Where the file has it.</param>
    /// <param name="severity">Another severity than the rule's.</param>
    public void Report(Rule rule, string message, string? file = null, FileSpan? place = null, Severity? severity = null) =>
        Report(rule, message, file, place?.Line ?? 0, place?.Column ?? 0, place?.Length ?? 0, severity ?? rule.Severity);

    private void Report(Rule rule, string message, string? file, int line, int column, int length, Severity severity)
    {
        var (endLine, endColumn) = length == 0 ? (0, 0) : (line, column + length);
        // The link stands in the text too, as the compiler's own messages have it: the command line shows no other.
        var text = $"{PlainText.Line(message)} ({rule.HelpLink})";
        if (severity == Severity.Error)
            log.LogError(null, rule.Id, null, rule.HelpLink, file ?? projectFile, line, column, endLine, endColumn, text);
        else
            log.LogWarning(null, rule.Id, null, rule.HelpLink, file ?? projectFile, line, column, endLine, endColumn, text);
    }
}
