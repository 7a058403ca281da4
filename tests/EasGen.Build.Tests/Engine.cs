using System.Collections;
using Microsoft.Build.Framework;

namespace EasGen.Build.Tests;

/// <summary>An MSBuild that only listens.</summary>
internal sealed class Engine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "EasGen.targets";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e)
    {
        lock (Errors)
            Errors.Add(e);
    }

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        // Only what is wrong matters here.
    }

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);
}
