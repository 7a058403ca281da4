using System.Runtime.InteropServices;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>A sample as a project of a user's: with the packages in the place of the parts from source.</summary>
internal sealed class SampleProject : IDisposable
{
    private const string FromSource = """<Import Project="../../build/EasGen.FromSource.props" />""";

    private readonly ProjectCopy copy = ProjectCopy.Of(Repository.At("samples"));
    private readonly LocalPackage package;
    private readonly string name;

    private SampleProject(LocalPackage package, string name) => (this.package, this.name) = (package, name);

    /// <param name="name">The sample's folder.</param>
    /// <param name="framework">The target framework to publish for.</param>
    /// <param name="publishing">The MSBuild properties that say how.</param>
    public static async Task<SampleProject> CreateAsync(string name, string framework, string publishing)
    {
        var sample = new SampleProject(await LocalPackage.GetAsync(), name);
        var project = sample.copy.Read($"{name}/{name}.csproj");
        Assert.Contains(FromSource, project, StringComparison.Ordinal);

        sample.copy
            .Write("nuget.config", sample.package.NuGetConfig)
            .Write("Directory.Build.props", """
                <Project>
                  <PropertyGroup>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <!-- One line for each place, not one for each assembly. -->
                    <TrimmerSingleWarn>false</TrimmerSingleWarn>
                  </PropertyGroup>
                </Project>
                """)
            .Write($"{name}/{name}.csproj", project
                .Replace(FromSource, $"""
                    <PropertyGroup>
                      {publishing}
                    </PropertyGroup>
                    <ItemGroup>
                      {LocalPackage.Reference("EasGen.AspNetCore.Playground")}
                    </ItemGroup>
                    """, StringComparison.Ordinal)
                .Replace("<TargetFramework>net10.0<", $"<TargetFramework>{framework}<", StringComparison.Ordinal));
        return sample;
    }

    /// <summary>What the last compilation made, before the publish had its way with it.</summary>
    public string Compiled => Directory.EnumerateFiles(copy.At($"{name}/obj/Release"), $"{name}.dll", SearchOption.AllDirectories)
        .Single(file => !file.Contains("ref", StringComparison.Ordinal) && !file.Contains("linked", StringComparison.Ordinal));

    /// <summary>Publishes for this machine, and gives the folder.</summary>
    public async Task<string> PublishAsync()
    {
        var published = await DotnetBuild.RunAsync(
            copy.At(name),
            ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", copy.At("out")],
            package.Environment,
            TimeSpan.FromMinutes(10));
        published.ShouldSucceed();
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
        return copy.At("out");
    }

    public void Dispose() => copy.Dispose();
}
