namespace EasGen.EndToEnd;

/// <summary>How the packages come into a project: one by another, through a library, and in different versions.</summary>
public class DependencyTests
{
    private const string Manifest = "bin/Debug/net10.0/eas/iris_classifier.json";

    private static readonly string Served = Services.Class("IrisClassifier", "iris_classifier")
        + """
        namespace Acme
        {
            using EasGen;
            using Microsoft.AspNetCore.Builder;

            public sealed partial class IrisClassifier
            {
                /// <summary>Answers.</summary>
                [Predict] public string Classify(string measurement) { return measurement; }
            }

            internal static class Program
            {
                private static void Main()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.AddEasService<IrisClassifier>();
                    var app = builder.Build();
                    app.MapEasService<IrisClassifier>();
                    app.Run();
                }
            }
        }
        """;

    [Fact]
    public async Task A_web_app_needs_one_package()
    {
        using var project = await WebAppAsync(LocalPackage.Reference("EasGen.AspNetCore"));

        await project.BuildAsync();
        Assert.Equal([Manifest], project.Manifests());

        project.Write("Services.cs", Served.Replace("Port = 8000", "Port = 8080", StringComparison.Ordinal));
        (await project.FailAsync("--no-restore")).ShouldSay("Services.cs(7,78): error EAS0201: Port 8080 belongs to the EAS engine");
    }

    [Fact]
    public async Task A_library_may_bring_the_packages_and_a_service_of_its_own()
    {
        using var project = await WebAppAsync("""<ProjectReference Include="../Library/Library.csproj" />""");
        project
            .Write("../Library/Library.cs", Services.Class("Lily", "lily_classifier"))
            .Write("../Library/Library.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    {LocalPackage.Reference("EasGen.AspNetCore")}
                  </ItemGroup>
                </Project>
                """);

        var build = await project.BuildAsync();

        // Each project writes its own services, once and to its own folder; those of the library come along.
        string[] both = [Manifest, "bin/Debug/net10.0/eas/lily_classifier.json"];
        Assert.Equal(both, project.Manifests());
        Assert.True(File.Exists(project.At("../Library/bin/Debug/net10.0/eas/lily_classifier.json")));
        Assert.Equal(
            ["EasGen: iris_classifier -> " + Manifest, "EasGen: lily_classifier -> bin/Debug/net10.0/eas/lily_classifier.json"],
            build.Written().Order(StringComparer.Ordinal));

        // With and without a build.
        foreach (var (folder, option) in new[] { ("out", "-tl:off"), ("again", "--no-build") })
        {
            (await project.DotnetAsync("publish", "-c", "Debug", "-o", folder, option)).ShouldSucceed();
            Assert.True(File.Exists(project.At($"{folder}/eas/iris_classifier.json")));
            Assert.True(File.Exists(project.At($"{folder}/eas/lily_classifier.json")));
        }
    }

    [Fact]
    public async Task A_library_keeps_its_files_whatever_the_build_fills_in_or_leaves_out()
    {
        const string Json = "bin/Debug/net10.0/eas/lily.json";
        using var library = await UserProject.CreateAsync(
            Services.Class("Lily", "lily", attributes: "[EnvironmentVariable(\"API_KEY\", \"${KEY}\")]"),
            "<NoWarn>$(NoWarn);EAS0020</NoWarn>");
        await library.BuildAsync();

        // Twice: MSBuild removes what a build before has copied and this one does not.
        for (var build = 0; build < 2; build++)
        {
            await library.BuildAsync("--no-restore", "-p:EasGenVariables=KEY=MARK-0123456789");
            Assert.Equal([Json], library.Manifests());
        }
        await library.BuildAsync("--no-restore", "-p:EasGenEnabled=false");
        Assert.Equal([Json], library.Manifests());
    }

    [Fact]
    public async Task A_service_may_move_from_a_library_to_the_program()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris + "internal static class Program { private static void Main() { } }",
            "<OutputType>Exe</OutputType>",
            reference: LocalPackage.Reference("EasGen") + """<ProjectReference Include="../Library/Library.csproj" />""");
        var lily = Services.Class("Lily", "lily_classifier");
        project.Write("../Library/Library.cs", lily).Write("../Library/Library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {LocalPackage.Reference("EasGen")}
              </ItemGroup>
            </Project>
            """);
        string[] both = [Manifest, "bin/Debug/net10.0/eas/lily_classifier.json"];
        await project.BuildAsync();
        Assert.Equal(both, project.Manifests());

        project.Write("../Library/Library.cs", "").Write("Lily.cs", lily);
        for (var build = 0; build < 2; build++)
        {
            await project.BuildAsync("--no-restore");
            Assert.Equal(both, project.Manifests());
        }
    }

    [Fact]
    public async Task Packages_of_different_versions_are_one_error_that_names_them()
    {
        const string Newer = "0.0.1-endtoend";
        await (await LocalPackage.GetAsync()).AddAsync("EasGen", Newer);
        using var project = await WebAppAsync(
            LocalPackage.Reference("EasGen.AspNetCore.Testing") + LocalPackage.Reference("EasGen", Newer));

        (await project.FailAsync())
            .ShouldSay(
                $"App.csproj : error EAS0021: The packages EasGen.AspNetCore {LocalPackage.Version}, EasGen.AspNetCore.Testing "
                + $"{LocalPackage.Version}, EasGen {Newer} work together in one version only; reference the same version of each "
                + "(https://github.com/easgen/easgen/blob/main/docs/rules/EAS0021.md)")
            .ShouldSay("1 Error(s)")
            .ShouldBeOurErrorsOnly();
    }

    private static Task<UserProject> WebAppAsync(string reference) =>
        UserProject.CreateAsync(Served, sdk: "Microsoft.NET.Sdk.Web", reference: reference);
}
