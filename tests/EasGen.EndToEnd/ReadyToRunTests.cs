using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>What a cold build loads of EasGen is compiled for its machine, and is the same as the IL that other machines load.</summary>
public class ReadyToRunTests
{
    private const string CompilerFolder = "analyzers/dotnet/cs";
    private const string TaskFolder = "tasks/netstandard2.0";

    // A build that also says what it has loaded.
    private static readonly string[] Build =
        ["build", "-t:Build", "-getItem:Analyzer", "-getProperty:EasGenTaskAssembly,NETCoreSdkPortableRuntimeIdentifier"];

    public static TheoryData<string, string> Files => new()
    {
        { "linux-x64", "EasGen.Compiler" }, { "linux-x64", "EasGen.Build" },
        { "osx-arm64", "EasGen.Compiler" }, { "osx-arm64", "EasGen.Build" },
        { "win-x64", "EasGen.Compiler" }, { "win-x64", "EasGen.Build" },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task Code_stands_beside_the_same_IL(string runtime, string name)
    {
        var il = name == "EasGen.Build" ? TaskFolder : CompilerFolder;

        var (plain, plainCode) = await ReadAsync($"{il}/{name}.dll");
        var (compiled, code) = await ReadAsync($"readytorun/{runtime}/{name}.dll");

        Assert.Equal(plain, compiled);
        Assert.Equal(0, plainCode);
        Assert.True(code > 0, "The file has no native code");
    }

    [Theory]
    [InlineData("", "readytorun", "readytorun")]
    [InlineData("<BundledNETCoreAppTargetFrameworkVersion>9.0</BundledNETCoreAppTargetFrameworkVersion>", CompilerFolder, TaskFolder)]
    [InlineData("<BundledNETCoreAppTargetFrameworkVersion />", CompilerFolder, TaskFolder)]
    [InlineData("<NETCoreSdkPortableRuntimeIdentifier>linux-riscv64</NETCoreSdkPortableRuntimeIdentifier>", CompilerFolder, TaskFolder)]
    public async Task A_build_takes_the_code_that_fits(string machine, string compiler, string task)
    {
        using var project = await UserProject.CreateAsync(Services.Iris, machine);
        var build = (await project.DotnetAsync(Build)).ShouldSucceed();

        using var answer = JsonDocument.Parse(build.Output);
        var runtime = answer.RootElement.GetProperty("Properties").GetProperty("NETCoreSdkPortableRuntimeIdentifier").GetString();
        var loaded = answer.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(static analyzer => analyzer.GetProperty("Identity").GetString()!.Replace('\\', '/'))
            .Where(static path => path.EndsWith("/EasGen.Compiler.dll", StringComparison.Ordinal));
        var built = answer.RootElement.GetProperty("Properties").GetProperty("EasGenTaskAssembly").GetString()!.Replace('\\', '/');

        Assert.EndsWith($"/{Folder(compiler)}/EasGen.Compiler.dll", Assert.Single(loaded), StringComparison.Ordinal);
        Assert.EndsWith($"/{Folder(task)}/EasGen.Build.dll", built, StringComparison.Ordinal);
        Assert.Equal(["bin/Debug/net10.0/eas/iris_classifier.json"], project.Manifests());

        string Folder(string folder) => folder == "readytorun" ? $"{folder}/{runtime}" : folder;
    }

    [Fact]
    public async Task A_cold_compiler_has_no_rule_to_compile()
    {
        using var folder = ProjectCopy.Empty();
        await using var package = await LocalPackage.OpenAsync("EasGen");
        var entry = package.GetEntry($"readytorun/{RuntimeInformation.RuntimeIdentifier}/EasGen.Compiler.dll")
            ?? throw new InvalidOperationException("The package has no code for the machine of this test; run it on another one");
        var file = folder.At("EasGen.Compiler.dll");
        await File.WriteAllBytesAsync(file, await LocalPackage.ReadAsync(entry));
        var rules = new AssemblyLoadContext("compiler").LoadFromAssemblyPath(file).GetType("EasGen.Core.Checking.ServiceRules", true)!;

        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        RuntimeHelpers.RunClassConstructor(rules.TypeHandle);

        // As IL, they are more than 200.
        Assert.InRange(JitInfo.GetCompiledMethodCount(currentThread: true) - before, 0, 10);
    }

    // Which module it is, which the compiler says of each compilation anew, and how much native code is in it.
    private static async Task<(Guid Module, int Code)> ReadAsync(string part)
    {
        await using var package = await LocalPackage.OpenAsync("EasGen");
        using var file = new PEReader(new MemoryStream(await LocalPackage.ReadAsync(package.GetEntry(part)!)));
        var reader = file.GetMetadataReader();
        return (
            reader.GetGuid(reader.GetModuleDefinition().Mvid),
            file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }
}
