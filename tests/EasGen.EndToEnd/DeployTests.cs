namespace EasGen.EndToEnd;

/// <summary>From a project to a service that runs, with the packed package and the installed tool.</summary>
public class DeployTests
{
    private const string Patch = """{ "*": { "metadata": { "instance": 4 } } }""";

    [Fact]
    public async Task A_build_deploys_the_services_of_its_environment()
    {
        await using var eas = await FakeEas.FakeEas.StartAsync();
        var tool = await InstalledTool.GetAsync();
        using var project = await UserProject.CreateAsync(Services.Iris);
        project.Write("eas.production.json", Patch);
        string[] deploy =
        [
            "-t:EasGenDeploy", $"-p:EasGenTool={tool.Program}",
            $"-p:EasGenDeployArguments=--region cn-shanghai --endpoint {eas.Address} --var-file keys.env",
        ];

        (await project.FailAsync(deploy))
            .ShouldSay("EasGenDeploy does not say which environment; add -p:EasGenEnvironment with one of production");
        (await project.FailAsync([.. deploy, "-p:EasGenEnvironment=staging"]))
            .ShouldSay("There is no service for the environment 'staging'; the project has those of production");
        Assert.Empty(eas.Cloud.Done);

        project.Write("keys.env", "NOTHING=1\n");
        project.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = FakeEas.FakeEas.AccessKeyId;
        project.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = FakeEas.FakeEas.AccessKeySecret;
        (await project.BuildAsync([.. deploy, "-p:EasGenEnvironment=production"])).ShouldSay("iris_classifier runs in version 1.");
        Assert.Equal(["CreateService iris_classifier"], eas.Cloud.Done);

        // The tool builds the project as well, from any folder.
        string[] plan = ["--environment", "production", "--region", "cn-shanghai", "--endpoint", eas.Address.ToString()];
        (await project.RunAsync(tool.Program, ["plan", ".", .. plan])).ShouldSucceed().ShouldSay("Nothing is to be done.");
        (await project.RunInAsync(Path.GetTempPath(), tool.Program, ["plan", project.At("."), .. plan]))
            .ShouldSucceed()
            .ShouldSay("Nothing is to be done.");
    }
}
