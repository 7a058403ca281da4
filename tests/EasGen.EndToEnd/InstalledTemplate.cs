using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The template, packed once for a test run and installed beside, not among, the templates of this machine.</summary>
internal sealed class InstalledTemplate
{
    public const string Id = "EasGen.Templates";

    private static readonly Lazy<Task<InstalledTemplate>> Once = new(InstallAsync);

    private readonly string hive = Directory.CreateTempSubdirectory("easgen-template-").FullName;

    private InstalledTemplate() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(hive, recursive: true);

    public static Task<InstalledTemplate> GetAsync() => Once.Value;

    /// <summary>Runs <c>dotnet new</c> in a folder.</summary>
    public async Task NewAsync(string folder, params IEnumerable<string> arguments) =>
        (await DotnetBuild.RunAsync(folder, ["new", .. arguments, "--debug:custom-hive", hive])).ShouldSucceed();

    private static async Task<InstalledTemplate> InstallAsync()
    {
        var (template, package) = (new InstalledTemplate(), await LocalPackage.GetAsync());
        await package.AddAsync(Id, LocalPackage.Version);
        await template.NewAsync(package.Feed, "install", $"{Id}.{LocalPackage.Version}.nupkg");
        return template;
    }
}
