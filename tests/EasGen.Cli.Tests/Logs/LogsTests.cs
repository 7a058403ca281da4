using EasGen.Cli.Tests.Kit;
using EasGen.Cli.Tests.Why;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Logs;

/// <summary>What the containers write.</summary>
public class LogsTests : CloudTests
{
    [Fact]
    public async Task Lines_are_shown_as_they_are()
    {
        await CreateAsync(Seen.Iris);
        Eas.Cloud.Write("iris", "\tone, indented");

        var answer = await Run("logs", "iris");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(["Now listening on: http://[::]:8000", "\tone, indented"], answer.Lines);
        Assert.Equal(["\tone, indented"], (await Run("logs", "iris", "--keyword", "indented", "--instance", "iris-1")).Lines);
        Assert.Equal("", (await Run("logs", "iris", "--instance", "iris-7")).Output);
        Assert.Equal(
            ["{\"service\":\"iris\",\"line\":\"\\tone, indented\"}"],
            (await Run("logs", "iris", "--keyword", "indented", "--format", "json")).Lines);
    }

    [Fact]
    public async Task Those_before_the_restart_are_there_too()
    {
        await CreateAsync(Seen.Iris);
        Eas.Cloud.Afflict("iris", Ailment.OutOfMemory);

        Assert.Equal(["Loading the model", "Killed"], (await Run("logs", "iris", "--previous")).Lines);
    }

    [Theory]
    [InlineData("--follow --previous", "--follow and --previous exclude each other")]
    [InlineData("--follow --interval 0", "--interval is a number of seconds from 1 to 60")]
    [InlineData("--follow --interval 61", "--interval is a number of seconds from 1 to 60")]
    public async Task A_slip_is_one_line(string options, string says)
    {
        var answer = await Run(["logs", "iris", .. options.Split(' ')]);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.StartsWith($"error: {says}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_follows_sees_each_line_once_until_the_end()
    {
        await CreateAsync(Seen.Iris);
        using var tool = Start("logs", "iris", "--follow", "--interval", "1");
        var lines = new List<string?> { await tool.ReadLineAsync() };
        foreach (var line in new[] { "one", "two" })
        {
            Eas.Cloud.Write("iris", line);
            lines.Add(await tool.ReadLineAsync());
        }

        await tool.InterruptAsync();
        var end = await tool.EndAsync();

        Assert.Equal(["Now listening on: http://[::]:8000", "one", "two"], lines);
        Assert.Equal(new(0, "", ""), end);
    }

    [Fact]
    public async Task Who_follows_a_service_that_goes_is_told()
    {
        await CreateAsync(Seen.Iris);
        using var tool = Start("logs", "iris", "--follow", "--interval", "1");
        await tool.ReadLineAsync();

        await Client.DeleteServiceAsync("iris");
        var end = await tool.EndAsync();

        Assert.Equal(2, end.Code);
        Assert.Contains("There is no such service", end.Error, StringComparison.Ordinal);
    }

    private RunningTool Start(params string[] arguments) =>
        new([.. arguments, "--endpoint", Eas.Address.ToString(), "--region", "cn-shanghai"]);
}
