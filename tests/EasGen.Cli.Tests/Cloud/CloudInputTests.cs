using EasGen.Cli.Tests.Kit;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Cloud;

/// <summary>Whatever is wrong with key, region or address is said in one line, and nothing is done.</summary>
public sealed class CloudInputTests : CloudTests
{
    private const string Id = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private const string Secret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private const string Marked = "marked-s3cret-key";

    [Fact]
    public Task No_key() => AssertSaid(
        [(Id, null), (Secret, null)],
        "No access key was found; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or make a profile in");

    [Fact]
    public Task Half_of_a_key() => AssertSaid([(Id, null), (Secret, Marked)], $"{Secret} is set, but {Id} is not; set both");

    [Fact]
    public Task A_wrong_secret() => AssertSaid([(Secret, Marked)], "The secret of access key 'fake-id' is wrong");

    [Fact]
    public Task An_unknown_key() => AssertSaid([(Id, "nobody"), (Secret, Marked)], "The access key 'nobody' is not known to Alibaba Cloud");

    [Fact]
    public Task A_profile_of_another_kind()
    {
        Folder.Write(".aliyun/config.json", """{ "profiles": [{ "name": "work", "mode": "CloudSSO" }] }""");
        return AssertSaid(
            [("HOME", Folder.Root)], "uses mode CloudSSO, which is not supported; export temporary keys", "--profile", "work");
    }

    [Fact]
    public Task A_profile_that_is_not_there() =>
        AssertSaid([("HOME", Folder.Root)], "No profile 'work' was found in", "--profile", "work");

    [Theory]
    [InlineData("ftp://eas", "--endpoint 'ftp://eas' is not an address")]
    [InlineData("eas", "--endpoint 'eas' is not an address")]
    [InlineData("https://eas/api", "--endpoint 'https://eas/api' is more than scheme, host and port")]
    [InlineData("https://user:marked-s3cret-key@eas", "--endpoint 'https://eas/' is more than scheme, host and port")]
    [InlineData("http://eas.example", "--endpoint 'http://eas.example' would send the service with its secrets unencrypted; use https")]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:1 cannot be reached: nothing listens there; check --endpoint")]
    [InlineData("https://nobody.invalid", "https://nobody.invalid cannot be reached: there is no host of that name; check --region and")]
    public async Task A_wrong_address(string endpoint, string message)
    {
        var answer = await Easgen.Run(
            "deploy", Folder.Write("iris.json", Folder.Right), "--yes", "--region", "cn-shanghai", "--endpoint", endpoint);

        Assert.Equal(2, answer.Code);
        Assert.StartsWith($"error: {message}", Assert.Single(answer.ErrorLines));
        Assert.DoesNotContain(Marked, answer.Error);
    }

    [Fact]
    public async Task An_address_of_something_else()
    {
        Eas.Faults.Plan("DescribeService", Fault.NoApi);

        var answer = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--yes");

        Assert.Equal(2, answer.Code);
        Assert.EndsWith("the answer is not what PAI-EAS answers; is the endpoint one of PAI-EAS?", Assert.Single(answer.ErrorLines));
        Assert.Empty(Eas.Cloud.Done);
    }

    [Theory]
    [InlineData(null, "The region is not known; add --region, such as --region cn-shanghai")]
    [InlineData("Shanghai!", "'Shanghai!' is not a region; write one as cn-shanghai")]
    public async Task A_wrong_region(string? region, string message)
    {
        var answer = await Easgen.Run(
            ["deploy", Folder.Write("iris.json", Folder.Right), "--yes", .. region is null ? Array.Empty<string>() : ["--region", region]]);

        Assert.Equal((2, $"error: {message}"), (answer.Code, answer.Error.Trim()));
    }

    [Fact]
    public async Task Another_region_than_that_of_the_service()
    {
        var answer = await Run("deploy", Folder.Write("iris.json", Folder.With(Folder.Right, "\"region\":\"cn-beijing\"")), "--yes");

        Assert.Equal(2, answer.Code);
        Assert.StartsWith("error: --region is 'cn-shanghai', but the service is one of 'cn-beijing'", answer.Error);
    }

    [Theory]
    [InlineData("--var", "1X=2", "--var '1X' is not the name of a placeholder; write --var NAME=VALUE")]
    [InlineData("--var", "X", "--var X has no value; write --var X=VALUE")]
    [InlineData("--var-file", "none.env", "'none.env' cannot be read: ")]
    [InlineData("--timeout", "0", "--timeout '0' is not a time; write seconds, 1 or more, or --no-wait")]
    [InlineData("--strategy", "both", "Argument 'both' not recognized. Must be one of: 'merge' 'replace'")]
    public async Task A_wrong_option(string option, string value, string message)
    {
        var answer = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--yes", option, value);

        Assert.Equal(2, answer.Code);
        Assert.StartsWith($"error: {message}", answer.Error);
        Assert.Empty(Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_file_of_values_that_is_none_is_not_quoted()
    {
        var answer = await Run(
            "deploy", Folder.Write("iris.json", Folder.Right), "--yes", "--var-file", Folder.Write("v.env", $"A=1\n{Marked}\n"));

        Assert.Equal(2, answer.Code);
        Assert.EndsWith("cannot be used: a line of it is not NAME=VALUE, or a name is given twice", answer.ErrorLines[0]);
        Assert.DoesNotContain(Marked, answer.Error);
    }

    [Theory]
    [InlineData("[]", "is not a service")]
    [InlineData("{\"metadata\":{}}", "has no metadata.name; it is not a service that can be deployed")]
    [InlineData("{", "is not JSON: line 1, column 2")]
    public async Task A_file_that_is_no_service(string json, string message)
    {
        var answer = await Run("deploy", Folder.Write("iris.json", json), "--yes");

        Assert.Equal(2, answer.Code);
        Assert.Contains(message, answer.Error);
    }

    private async Task AssertSaid(IEnumerable<(string Name, string? Value)> variables, string message, params string[] more)
    {
        var (code, output, error) = await Easgen.Start(
            [], Folder.Root, [("HOME", Folder.Root), .. variables],
            [
                "deploy", Folder.Write("iris.json", Folder.Right), "--yes", "--region", "cn-shanghai",
                "--endpoint", Eas.Address.ToString(), .. more,
            ]);

        Assert.Equal((2, 0), (code, output.Length));
        Assert.StartsWith("error: ", error);
        Assert.Contains(message, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain(Marked, error);
        Assert.Empty(Eas.Cloud.Done);
    }
}
