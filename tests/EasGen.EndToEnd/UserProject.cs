using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>A project of a user's who has installed the package: <c>App.csproj</c> and <c>Services.cs</c>.</summary>
internal sealed class UserProject : IDisposable
{
    private readonly ProjectCopy copy = ProjectCopy.Empty();
    private readonly LocalPackage package;
    private readonly string folder;

    private UserProject(LocalPackage package, string folder)
    {
        this.package = package;
        this.folder = folder;
    }

    /// <param name="source">The services.</param>
    /// <param name="properties">MSBuild properties, <c>net10.0</c> if they say nothing of a framework.</param>
    /// <param name="folder">The project's folder below the temporary one.</param>
    /// <param name="sdk">The SDK that the project names.</param>
    /// <param name="reference">What the project references in the place of the package EasGen.</param>
    public static async Task<UserProject> CreateAsync(
        string source,
        string properties = "",
        string folder = "App",
        string sdk = "Microsoft.NET.Sdk",
        string? reference = null)
    {
        var project = new UserProject(await LocalPackage.GetAsync(), folder);
        var framework = properties.Contains("<TargetFramework", StringComparison.Ordinal)
            ? ""
            : "<TargetFramework>net10.0</TargetFramework>";
        project.copy.Write("nuget.config", project.package.NuGetConfig);
        return project.Write("Services.cs", source).Write("App.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {framework}
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <!-- The SDK's own analyzers are not our subject, and half of the time of a small build. -->
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference ?? LocalPackage.Reference("EasGen")}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>The language of the machine, as in <c>tr_TR.UTF-8</c>; its own if none is given.</summary>
    public string? Language { get; set; }

    /// <summary>Environment variables of the user's.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    public string ProjectFile => At("App.csproj");

    public string At(string path) => copy.At(Path.Combine(folder, path));

    public UserProject Write(string path, string text)
    {
        copy.Write(Path.Combine(folder, path), text);
        return this;
    }

    /// <summary>Runs <c>dotnet</c> in the project's folder.</summary>
    public Task<CommandResult> DotnetAsync(params IEnumerable<string> arguments) => DotnetAsync(CancellationToken.None, arguments);

    /// <summary>Runs <c>dotnet</c> in the project's folder until somebody has it killed.</summary>
    public Task<CommandResult> DotnetAsync(CancellationToken stop, params IEnumerable<string> arguments) =>
        DotnetBuild.RunAsync(At("."), arguments, Environment(), stop: stop);

    /// <summary>Runs another program in the project's folder.</summary>
    public Task<CommandResult> RunAsync(string program, params IEnumerable<string> arguments) => RunInAsync(At("."), program, arguments);

    /// <summary>Runs another program in any folder.</summary>
    public Task<CommandResult> RunInAsync(string directory, string program, params IEnumerable<string> arguments) =>
        DotnetBuild.RunProgramAsync(program, directory, arguments, Environment());

    public async Task<CommandResult> BuildAsync(params IEnumerable<string> arguments) =>
        (await DotnetAsync(["build", .. arguments])).ShouldSucceed();

    public async Task<CommandResult> FailAsync(params IEnumerable<string> arguments) =>
        (await DotnetAsync(["build", .. arguments])).ShouldExitWith(1);

    /// <summary>All service JSON below the project's folder, with forward slashes and in order.</summary>
    public string[] Manifests() => Directory.EnumerateFiles(At("."), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(At("."), file).Replace('\\', '/'))
        .Where(static file => file.Contains("eas/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    public void Dispose() => copy.Dispose();

    private Dictionary<string, string?> Environment()
    {
        var environment = package.Environment;
        if (Language is not null)
            environment["LC_ALL"] = Language;
        foreach (var (name, value) in Variables)
            environment[name] = value;
        return environment;
    }
}
