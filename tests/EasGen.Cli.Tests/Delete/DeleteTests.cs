using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Delete;

/// <summary>A service goes when that was meant, and once.</summary>
public class DeleteTests : CloudTests
{
    [Fact]
    public async Task It_is_gone()
    {
        await CreateAsync(Folder.Right);

        var answer = await Run("delete", "iris", "--yes");

        Assert.Equal((0, "", "'iris' is deleted"), (answer.Code, answer.Error, answer.Lines[0]));
        Assert.True((await Assert.ThrowsAsync<Api.EasApiException>(() => Client.DescribeServiceAsync("iris"))).IsNotFound);
    }

    [Fact]
    public async Task A_program_is_told_that_it_is_gone()
    {
        await CreateAsync(Folder.Right);

        var answer = await Run("delete", "iris", "--yes", "--format", "json");

        Assert.Equal("deleted", JsonDocument.Parse(answer.Output).RootElement.GetProperty("outcome").GetString());
        Assert.Equal((0, "'iris' is deleted"), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Nobody_is_there_to_type_the_name()
    {
        await CreateAsync(Folder.Right);

        var (code, _, error) = await Easgen.Start(
            "iris\n"u8.ToArray(), Folder.Root, "delete", "iris", "--endpoint", Eas.Address.ToString(), "--region", "cn-shanghai");

        Assert.Equal(2, code);
        Assert.Contains("--yes", error, StringComparison.Ordinal);
        Assert.DoesNotContain("DeleteService iris", Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_lock_is_honoured()
    {
        await CreateAsync(Folder.Right);
        Eas.Cloud.Lock("iris");

        var answer = await Run("delete", "iris", "--yes");

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.Equal(
            "error: 'iris' is locked (dangerous) and can neither be stopped nor deleted; unlock it in the console, "
            + "or with PUT /api/v2/services/cn-shanghai/iris/lock and {\"Lock\":\"none\"}",
            Assert.Single(answer.ErrorLines));
        Assert.DoesNotContain("DeleteService", Eas.Cloud.Asked);
    }

    [Theory]
    [InlineData(Fault.LostAfter, 1)]
    [InlineData(Fault.HalfAnswer, 1)]
    [InlineData(Fault.LostBefore, 2)]
    [InlineData(Fault.NoApi, 2)]
    [InlineData(Fault.Throttled, 2)]
    [InlineData(Fault.Unavailable, 2)]
    public async Task It_is_asked_for_until_it_is_done_and_no_more(Fault fault, int asked)
    {
        await CreateAsync(Folder.Right);
        Eas.Faults.Plan("DeleteService", fault);

        var answer = await Run("delete", "iris", "--yes");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(asked, Eas.Cloud.Asked.Count(static action => action == "DeleteService"));
        Assert.Single(Eas.Cloud.Done, static done => done == "DeleteService iris");
    }

    [Fact]
    public async Task Another_change_that_is_being_made_is_not_cut_short()
    {
        await CreateAsync(Folder.Right);
        Eas.Faults.Plan("DeleteService", Fault.Conflict);

        var answer = await Run("delete", "iris", "--yes");

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains("Another change of the service is being made", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Single(Eas.Cloud.Asked, static action => action == "DeleteService");
    }

    [Theory]
    [InlineData(Ailment.Undeletable, "'iris' is not gone after 1 s (Stopping)")]
    [InlineData(Ailment.DeleteFails, "'iris' could not be deleted: Service is DeleteFailed")]
    public async Task The_waiting_has_an_end(Ailment ailment, string says)
    {
        await CreateAsync(Folder.Right);
        Eas.Cloud.Afflict("iris", ailment);

        var answer = await Run("delete", "iris", "--yes", "--timeout", "1");

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Assert.StartsWith($"error: {says}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_one_line()
    {
        var answer = await Run("delete", "iris", "--yes");

        Assert.Equal(2, answer.Code);
        Assert.Contains("There is no such service in cn-shanghai", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
