using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>What a build said, judged so that a failure shows all of it.</summary>
internal static class Said
{
    public static CommandResult ShouldSay(this CommandResult build, string text)
    {
        if (!build.Output.Contains(text, StringComparison.Ordinal))
            Assert.Fail($"Nothing of '{text}' in:\n{build.Output}\n{build.Error}");
        return build;
    }

    public static CommandResult ShouldNotSay(this CommandResult build, string text)
    {
        if (build.Output.Contains(text, StringComparison.Ordinal))
            Assert.Fail($"'{text}' in:\n{build.Output}\n{build.Error}");
        return build;
    }

    /// <summary>The build was refused by us: errors of the rule book at the project, none of MSBuild's own, no stack trace.</summary>
    public static CommandResult ShouldBeOurErrorsOnly(this CommandResult build) => build.ShouldNotSay("error MSB").ShouldNotSay("   at ");

    /// <summary>The lines in which a build says what it wrote.</summary>
    public static string[] Written(this CommandResult build) =>
        build.Output.Split('\n')
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith("EasGen:", StringComparison.Ordinal))
            .ToArray();
}
