using System.IO.Compression;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>
/// The packages that a service needs, packed once for a test run into a feed of its own, with a package cache of its own.
/// </summary>
internal sealed class LocalPackage
{
    // Nobody's cache has this version.
    public const string Version = "0.0.0-endtoend";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string[] Ids =
    [
        "EasGen", "EasGen.Api", "EasGen.AspNetCore", "EasGen.AspNetCore.Chat", "EasGen.AspNetCore.Playground", "EasGen.AspNetCore.Testing",
        "EasGen.Rehearsal",
    ];

    private static readonly Lazy<Task<LocalPackage>> Once = new(PackAsync);

    private readonly string root = Directory.CreateTempSubdirectory("easgen-feed-").FullName;

    private LocalPackage() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);

    public string Feed => Path.Combine(root, "feed");

    /// <summary>Makes the installed package a fresh one; all others come from the machine's cache, where they have been before.</summary>
    public Dictionary<string, string?> Environment => new() { ["NUGET_PACKAGES"] = Path.Combine(root, "packages") };

    /// <summary>The sources of the machine, and this feed.</summary>
    public string NuGetConfig => $"""
        <configuration>
          <packageSources>
            <add key="easgen-endtoend" value="{Feed}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{MachineCache}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private static string MachineCache => Directory.CreateDirectory(System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages")).FullName;

    /// <summary>The dll of a project of ours, as the build of these tests has made it.</summary>
    public static string Built(string project, string framework) =>
        Repository.At($"{project}/bin/{Configuration}/{framework}/{Path.GetFileName(project)}.dll");

    public static Task<LocalPackage> GetAsync() => Once.Value;

    /// <summary>The line of a project that installs a package.</summary>
    public static string Reference(string id, string version = Version) => $"""<PackageReference Include="{id}" Version="{version}" />""";

    /// <summary>Opens one of the packages.</summary>
    public static async Task<ZipArchive> OpenAsync(string id) =>
        await ZipFile.OpenReadAsync(Path.Combine((await GetAsync()).Feed, $"{id}.{Version}.nupkg"));

    /// <summary>The bytes of a file in a package.</summary>
    public static async Task<byte[]> ReadAsync(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using var stream = await entry.OpenAsync();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Puts a package into the feed, under any version.</summary>
    public async Task AddAsync(string id, string version)
    {
        var packed = await DotnetBuild.RunAsync(
            Repository.Root,
            ["pack", Repository.At("src", id), "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={version}"]);
        packed.ShouldSucceed();
        Assert.DoesNotContain("warning", packed.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<LocalPackage> PackAsync()
    {
        var package = new LocalPackage();
        foreach (var id in Ids)
            await package.AddAsync(id, Version);
        return package;
    }
}
