namespace EasGen.EndToEnd;

/// <summary>The JSON is part of what is published.</summary>
public class PublishTests
{
    private const string Program = """
        System.Console.WriteLine("Hello");

        """;

    [Fact]
    public async Task A_published_app_has_its_json_with_and_without_a_build()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, "<OutputType>Exe</OutputType>");
        project.Write("Program.cs", Program);

        (await project.DotnetAsync("publish", "-o", "out")).ShouldSucceed();
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At("out/eas/iris_classifier.json")));

        (await project.DotnetAsync("publish", "--no-build", "-o", "again")).ShouldSucceed();
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At("again/eas/iris_classifier.json")));
    }

    [Fact]
    public async Task An_app_in_a_single_file_has_its_json_beside_it()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris,
            "<OutputType>Exe</OutputType><PublishSingleFile>true</PublishSingleFile><SelfContained>false</SelfContained>");
        project.Write("Program.cs", Program);

        (await project.DotnetAsync("publish", "-o", "out", "--use-current-runtime")).ShouldSucceed();

        Assert.False(File.Exists(project.At("out/App.dll")));
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At("out/eas/iris_classifier.json")));
    }

    [Fact]
    public async Task A_web_app_that_keeps_its_json_among_its_sources_publishes_it_once()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris, "<OutputType>Exe</OutputType><EasGenOutputDirectory>eas/</EasGenOutputDirectory>", sdk: "Microsoft.NET.Sdk.Web");
        project.Write("Program.cs", Program);

        // In the second build the file is there from the start, and the SDK takes it for content.
        foreach (var output in new[] { "out", "again" })
        {
            (await project.DotnetAsync("publish", "-o", output)).ShouldSucceed();
            Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At($"{output}/eas/iris_classifier.json")));
        }
    }
}
