namespace EasGen.EndToEnd;

/// <summary>No build makes a wrong service JSON, whatever the user has switched off.</summary>
public class GateTests
{
    private const string ReservedPort = "Port 8080 belongs to the EAS engine";

    [Fact]
    public async Task A_reserved_port_fails_with_analyzers_at_the_argument_and_without_them_at_the_attribute()
    {
        using var project = await UserProject.CreateAsync(Services.Class("Iris", "iris_classifier", port: "8080"));

        (await project.FailAsync()).ShouldSay($"Services.cs(7,78): error EAS0201: {ReservedPort}");

        // The second of the two builds has nothing to compile.
        for (var build = 0; build < 2; build++)
        {
            (await project.FailAsync("--no-restore", "-p:RunAnalyzers=false"))
                .ShouldSay($"Services.cs(7,6): error EAS0201: Service 'iris_classifier' at containers[0].port: {ReservedPort}")
                .ShouldSay("docs/rules/EAS0201.md")
                .ShouldBeOurErrorsOnly();
            Assert.Empty(project.Manifests());
        }
    }

    [Fact]
    public async Task All_that_is_wrong_with_all_services_is_said_in_one_build()
    {
        using var project = await UserProject.CreateAsync(
            Services.Class("A", "first", port: "8080", attributes: "[GracefulShutdown(-1)]")
            + Services.Class("B", "second", port: "70000")
            + Services.Class("C", "con")
            + Services.Class("D", "twin")
            + Services.Class("E", "twin")
            + Services.Class("F", "../out_${NAME}"));

        (await project.FailAsync("-p:RunAnalyzers=false"))
            .ShouldSay("error EAS0201: Service 'first' at containers[0].port: ")
            .ShouldSay("Service 'first' at metadata.eas.termination_grace_period: ")
            .ShouldSay("error EAS0202: Service 'second' at containers[0].port: ")
            .ShouldSay("error EAS0014: 'con' cannot be a file name on Windows")
            .ShouldSay("error EAS1002: Acme_D and Acme_E are both the service 'twin'")
            .ShouldSay("error EAS0014: The service name '../out_${NAME}' cannot be a file name")
            .ShouldBeOurErrorsOnly();

        // Neither the JSON nor the dll that would belong to it.
        Assert.Empty(project.Manifests());
        Assert.False(File.Exists(project.At("bin/Debug/net10.0/App.dll")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_clear_error()
    {
        using var project = await UserProject.CreateAsync(Services.Iris, "<EasGenOutputDirectory>deploy/</EasGenOutputDirectory>");
        project.Write("deploy", "a file where the folder should be");

        (await project.FailAsync())
            .ShouldSay("App.csproj : error EAS0012: 'deploy/iris_classifier.json' cannot be written: ")
            .ShouldSay("1 Error(s)")
            .ShouldBeOurErrorsOnly();
    }
}
