using System.Text;
using EasGen.Api;
using EasGen.Cli.Tests.Kit;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Rollback;

public sealed class RollbackTests : CloudTests
{
    [Theory]
    [InlineData(null, "iris: version 2 of ", "acme/iris:2")]
    [InlineData("1", "iris: version 1 of ", "acme/iris:1")]
    public async Task An_earlier_version_comes_back(string? to, string first, string image)
    {
        await CreateThree();

        var answer = await Run(["rollback", "iris", "--yes", .. to is null ? Array.Empty<string>() : ["--to", to]]);

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith(first, answer.Lines[0]);
        Assert.Contains($"  ~ containers[0].image: \"acme/iris:3\" -> \"{image}\"", answer.Lines);
        Assert.Contains("iris runs in version 4.", answer.Lines);
        Assert.Contains(image, (await Client.DescribeServiceAsync("iris")).ServiceConfig);
    }

    [Theory]
    [InlineData("0", "--to 0 is not an earlier version; 'iris' is at version 3")]
    [InlineData("3", "--to 3 is not an earlier version; 'iris' is at version 3")]
    [InlineData("9", "--to 9 is not an earlier version; 'iris' is at version 3")]
    public async Task A_version_that_is_none_is_refused(string to, string message)
    {
        await CreateThree();

        var answer = await Run("rollback", "iris", "--yes", "--to", to);

        Assert.Equal((2, $"error: {message}"), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task A_first_version_has_none_before_it()
    {
        await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(Folder.Right));

        var answer = await Run("rollback", "iris", "--yes");

        Assert.Equal((2, "error: 'iris' has no earlier version that can run"), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_said() => Assert.Equal(
        (2, "error: There is no such service in cn-shanghai; check its name, and --region"),
        await Run("rollback", "iris", "--yes") is var answer ? (answer.Code, answer.Error.Trim()) : default);

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.LostAfter)]
    [InlineData(Fault.HalfAnswer)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Throttled)]
    public async Task No_fault_brings_it_back_twice(Fault fault)
    {
        await CreateThree();
        Eas.Faults.Plan("UpdateServiceVersion", fault);

        Assert.Equal(0, (await Run("rollback", "iris", "--yes")).Code);
        Assert.Equal(4, (await Client.DescribeServiceAsync("iris")).LatestVersion);
    }

    private async Task CreateThree()
    {
        await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(Folder.Right));
        foreach (var tag in new[] { "2", "3" })
            await Client.UpdateServiceAsync(
                "iris",
                Encoding.UTF8.GetBytes(Folder.Right.Replace("acme/iris:1", $"acme/iris:{tag}", StringComparison.Ordinal)),
                UpdateType.Merge);
    }
}
