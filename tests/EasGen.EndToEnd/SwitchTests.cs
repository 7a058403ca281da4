namespace EasGen.EndToEnd;

/// <summary>What users and IDEs can switch: whether JSON is written, and where.</summary>
public class SwitchTests
{
    [Fact]
    public async Task A_build_that_shall_not_write_writes_nothing()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);
        (await project.DotnetAsync("restore")).ShouldSucceed();

        // As an IDE asks while the user types: for the compiler's arguments, not for its work.
        string[] ide =
        [
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
        ];
        (await project.DotnetAsync(["msbuild", "-t:ResolveAssemblyReferences;Compile", .. ide])).ShouldSucceed();
        Assert.Empty(project.Manifests());

        var designTime = await project.BuildAsync("--no-restore", "-p:DesignTimeBuild=true");
        Assert.Empty(designTime.Written());
        Assert.Empty(project.Manifests());

        var disabled = await project.BuildAsync("--no-restore", "-p:EasGenEnabled=false");
        Assert.Empty(disabled.Written());
        Assert.Empty(project.Manifests());
    }

    [Fact]
    public async Task The_target_works_alone_and_hands_its_items_to_the_users_own()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, """
            <EasGenOutputDirectory>deploy here</EasGenOutputDirectory>
              </PropertyGroup>
              <Target Name="Deploy" AfterTargets="EasGenManifests">
                <Message Importance="high" Text="Deploy %(EasGenManifest.ServiceName) from @(EasGenManifest)" />
              </Target>
              <PropertyGroup>
            """);

        var build = await project.BuildAsync("-t:EasGenManifests");

        build.ShouldSay("Deploy iris_classifier from deploy here/iris_classifier.json");
        Assert.Equal(["EasGen: iris_classifier -> deploy here/iris_classifier.json"], build.Written());
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At("deploy here/iris_classifier.json")));
    }
}
