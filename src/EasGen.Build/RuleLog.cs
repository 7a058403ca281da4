using Microsoft.Build.Utilities;

namespace EasGen.Build;

/// <summary>Rules of the rule book as errors and warnings of the build, with code and help link, at the project file.</summary>
internal sealed class RuleLog(TaskLoggingHelper log, string projectFile)
{
    public void Report(Rule rule, string message)
    {
        // The link stands in the text too, as the compiler's own messages have it: the command line shows no other.
        var text = $"{message} ({rule.HelpLink})";
        if (rule.Severity == Severity.Error)
            log.LogError(null, rule.Id, null, rule.HelpLink, projectFile, 0, 0, 0, 0, text);
        else
            log.LogWarning(null, rule.Id, null, rule.HelpLink, projectFile, 0, 0, 0, 0, text);
    }
}
