using EasGen.Core;
using Microsoft.Build.Utilities;

namespace EasGen.Build;

/// <summary>Rules of the rule book as errors of the build, with code and help link, at the project file.</summary>
internal sealed class ErrorLog(TaskLoggingHelper log, string projectFile)
{
    // The link stands in the text too, as the compiler's own errors have it: the command line shows no other.
    public void Report(Rule rule, string message) => log.LogError(
        subcategory: null,
        errorCode: rule.Id,
        helpKeyword: null,
        helpLink: rule.HelpLink,
        file: projectFile,
        lineNumber: 0,
        columnNumber: 0,
        endLineNumber: 0,
        endColumnNumber: 0,
        message: $"{message} ({rule.HelpLink})");
}
