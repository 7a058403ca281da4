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

    /// <summary>The source files, in which errors are placed.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The folder that gets the files.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The file that remembers what was written, so that the files of services that went can go too.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <summary>Values for placeholders: <c>NAME=value;…</c>.</summary>
    public string? Variables { get; set; }

    /// <summary>Whether every placeholder needs a value.</summary>
    public bool RequireVariables { get; set; }

    /// <summary>The image that the SDK makes of the project; empty if it is not known.</summary>
    public string? ContainerImage { get; set; }

    /// <summary>The files of the environments, <c>eas.&lt;environment&gt;.json</c>.</summary>
    public ITaskItem[] EnvironmentFiles { get; set; } = [];

    /// <summary>The folder of the service JSONs that the team has committed; none if it is empty.</summary>
    public string? Baseline { get; set; }

    /// <summary>Whether the baseline takes over what the build makes.</summary>
    public bool AcceptBaseline { get; set; }

    public override bool Execute()
    {
        var log = new RuleLog(Log, ProjectFile);
        var project = new ProjectPaths(ProjectFile);
        var manifests = Read(project, log);

        // All that is wrong with any of them, in one go. One bad service keeps all files as they are.
        var attributes = new AttributeSearch(Sources.Select(source => project.Full(source.ItemSpec)));
        ManifestCheck.Run(manifests, attributes, log);
        if (!Log.HasLoggedErrors)
            VariableCheck.ReportOpen(manifests, RequireVariables, log);
        if (Log.HasLoggedErrors)
            return false;
        var baseline = string.IsNullOrWhiteSpace(Baseline) ? null : new Baseline(project.Full(Baseline!), project, log);
        if (baseline is null && AcceptBaseline)
            log.Report(BuildRules.EAS0027_BaselineIsAccepted, "EasGenAcceptBaseline needs EasGenBaseline, the folder of the baseline");
        if (Log.HasLoggedErrors || (!AcceptBaseline && baseline?.Check(manifests) is false))
            return false;
        return Write(manifests, project, log) && (!AcceptBaseline || baseline!.Accept(manifests));
    }

    // What the generator left, for the environments too, with the placeholders filled whose values are known.
    private Manifest[] Read(ProjectPaths project, RuleLog log)
    {
        var variables = Build.Variables.Parse(Variables ?? "", log);
        var image = SdkImage.Value(ContainerImage);
        var assembly = project.Full(Assembly);
        var (constants, problem) = ManifestAssembly.Read(assembly);
        if (problem is not null)
            log.Report(BuildRules.EAS0011_AssemblyCanBeRead, $"'{assembly}' {problem}");
        var declared = constants
            .Select(static constant => new DeclaredManifest(constant.Name, constant.Json))
            .OrderBy(static manifest => manifest.ServiceName, StringComparer.Ordinal)
            .ToArray();
        var environments = new EnvironmentFiles(declared, project, log).Read(EnvironmentFiles.Select(static item => item.ItemSpec));
        Manifest[] manifests =
        [
            .. declared.Select(manifest => Manifest.Read(manifest, null, variables.Or(image))),
            .. from environment in environments
               let values = variables.Or(environment.Variables).Or(image)
               from manifest in declared
               select Manifest.Read(manifest, environment, values),
        ];
        VariableCheck.ReportUnused(variables, manifests, log);
        return manifests;
    }

    private bool Write(Manifest[] manifests, ProjectPaths project, RuleLog log)
    {
        var folder = project.Full(OutputDirectory);
        var files = Array.ConvertAll(
            manifests,
            manifest => new ManifestFile(project.Full(Path.Combine(folder, manifest.FileName)), manifest));
        return new ManifestFolder(folder, project.Full(ListFile), project, log).Update(files, new()
        {
            [".image"] = SdkImage.Used(manifests, ContainerImage),
            [".ports"] = SdkImage.Ports(manifests),
        });
    }
}
