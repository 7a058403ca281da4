using System.Text;
using EasGen.Api;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Plan;

/// <summary>A plan that was saved does what it says, or nothing.</summary>
public sealed class SavedPlanTests : CloudTests
{
    private static readonly string Newer = Folder.Right.Replace("acme/iris:1", "acme/iris:${TAG}", StringComparison.Ordinal);

    [Fact]
    public async Task It_is_carried_out_without_a_question()
    {
        var plan = await Save();

        var answer = await Easgen.Run("deploy", plan, "--endpoint", Eas.Address.ToString(), "--var", "TAG=2");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(["CreateService iris", "UpdateService iris"], Eas.Cloud.Done);
        Assert.Contains("acme/iris:2", (await Client.DescribeServiceAsync("iris")).ServiceConfig);
    }

    [Fact]
    public Task A_service_that_has_moved_is_left_alone() => AssertRefused(
        () => Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Folder.Right), UpdateType.Merge),
        "The plan is for version 1, and 'iris' is at version 2; plan again");

    [Fact]
    public Task A_service_that_is_another_one_is_left_alone() => AssertRefused(
        async () =>
        {
            await Client.DeleteServiceAsync("iris");
            // Again version 1, of another service.
            await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(Folder.Right));
        },
        "The service 'iris' is not the one that the plan was made for; plan again");

    [Fact]
    public Task A_service_that_is_gone_is_not_created() => AssertRefused(
        () => Client.DeleteServiceAsync("iris"), "The service 'iris' is not the one that the plan was made for; plan again");

    [Fact]
    public Task An_artifact_that_has_changed_is_not_deployed() => AssertRefused(
        () =>
        {
            Folder.Write("iris.json", Newer + " ");
            return Task.CompletedTask;
        },
        "has changed since the plan was made; plan again");

    [Fact]
    public Task Other_values_are_not_deployed() => AssertRefused(
        static () => Task.CompletedTask, "would be changed in another way than the plan says", tag: "3");

    [Theory]
    [InlineData("\"merge\"", "\"replace\"")]
    [InlineData("\"currentVersion\": 1", "\"currentVersion\": 2")]
    [InlineData("\"planVersion\": 1", "\"planVersion\": 2")]
    [InlineData("\"service\": \"iris\"", "\"service\": \"other\"")]
    [InlineData("\"region\":", "\"Region\":")]
    [InlineData("\"cn-shanghai\"", "null")]
    public Task A_plan_that_was_edited_is_not_carried_out(string before, string after) => AssertRefused(
        () =>
        {
            var text = File.ReadAllText(Folder.At("plan.json"));
            Assert.Contains(before, text);
            Folder.Write("plan.json", text.Replace(before, after, StringComparison.Ordinal));
            return Task.CompletedTask;
        },
        "is a plan that was edited, or made by another version; plan again");

    [Fact]
    public async Task A_plan_is_known_by_what_is_in_it()
    {
        var path = Folder.Write("iris.json", Folder.Right.Replace("\"iris\"", "\"${NAME_OF_IRIS}\"", StringComparison.Ordinal));
        var plan = Folder.At("my.plan");
        Assert.Equal(2, (await Run("plan", path, "--out", plan, "--var", "NAME_OF_IRIS=iris")).Code);

        var answer = await Run("deploy", plan, "--var", "NAME_OF_IRIS=iris");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task The_standard_input_cannot_be_saved()
    {
        var (code, _, error) = await Easgen.Start(
            Encoding.UTF8.GetBytes(Folder.Right), Folder.Root,
            "plan", "-", "--out", "plan.json", "--endpoint", Eas.Address.ToString(), "--region", "cn-shanghai");

        Assert.Equal(1, code);
        Assert.Contains("the standard input does not say; name a file", error);
    }

    private async Task AssertRefused(Func<Task> happens, string message, string tag = "2")
    {
        var plan = await Save();
        await happens();
        var done = Eas.Cloud.Done.Count;

        var answer = await Run("deploy", plan, "--var", $"TAG={tag}");

        Assert.Equal(2, answer.Code);
        Assert.Contains(message, Assert.Single(answer.ErrorLines));
        Assert.Equal(done, Eas.Cloud.Done.Count);
    }

    private async Task<string> Save()
    {
        await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(Folder.Right));
        var plan = Folder.At("plan.json");
        Assert.Equal(2, (await Run("plan", Folder.Write("iris.json", Newer), "--var", "TAG=2", "--out", plan)).Code);
        return plan;
    }
}
