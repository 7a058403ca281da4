namespace EasGen.EndToEnd;

/// <summary>Every target framework has its own files, and every path and language version the same bytes.</summary>
public class FrameworkTests
{
    [Fact]
    public async Task Each_target_framework_gets_its_own_file_of_the_same_bytes_wherever_the_project_is()
    {
        // netstandard2.0 means C# 7.3, which knows no raw strings, no nullable types and no file-scoped namespaces.
        const string Frameworks = "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>";
        using var project = await UserProject.CreateAsync(Services.Iris, Frameworks, folder: "Größe und 模型 (1)");

        var build = await project.BuildAsync();

        string[] expected = ["bin/Debug/net10.0/eas/iris_classifier.json", "bin/Debug/netstandard2.0/eas/iris_classifier.json"];
        Assert.Equal(expected, project.Manifests());
        Assert.Equal(expected.Select(static file => $"EasGen: iris_classifier -> {file}"), build.Written().Order(StringComparer.Ordinal));
        foreach (var file in expected)
            Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(file)));

        (await project.DotnetAsync("clean")).ShouldSucceed();
        Assert.Empty(project.Manifests());
    }

    [Fact]
    public async Task A_predictor_of_an_older_framework_is_told_which_one_it_needs()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris
                + "namespace Acme { public sealed partial class IrisClassifier { "
                + "[EasGen.Predict] public string A(string b) { return b; } } }",
            "<TargetFramework>netstandard2.0</TargetFramework>");

        (await project.FailAsync())
            .ShouldSay(
                "error EAS1006: [Predict] on a method is served by EasGen.AspNetCore, which needs .NET 9; "
                + "set TargetFramework to net9.0 or newer");
    }
}
