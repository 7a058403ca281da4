namespace EasGen.Testing;

/// <summary>Runs <c>dotnet</c> as a person would on a clean machine: without what a test run leaves in the environment.</summary>
public static class DotnetBuild
{
    // Nothing may outlive the command: a compiler server or MSBuild node would hold on to our dlls and to the output pipe.
    private static readonly Dictionary<string, string?> Clean = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["NO_COLOR"] = "1",
        // Set by the `dotnet test` that runs us, and wrong for another project.
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        // What a build server sets for our build, not for our users'.
        ["CI"] = null,
        ["Configuration"] = null,
        ["Platform"] = null,
    };

    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>Runs <c>dotnet</c> with these arguments in a folder.</summary>
    /// <param name="directory">The working directory.</param>
    /// <param name="arguments">One string each: <c>["build", "-c", "Release"]</c>.</param>
    /// <param name="environment">Variables beyond, or against, the clean ones.</param>
    /// <param name="timeout">After it <c>dotnet</c> is killed with all that it has started.</param>
    /// <param name="stop">The same, when somebody asks for it.</param>
    public static Task<CommandResult> RunAsync(
        string directory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeout = null,
        CancellationToken stop = default) => RunProgramAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", directory, arguments, environment, timeout, stop);

    /// <summary>Runs another program that runs <c>dotnet</c> itself.</summary>
    /// <inheritdoc cref="RunAsync"/>
    /// <param name="program">A name on the PATH, or a path.</param>
    public static Task<CommandResult> RunProgramAsync(
        string program,
        string directory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeout = null,
        CancellationToken stop = default) =>
        CommandLine.RunAsync(program, arguments, directory, Clean.Concat(environment ?? Nothing), timeout, stop);
}
