using System.CommandLine;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Cloud;

/// <summary>The service that a verb is about: a name, or an artifact that has one.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="Region">The region that the artifact names; null when it does not, or there is none.</param>
internal sealed record ServiceTarget(string Name, string? Region)
{
    public static Argument<string> CreateArgument() => PathArgument.CreateSingle(
        "service", "The name of the service; or its JSON, or the assembly or project that it is built from.");

    /// <summary>The same for a verb about several services.</summary>
    public static Argument<string[]> CreateArguments() => PathArgument.Create(
        "services", "The names of the services; or their JSON, or the assemblies or projects that they are built from.");

    /// <exception cref="CommandException">There is a file of that name, and it is no service.</exception>
    public static ServiceTarget Of(string argument)
    {
        if (!IsPath(argument))
            return new(argument, null);
        var artifact = Artifact.Load(argument, new());
        return new(artifact.Name, artifact.Region);
    }

    // A name has no dot and no slash; a folder may be called as the service is.
    private static bool IsPath(string argument) =>
        argument == Input.StandardInput || argument.AsSpan().ContainsAny("./\\") || File.Exists(argument);
}
