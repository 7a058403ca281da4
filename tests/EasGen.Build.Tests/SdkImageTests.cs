using System.Text.Json;

namespace EasGen.Build.Tests;

/// <summary>A container that names no image gets the one that the SDK makes of the project.</summary>
public class SdkImageTests
{
    private const string Environment = "eas.production.json";
    private const string Image = "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.5";

    private static readonly string Open = TaskRun.Good.Replace("acme/iris:1.4", "${CONTAINER_IMAGE}", StringComparison.Ordinal);

    [Theory]
    [InlineData(null, Image)]
    [InlineData("CONTAINER_IMAGE=acme/iris:2", "acme/iris:2")]
    public void The_image_of_the_sdk_yields_to_what_the_variables_say(string? variables, string image)
    {
        using var run = new TaskRun { ContainerImage = Image, Variables = variables }.Compile(Open);

        Assert.True(run.Execute());
        Assert.Equal(image, ImageIn(run.Json));
        Assert.Empty(run.Engine.Warnings);
        Assert.Equal(image == Image, File.Exists(run.At("obj/App.csproj.EasGen.manifests.txt.image")));
    }

    [Fact]
    public void The_image_of_the_sdk_yields_to_what_an_environment_says()
    {
        using var run = new TaskRun { ContainerImage = Image, Environments = [Environment] }.Compile(Open);
        run.Write(Environment, """{ "$variables": { "CONTAINER_IMAGE": "acme/iris:3" } }""");

        Assert.True(run.Execute());
        Assert.Equal(Image, ImageIn(run.Json));
        Assert.Equal("acme/iris:3", ImageIn(run.At("bin/eas/production/iris.json")));
    }

    [Fact]
    public void What_the_targets_ask_for_stands_beside_the_list_and_goes_with_it()
    {
        var other = TaskRun.Good
            .Replace("\"iris\"", "\"other\"", StringComparison.Ordinal)
            .Replace("8000", "8001", StringComparison.Ordinal);
        using var run = new TaskRun { ContainerImage = Image }.Compile(Open, other);
        var notes = run.At("obj/App.csproj.EasGen.manifests.txt");

        Assert.True(run.Execute());
        Assert.Equal(Image + "\n", File.ReadAllText(notes + ".image"));
        Assert.Equal("8000\n8001\n", File.ReadAllText(notes + ".ports"));

        Assert.True(run.Compile(Open.Replace("\"port\": 8000, ", "", StringComparison.Ordinal)).Execute());
        Assert.False(File.Exists(notes + ".ports"));
    }

    [Fact]
    public void An_image_that_is_not_known_is_a_warning()
    {
        using var run = new TaskRun().Compile(Open);

        Assert.True(run.Execute());
        Assert.Equal("${CONTAINER_IMAGE}", ImageIn(run.Json));
        var warning = Assert.Single(run.Engine.Warnings);
        Assert.Equal("EAS0028", warning.Code);
        Assert.StartsWith(
            "Service 'iris' needs the image that the SDK makes of the project, whose registry is not known; set ContainerRegistry in a "
            + "project that is a program, name the image in [Container], or give EasGenVariables CONTAINER_IMAGE=… (",
            warning.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_is_not_known_is_an_error_where_every_value_is_required()
    {
        using var run = new TaskRun { RequireVariables = true, Variables = "APP=x.dll" }.Compile(Open);

        Assert.False(run.Execute());
        Assert.Equal(["EAS0025"], run.Codes());
    }

    [Theory]
    [InlineData("{ \"iris\": { \"metadata\": { \"instance\": 2 } } }", 1)]
    [InlineData("{ \"$variables\": { \"CONTAINER_IMAGE\": \"acme/iris:3\" } }", 0)]
    public void Of_a_project_with_environments_their_images_count(string environment, int warnings)
    {
        using var run = new TaskRun { Environments = [Environment] }.Compile(Open);
        run.Write(Environment, environment);

        Assert.True(run.Execute());
        Assert.Equal(warnings, run.Engine.Warnings.Count(static warning => warning.Code == "EAS0028"));
        Assert.All(
            run.Engine.Warnings,
            static warning => Assert.Contains(" in production needs", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_baseline_does_not_hold_it()
    {
        using var run = new TaskRun { ContainerImage = Image, Baseline = "base", AcceptBaseline = true }.Compile(Open);

        Assert.True(run.Execute());
        Assert.Equal("${CONTAINER_IMAGE}", ImageIn(run.At("base/iris.json")));
    }

    private static string? ImageIn(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.GetProperty("containers")[0].GetProperty("image").GetString();
    }
}
