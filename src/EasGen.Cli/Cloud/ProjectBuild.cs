using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Cli.Cloud;

/// <summary>Builds a project for its service JSON.</summary>
internal static class ProjectBuild
{
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>The project that a path means: itself, or the only one of a folder; null for anything else.</summary>
    public static string? Find(string path)
    {
        if (File.Exists(path))
            return IsProject(path) ? path : null;
        if (!Directory.Exists(path))
            return null;
        var projects = Directory.EnumerateFiles(path).Where(IsProject).ToArray();
        return projects.Length == 1 ? projects[0] : null;
    }

    /// <summary>The artifacts of the environment, once the project is built for release.</summary>
    /// <exception cref="CommandException">It does not build, or has no services there.</exception>
    public static IReadOnlyList<string> Run(string project, string? environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "build", project, "--configuration", "Release", "-nologo", "-t:Build", "-getItem:EasGenManifest" },
        };
        using var build = Start(start);
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new CommandException($"'{project}' does not build; 'dotnet build {project} -c Release' says why")
            {
                ExitCode = ExitCode.Errors,
            };
        var all = Items(output);
        var named = all.Select(static item => item.Environment).Where(static name => !string.IsNullOrEmpty(name));
        var others = string.Join(", ", named.Distinct());
        // The full path that MSBuild prints starts at its current folder, where the item's own starts at the project's.
        var folder = Path.GetDirectoryName(Path.GetFullPath(project))!;
        var chosen = all
            .Where(item => (item.Environment ?? "") == (environment ?? ""))
            .Select(item => Path.GetFullPath(item.Identity, folder))
            .ToList();
        // Beside environments the plain file belongs to none of them.
        if (chosen.Count > 0 && (environment is not null || others.Length == 0))
            return chosen;
        throw new CommandException(
            others.Length == 0 ? $"'{project}' builds no service JSON; does it reference EasGen, and has it a class with [EasService]?"
            : environment is null ? $"'{project}' has services for {others}; name the environment with --environment"
            : $"'{project}' has no services for '{environment}'; it has some for {others}");
    }

    private static bool IsProject(string path) => Projects.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandException(
                "A project is built with the .NET SDK, but there is no 'dotnet'; install it, or name the service JSON");
        }
    }

    private static IReadOnlyList<BuiltManifest> Items(string output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, BuildContext.Default.BuildAnswer)?.Items?.EasGenManifest ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

internal sealed record BuildAnswer(BuildItems? Items);

internal sealed record BuildItems(IReadOnlyList<BuiltManifest>? EasGenManifest);

internal sealed record BuiltManifest(string Identity, string? Environment);

[JsonSerializable(typeof(BuildAnswer))]
internal sealed partial class BuildContext : JsonSerializerContext;
