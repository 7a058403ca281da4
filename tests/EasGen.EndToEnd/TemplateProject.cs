using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>What <c>dotnet new eas-predictor</c> has made for a user, in a folder that was empty.</summary>
internal sealed class TemplateProject : IDisposable
{
    private readonly ProjectCopy copy = ProjectCopy.Empty();
    private readonly LocalPackage package;
    private readonly string name;

    private TemplateProject(LocalPackage package, string name) => (this.package, this.name) = (package, name);

    /// <param name="name">What the user calls it.</param>
    /// <param name="options">The options of the template.</param>
    public static async Task<TemplateProject> CreateAsync(string name, params string[] options)
    {
        var template = await InstalledTemplate.GetAsync();
        var project = new TemplateProject(await LocalPackage.GetAsync(), name);
        project.copy.Write("nuget.config", project.package.NuGetConfig);
        await template.NewAsync(project.copy.Folder, ["eas-predictor", "-n", name, .. options]);
        return project;
    }

    /// <summary>The folder of the project that declares the service.</summary>
    public string Source => copy.At($"{name}/src/{name}");

    /// <summary>Where a build puts the program and the service JSON.</summary>
    public string Output => Path.Combine(Source, "bin/Debug/net10.0");

    /// <summary>The files of the project that declares the service, before a build.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Source).Select(static file => Path.GetFileName(file));

    /// <summary>The text of a file of the project that declares the service.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Source, path));

    /// <summary>Runs <c>dotnet</c> in the folder of the solution, where a warning is an error.</summary>
    public async Task<CommandResult> DotnetAsync(string verb) =>
        (await DotnetBuild.RunAsync(copy.At(name), [verb, "-warnaserror"], package.Environment)).ShouldSucceed();

    public void Dispose() => copy.Dispose();
}
