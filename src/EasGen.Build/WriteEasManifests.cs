using EasGen.Core.Files;
using Microsoft.Build.Framework;

namespace EasGen.Build;

/// <summary>
/// Writes the service JSON that the generator left in the assembly to one file for each service, after all of it has
/// passed the rules once more: here no <c>RunAnalyzers=false</c> can switch them off.
/// </summary>
public sealed class WriteEasManifests : Microsoft.Build.Utilities.Task
{
    /// <summary>The project, to which errors are pinned and relative paths belong.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The assembly as the compiler left it in the intermediate folder.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The folder that gets the files.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The file that remembers what was written, so that the files of services that went can go too.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <summary>Values for placeholders: <c>NAME=value;…</c>.</summary>
    public string? Variables { get; set; }

    /// <summary>The written files, each with the metadata <c>ServiceName</c>.</summary>
    [Output]
    public ITaskItem[] Manifests { get; private set; } = [];

    public override bool Execute()
    {
        var log = new RuleLog(Log, ProjectFile);
        var project = new ProjectPaths(ProjectFile);

        // What the generator left, with the placeholders filled whose values are known.
        var variables = Build.Variables.Parse(Variables ?? "", log);
        var assembly = project.Full(Assembly);
        var (constants, problem) = ManifestAssembly.Read(assembly);
        if (problem is not null)
            log.Report(BuildRules.EAS0011_AssemblyCanBeRead, $"'{assembly}' {problem}");
        var manifests = constants
            .Select(constant => Manifest.Read(constant, variables))
            .OrderBy(static manifest => manifest.ServiceName, StringComparer.Ordinal)
            .ToArray();

        // All that is wrong with any of them, in one go. One bad service keeps all files as they are.
        ManifestCheck.Run(manifests, log);
        if (Log.HasLoggedErrors)
            return false;

        var folder = project.Full(OutputDirectory);
        var files = manifests.Select(manifest => new ManifestFile(Path.Combine(folder, manifest.FileName), manifest)).ToArray();
        if (!ManifestFolder.Update(files, project, project.Full(ListFile), log))
            return false;

        foreach (var file in files)
            Log.LogMessage(MessageImportance.High, $"EasGen: {file.Manifest.ServiceName} -> {project.Short(file.Path)}");
        Manifests = Array.ConvertAll(files, file => file.ToItem(project));
        return true;
    }
}
