using System.Text.Json;

namespace EasGen.EndToEnd;

/// <summary>The image that the SDK publishes is the one that the service JSON names, and listens where EAS calls it.</summary>
public class ContainerTests
{
    private const string Manifest = "bin/Release/net10.0/eas/iris_classifier.json";

    private const string Source = """
        System.Console.WriteLine();

        namespace Acme
        {
            using EasGen;

            /// <summary>A service.</summary>
            [EasService("iris_classifier")]
            [Container(Port = 8001, Command = "dotnet App.dll")]
            [InstanceType("ecs.c7.large")]
            public sealed partial class IrisClassifier
            {
            }
        }
        """;

    [Fact]
    public async Task The_published_image_is_that_of_the_service_and_listens_on_its_port()
    {
        await using var registry = await LocalRegistry.StartAsync();
        using var project = await CreateAsync(registry);

        // On a machine with another processor too.
        const string OtherProcessor = "-p:NETCoreSdkPortableRuntimeIdentifier=linux-arm64";
        (await project.DotnetAsync("publish", "-t:PublishContainer", "-p:ContainerImageTag=1.5", OtherProcessor)).ShouldSucceed();

        Assert.Equal($"{registry.Address}/app:1.5", ImageIn(project.At(Manifest)));
        var config = registry.ConfigOf("app:1.5");
        Assert.Equal("amd64", (string?)config["architecture"]);
        var environment = config["config"]!["Env"]!.AsArray().Select(static variable => (string?)variable).ToArray();
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8001", environment);
        Assert.Contains("LISTENING_PORT=8001", environment);
        Assert.DoesNotContain("ASPNETCORE_HTTP_PORTS=8080", environment);
        Assert.Equal(["8001/tcp"], config["config"]!["ExposedPorts"]!.AsObject().Select(static port => port.Key));
    }

    [Fact]
    public async Task What_the_project_says_of_its_container_stays()
    {
        await using var registry = await LocalRegistry.StartAsync();
        using var project = await CreateAsync(registry, """
            <EasGenContainerRegistry>registry-vpc.example</EasGenContainerRegistry>
            <ContainerRepository>acme</ContainerRepository>
            <ContainerImageTags>2.0;latest</ContainerImageTags>
            <ContainerRuntimeIdentifier>linux-arm64</ContainerRuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="9000" Type="udp" />
                <ContainerEnvironmentVariable Include="ASPNETCORE_HTTP_PORTS" Value="9001" />
              </ItemGroup>
              <PropertyGroup>
            """);

        (await project.DotnetAsync("publish", "-t:PublishContainer")).ShouldSucceed();

        Assert.Equal("registry-vpc.example/acme:2.0", ImageIn(project.At(Manifest)));
        var config = registry.ConfigOf("acme:2.0");
        Assert.Equal("arm64", (string?)config["architecture"]);
        var environment = config["config"]!["Env"]!.AsArray().Select(static variable => (string?)variable).ToArray();
        Assert.Contains("ASPNETCORE_HTTP_PORTS=9001", environment);
        Assert.Contains("9000/udp", config["config"]!["ExposedPorts"]!.AsObject().Select(static port => port.Key));
    }

    [Fact]
    public async Task An_image_of_another_name_is_not_published()
    {
        await using var registry = await LocalRegistry.StartAsync();
        using var project = await CreateAsync(registry);

        await project.BuildAsync("-c", "Release", "-p:ContainerImageTag=1.4");
        var publish = await project.DotnetAsync("publish", "--no-build", "-t:PublishContainer", "-p:ContainerImageTag=1.5");

        publish.ShouldExitWith(1);
        publish
            .ShouldSay("App.csproj : error EAS0029: The service JSON names the image "
                + $"{registry.Address}/app:1.4, but {registry.Address}/app:1.5 would be published;")
            .ShouldBeOurErrorsOnly();
    }

    [Fact]
    public async Task Without_a_registry_the_image_is_left_to_the_deployment()
    {
        using var project = await UserProject.CreateAsync(Source, "<OutputType>Exe</OutputType><NoWarn>$(NoWarn);EAS0028</NoWarn>");

        await project.BuildAsync("-c", "Release");
        Assert.Equal("${CONTAINER_IMAGE}", ImageIn(project.At(Manifest)));
        await project.BuildAsync("-c", "Release", "-p:ContainerRegistry=registry.example", "--no-restore");
        Assert.Equal("registry.example/app:latest", ImageIn(project.At(Manifest)));
    }

    private static Task<UserProject> CreateAsync(LocalRegistry registry, string properties = "") => UserProject.CreateAsync(
        Source,
        $"""
        <OutputType>Exe</OutputType>
        <ContainerRegistry>{registry.Address}</ContainerRegistry>
        <ContainerBaseImage>{registry.BaseImage}</ContainerBaseImage>
        {properties}
        """,
        sdk: "Microsoft.NET.Sdk.Web");

    private static string ImageIn(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.GetProperty("containers")[0].GetProperty("image").GetString()!;
    }
}
