namespace EasGen.EndToEnd;

/// <summary>Wherever a project stands and whatever language its machine speaks, the files are the same.</summary>
public class PlaceTests
{
    private const string Patch = """{ "*": { "metadata": { "instance": 4 } } }""";

    [Theory]
    [InlineData("a#b c'd (x) @ 模型", "en_US.UTF-8", "", "bin/Debug/net10.0/eas")]
    [InlineData("App", "tr_TR.UTF-8", "", "bin/Debug/net10.0/eas")]
    [InlineData("App", "ar_SA.UTF-8", "<ArtifactsPath>$(MSBuildThisFileDirectory)made</ArtifactsPath>", "made/bin/App/debug/eas")]
    public async Task The_bytes_are_the_same(string folder, string language, string properties, string output)
    {
        using var project = await UserProject.CreateAsync(Services.Iris, folder: folder);
        project.Language = language;
        project
            .Write("eas.production.json", Patch)
            .Write("Directory.Build.props", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");

        var build = await project.BuildAsync("-m");

        Assert.Equal(2, build.Written().Length);
        Assert.Equal([$"{output}/iris_classifier.json", $"{output}/production/iris_classifier.json"], project.Manifests());
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At($"{output}/iris_classifier.json")));
        Assert.Equal(
            Services.IrisJson.Replace("\"instance\": 2", "\"instance\": 4", StringComparison.Ordinal),
            await File.ReadAllTextAsync(project.At($"{output}/production/iris_classifier.json")));

        (await project.DotnetAsync("clean")).ShouldSucceed();
        Assert.Empty(project.Manifests());
    }
}
