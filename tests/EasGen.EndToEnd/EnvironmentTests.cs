using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>A build makes the services of every environment, and nothing that belongs to another build is lost.</summary>
public class EnvironmentTests
{
    private const string Plain = "bin/Debug/net10.0/eas/iris_classifier.json";
    private const string Production = "bin/Debug/net10.0/eas/production/iris_classifier.json";

    private const string Patch = """
        {
          // Four are enough.
          "*": { "metadata": { "instance": 4 } }
        }
        """;

    [Fact]
    public async Task What_the_page_shows_is_what_a_build_makes()
    {
        var code = MarkdownFile.Read(Repository.At("docs", "environments.md")).Code;
        var service = Assert.Single(code, static one => one.Language == "csharp").Text;
        var patches = code.Where(static one => one.Language == "json").Select(static one => one.Text).ToArray();
        using var project = await UserProject.CreateAsync(
            service,
            "<OutputType>Library</OutputType><NoWarn>CS1591</NoWarn>",
            sdk: "Microsoft.NET.Sdk.Web",
            reference: LocalPackage.Reference("EasGen.AspNetCore"));
        project.Write("eas.staging.json", patches[0]).Write("eas.production.json", patches[1]);

        await project.BuildAsync();

        const string Folder = "bin/Debug/net10.0/eas/";
        Assert.Equal(
            [Folder + "production/router.json", Folder + "router.json", Folder + "staging/router_staging.json"], project.Manifests());
        var production = await File.ReadAllTextAsync(project.At(Folder + "production/router.json"));
        Assert.Contains("router:1.4\"", production, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environments_are_built_published_and_cleaned_with_the_project()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, "<OutputType>Exe</OutputType>", sdk: "Microsoft.NET.Sdk.Web");
        project.Write("Program.cs", "System.Console.WriteLine(1);\n").Write("eas.production.json", Patch);

        var build = await project.BuildAsync();
        Assert.Equal([$"EasGen: iris_classifier -> {Plain}", $"EasGen: iris_classifier -> {Production}"], build.Written());
        Assert.Equal([Plain, Production], project.Manifests());
        Assert.Equal(
            Services.IrisJson.Replace("\"instance\": 2", "\"instance\": 4", StringComparison.Ordinal),
            await File.ReadAllTextAsync(project.At(Production)));

        // The file itself is a source, which stays where it is.
        (await project.DotnetAsync("publish", "-c", "Debug", "-o", "out")).ShouldSucceed();
        Assert.True(File.Exists(project.At("out/eas/production/iris_classifier.json")));
        Assert.Empty(Directory.GetFiles(project.At("out"), "eas.*.json", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(project.At("bin"), "eas.*.json", SearchOption.AllDirectories));

        // A change of the file alone is enough for another build.
        project.Write("eas.production.json", Patch.Replace("4", "5", StringComparison.Ordinal));
        await project.BuildAsync("--no-restore");
        Assert.Contains("\"instance\": 5", await File.ReadAllTextAsync(project.At(Production)), StringComparison.Ordinal);

        project.Write("eas.production.json", Patch.Replace("4 }", "-1 }", StringComparison.Ordinal));
        (await project.FailAsync("--no-restore"))
            .ShouldSay("eas.production.json(3,36,3,38): error EAS0105: Service 'iris_classifier' in production: ")
            .ShouldBeOurErrorsOnly();

        // A copy that comes back is older than what was built.
        project.Write("eas.production.json", Patch);
        File.SetLastWriteTimeUtc(project.At("eas.production.json"), DateTime.UtcNow.AddDays(-1));
        await project.BuildAsync("--no-restore");
        Assert.Contains("\"instance\": 4", await File.ReadAllTextAsync(project.At(Production)), StringComparison.Ordinal);

        File.Delete(project.At("eas.production.json"));
        await project.BuildAsync("--no-restore");
        Assert.False(File.Exists(project.At(Production)));
    }

    [Fact]
    public async Task A_target_of_the_users_own_gets_each_file_with_its_environment()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, """
            <EasGenOutputDirectory>deploy here</EasGenOutputDirectory>
              </PropertyGroup>
              <Target Name="Deploy" AfterTargets="EasGenManifests">
                <Message Importance="high"
                         Text="Deploy %(EasGenManifest.ServiceName) [%(EasGenManifest.Environment)] %(EasGenManifest.RelativePath)" />
              </Target>
              <PropertyGroup>
            """);
        project.Write("eas.production.json", Patch);

        // In the second build there is nothing to write.
        for (var build = 0; build < 2; build++)
        {
            (await project.BuildAsync())
                .ShouldSay("Deploy iris_classifier [] iris_classifier.json")
                .ShouldSay("Deploy iris_classifier [production] production/iris_classifier.json");
        }
    }

    [Fact]
    public async Task A_build_without_a_change_touches_nothing_and_any_other_build_is_right()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);
        await project.BuildAsync();
        await project.BuildAsync("--no-restore");

        var before = Touched(project);
        (await project.BuildAsync("--no-restore", "-v:n")).ShouldNotSay("WriteEasManifests");
        Assert.Equal(before, Touched(project));

        // Edited by somebody, deleted, and after an error.
        await File.AppendAllTextAsync(project.At(Plain), "x");
        await project.BuildAsync("--no-restore");
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(Plain)));

        File.Delete(project.At(Plain));
        await project.BuildAsync("--no-restore");
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(Plain)));

        for (var build = 0; build < 2; build++)
            (await project.FailAsync("--no-restore", "-p:EasGenVariables=NOVALUE")).ShouldSay("error EAS0013: ");
        await project.BuildAsync("--no-restore");
    }

    [Fact]
    public async Task Another_output_folder_and_a_switched_off_build_leave_the_files_of_the_first()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);
        await project.BuildAsync("-p:EasGenOutputDirectory=out/dev/eas/");
        await project.BuildAsync("--no-restore", "-p:EasGenOutputDirectory=out/prod/eas/");
        Assert.Equal(["out/dev/eas/iris_classifier.json", "out/prod/eas/iris_classifier.json"], project.Manifests());

        (await project.BuildAsync("--no-restore", "-p:EasGenOutputDirectory=out/dev/eas/", "-p:EasGenEnabled=false"))
            .ShouldSay(
                "App.csproj : warning EAS0026: EasGenEnabled is false, and an earlier build has left out/dev/eas/iris_classifier.json;");

        (await project.DotnetAsync("clean")).ShouldSucceed();
        Assert.Empty(project.Manifests());
        Assert.False(Directory.Exists(project.At("out/dev/eas")));
    }

    [Fact]
    public async Task A_secret_that_is_filled_in_is_published_only_on_request()
    {
        using var project = await UserProject.CreateAsync(
            Services.Class("Iris", "iris", attributes: "[EnvironmentVariable(\"API_KEY\", \"${KEY}\")]")
                + "internal static class Program { private static void Main() { } }",
            "<OutputType>Exe</OutputType><NoWarn>$(NoWarn);EAS0020</NoWarn>");
        const string Key = "-p:EasGenVariables=KEY=MARK-0123456789";

        var publish = (await project.DotnetAsync("publish", "-o", "out", Key)).ShouldSucceed();
        publish
            .ShouldSay("EasGen: bin/Release/net10.0/eas/iris.json has a secret filled in and is not published")
            .ShouldNotSay("MARK");
        Assert.False(File.Exists(project.At("out/eas/iris.json")));

        (await project.DotnetAsync("publish", "-o", "again", Key, "-p:EasGenPublishSecrets=true")).ShouldSucceed();
        Assert.Contains("MARK", await File.ReadAllTextAsync(project.At("again/eas/iris.json")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(project.At("obj"), "*.EasGen.*", SearchOption.AllDirectories),
            static file => File.ReadAllText(file).Contains("MARK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_app_that_keeps_its_json_among_its_sources_publishes_no_secret_either()
    {
        using var project = await UserProject.CreateAsync(
            Services.Class("Iris", "iris", attributes: "[EnvironmentVariable(\"API_KEY\", \"${KEY}\")]"),
            "<OutputType>Exe</OutputType><EasGenOutputDirectory>eas/</EasGenOutputDirectory><NoWarn>$(NoWarn);EAS0020</NoWarn>",
            sdk: "Microsoft.NET.Sdk.Web");
        project.Write("Program.cs", "System.Console.WriteLine(1);\n");

        // In the second build the file is there from the start, and the SDK takes it for content.
        foreach (var output in new[] { "out", "again" })
        {
            (await project.DotnetAsync("publish", "-o", output, "-p:EasGenVariables=KEY=MARK-0123456789")).ShouldSucceed();
            Assert.False(File.Exists(project.At($"{output}/eas/iris.json")));
        }
    }

    [Fact]
    public async Task A_baseline_changes_when_its_team_accepts_it()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, "<EasGenBaseline>eas-baseline</EasGenBaseline>");

        (await project.FailAsync()).ShouldSay("error EAS0027: The baseline has no 'eas-baseline/iris_classifier.json'");
        await project.BuildAsync("--no-restore", "-p:EasGenAcceptBaseline=true");
        await project.BuildAsync("--no-restore");

        project.Write("Services.cs", Services.Iris.Replace("Instances = 2", "Instances = 3", StringComparison.Ordinal));
        for (var build = 0; build < 2; build++)
            (await project.FailAsync("--no-restore")).ShouldSay("error EAS0027: ").ShouldSay("~ metadata.instance: 2 -> 3");
    }

    [Fact]
    public async Task Each_target_framework_has_its_own_baseline()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris + "#if NETSTANDARD2_0\n" + Services.Class("Old", "old_iris") + "#endif\n",
            "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><EasGenBaseline>eas-baseline</EasGenBaseline>");

        await project.BuildAsync("-p:EasGenAcceptBaseline=true");
        await project.BuildAsync("--no-restore");
        Assert.Equal(
            ["iris_classifier.json", "iris_classifier.json", "old_iris.json"],
            Directory.EnumerateFiles(project.At("eas-baseline"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_file_for_another_purpose_is_left_out()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, """
              </PropertyGroup>
              <ItemGroup>
                <EasEnvironmentFile Remove="eas.prod.eu.json" />
              </ItemGroup>
              <PropertyGroup>
            """);
        project.Write("eas.prod.eu.json", "no JSON at all");

        await project.BuildAsync();
        Assert.Equal([Plain], project.Manifests());
    }

    private static Dictionary<string, DateTime> Touched(UserProject project) => Directory
        .EnumerateFiles(project.At("."), "*", SearchOption.AllDirectories)
        .ToDictionary(static file => file, File.GetLastWriteTimeUtc);
}
