using System.IO.Compression;
using System.Xml.Linq;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>What a package shows to those who choose it, and all that is in it.</summary>
public class PackageTests
{
    private static readonly Dictionary<string, string[]> Files = new()
    {
        ["EasGen"] =
        [
            "analyzers/dotnet/cs/EasGen.CodeFixes.dll", "analyzers/dotnet/cs/EasGen.Compiler.dll",
            .. Targets("build"), .. Targets("buildTransitive"),
            "lib/netstandard2.0/EasGen.Attributes.dll", "lib/netstandard2.0/EasGen.Attributes.xml",
            .. ReadyToRun("linux-x64"), .. ReadyToRun("osx-arm64"), .. ReadyToRun("win-x64"),
            "tasks/netstandard2.0/EasGen.Build.dll",
        ],
        ["EasGen.Api"] = Library("EasGen.Api", "net8.0"),
        ["EasGen.AspNetCore"] = Library("EasGen.AspNetCore", "net8.0", "net9.0", "net10.0"),
        ["EasGen.AspNetCore.Chat"] = Library("EasGen.AspNetCore.Chat", "net8.0", "net9.0", "net10.0"),
        ["EasGen.AspNetCore.Playground"] = Library("EasGen.AspNetCore.Playground", "net8.0", "net9.0", "net10.0"),
        ["EasGen.AspNetCore.Testing"] = Library("EasGen.AspNetCore.Testing", "net8.0", "net9.0", "net10.0"),
        ["EasGen.Rehearsal"] = [.. Library("EasGen.Rehearsal", "net8.0"), "lib/net8.0/EasGen.Core.dll"],
        [InstalledTemplate.Id] = Template(),
        ["EasGen.Cli"] = ["tools/any/any/DotnetToolSettings.xml"],
        ["EasGen.Cli.any"] = Tool("any"),
        ["EasGen.Cli.linux-x64"] = [.. Tool("linux-x64"), "tools/net10.0/linux-x64/easgen"],
    };

    public static TheoryData<string> Ids => [.. Files.Keys];

    [Theory, MemberData(nameof(Ids))]
    public async Task Says_its_license_its_home_its_changes_and_what_it_is(string id)
    {
        await using var package = await OpenAsync(id);
        var metadata = Specification(package, id).Elements().ToDictionary(static element => element.Name.LocalName);

        Assert.Equal("MIT", metadata["license"].Value);
        Assert.Equal("https://github.com/easgen/easgen", metadata["projectUrl"].Value);
        Assert.Equal("https://github.com/easgen/easgen", (string?)metadata["repository"].Attribute("url"));
        Assert.Equal("https://github.com/easgen/easgen/blob/main/CHANGELOG.md", metadata["releaseNotes"].Value);
        Assert.Contains("PAI-EAS", metadata["tags"].Value, StringComparison.Ordinal);
        Assert.NotEmpty(metadata["description"].Value);
        Assert.NotNull(package.GetEntry(metadata["icon"].Value));
        Assert.Equal(await File.ReadAllTextAsync(Repository.At("README.md")), Text(package, metadata["readme"].Value));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Has_these_files_and_no_others(string id)
    {
        await using var package = await OpenAsync(id);
        string[] ofEveryPackage =
        [
            $"{id}.nuspec", "README.md", "icon.png", "[Content_Types].xml", "_rels/.rels",
            "package/services/metadata/core-properties/nuget.psmdcp",
        ];

        Assert.Equal(
            ofEveryPackage.Concat(Files[id]).Order(StringComparer.Ordinal),
            package.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("EasGen")]
    [InlineData("EasGen.AspNetCore", "EasGen 0.0.0-endtoend All")]
    [InlineData("EasGen.AspNetCore.Chat", "EasGen.AspNetCore 0.0.0-endtoend All")]
    [InlineData("EasGen.AspNetCore.Playground", "EasGen.AspNetCore 0.0.0-endtoend All")]
    [InlineData("EasGen.AspNetCore.Testing", "EasGen.AspNetCore 0.0.0-endtoend ")]
    public async Task Depends_on_the_part_below_it_in_the_same_version(string id, params string[] expected)
    {
        await using var package = await OpenAsync(id);

        Assert.All(OurDependencies(Specification(package, id)), group => Assert.Equal(expected, group));
    }

    // One group for each target framework.
    private static IEnumerable<IEnumerable<string>> OurDependencies(XElement specification) =>
        from @group in specification.Elements().Single(static element => element.Name.LocalName == "dependencies").Elements()
        select
            from dependency in @group.Elements()
            let id = (string)dependency.Attribute("id")!
            where id.StartsWith("EasGen", StringComparison.Ordinal)
            select $"{id} {(string?)dependency.Attribute("version")} {(string?)dependency.Attribute("include")}";

    private static string[] Targets(string folder) =>
    [
        $"{folder}/EasGen.Clean.targets", $"{folder}/EasGen.Container.targets", $"{folder}/EasGen.Deploy.targets",
        $"{folder}/EasGen.Libraries.targets", $"{folder}/EasGen.Publish.targets", $"{folder}/EasGen.ReadyToRun.targets",
        $"{folder}/EasGen.Versions.targets", $"{folder}/EasGen.Write.targets", $"{folder}/EasGen.props", $"{folder}/EasGen.targets",
    ];

    private static string[] ReadyToRun(string runtime) =>
        [$"readytorun/{runtime}/EasGen.Build.dll", $"readytorun/{runtime}/EasGen.Compiler.dll"];

    private static string[] Library(string id, params string[] frameworks) =>
        [.. frameworks.SelectMany(framework => new[] { $"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml" })];

    // The ONNX variant comes from the sample.
    private static string[] Template() =>
    [
        .. Content("src/EasGen.Templates/content", "content"),
        .. Content("samples/DigitReader/model", "content/eas-predictor/onnx/src/Acme.Predictor-1/model"),
        .. Content("samples/DigitReader.Model", "content/eas-predictor/onnx/src/Acme.Predictor-1", "*.cs", SearchOption.TopDirectoryOnly),
    ];

    private static IEnumerable<string> Content(
        string folder, string target, string pattern = "*", SearchOption search = SearchOption.AllDirectories) =>
        Directory.EnumerateFiles(Repository.At(folder), pattern, search)
            .Select(file => $"{target}/{Path.GetRelativePath(Repository.At(folder), file).Replace('\\', '/')}");

    private static string[] Tool(string runtime) =>
    [
        $"tools/net10.0/{runtime}/DotnetToolSettings.xml",
        $"tools/net10.0/{runtime}/EasGen.Api.dll",
        $"tools/net10.0/{runtime}/EasGen.Core.dll",
        $"tools/net10.0/{runtime}/EasGen.Rehearsal.dll",
        $"tools/net10.0/{runtime}/Polly.Core.dll",
        $"tools/net10.0/{runtime}/Spectre.Console.dll",
        $"tools/net10.0/{runtime}/System.CommandLine.dll",
        $"tools/net10.0/{runtime}/System.IO.Hashing.dll",
        $"tools/net10.0/{runtime}/Yarp.ReverseProxy.dll",
        $"tools/net10.0/{runtime}/easgen.deps.json",
        $"tools/net10.0/{runtime}/easgen.dll",
        $"tools/net10.0/{runtime}/easgen.runtimeconfig.json",
    ];

    private static async Task<ZipArchive> OpenAsync(string id)
    {
        if (id == InstalledTemplate.Id)
            await InstalledTemplate.GetAsync();
        var feed = id.StartsWith("EasGen.Cli", StringComparison.Ordinal)
            ? (await InstalledTool.GetAsync()).Feed
            : (await LocalPackage.GetAsync()).Feed;
        return await ZipFile.OpenReadAsync(Path.Combine(feed, $"{id}.{LocalPackage.Version}.nupkg"));
    }

    private static XElement Specification(ZipArchive package, string id) =>
        XDocument.Parse(Text(package, $"{id}.nuspec")).Root!.Elements().Single();

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
