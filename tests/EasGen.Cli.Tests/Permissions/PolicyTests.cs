using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.Cli.Tests.Why;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Permissions;

/// <summary>What an access key has to be allowed, and no more.</summary>
public class PolicyTests : CloudTests
{
    [Fact]
    public async Task A_policy_names_the_calls_and_the_service()
    {
        var answer = await Easgen.Run("policy", "iris", "--region", "cn-shanghai", "--account", "1234567890");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(
            """
            {
              "Version": "1",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "eas:DeleteService",
                    "eas:UpdateService",
                    "eas:UpdateServiceVersion",
                    "eas:DescribeService",
                    "eas:DescribeServiceDiagnosis",
                    "eas:DescribeServiceEvent",
                    "eas:DescribeServiceLog",
                    "eas:ListServiceInstances",
                    "eas:ListServiceVersions"
                  ],
                  "Resource": [
                    "acs:eas:cn-shanghai:1234567890:service/iris"
                  ]
                },
                {
                  "Effect": "Allow",
                  "Action": [
                    "eas:CreateService",
                    "eas:DescribeMachineSpec"
                  ],
                  "Resource": [
                    "*"
                  ]
                }
              ]
            }
            """,
            answer.Output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Who_only_looks_may_change_nothing()
    {
        var artifact = Folder.Write("digits.json", Folder.With(Folder.Right, "\"region\":\"cn-beijing\""));

        var (actions, resources) = Read(await Easgen.Run("policy", "iris", artifact, "digit_reader", "--read-only"));

        Assert.All(actions, static action => Assert.Matches("^eas:(Describe|List)", action));
        Assert.Equal(
            ["acs:eas:*:*:service/iris", "acs:eas:cn-beijing:*:service/iris", "acs:eas:*:*:service/digit_reader", "*"], resources);
    }

    [Theory]
    [InlineData("policy *", "'*' is not the name of a service")]
    [InlineData("policy ir?s", "'ir?s' is not the name of a service")]
    [InlineData("policy iris --region CN-SHANGHAI", "'CN-SHANGHAI' is not a region")]
    [InlineData("policy iris --account root", "--account 'root' is not the id of an account")]
    public async Task What_would_allow_more_is_refused(string arguments, string says)
    {
        var answer = await Easgen.Run(arguments.Split(' '));

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.StartsWith($"error: {says}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_calls_nothing_else()
    {
        await CreateAsync(Seen.Iris);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Seen.Iris), Api.UpdateType.Merge);
        Eas.Cloud.Afflict("iris", Ailment.OutOfMemory);
        Eas.Cloud.Asked.Clear();
        foreach (var verb in new[] { "status", "why", "logs", "pull" })
            await Run(verb, "iris");

        var (allowed, _) = Read(await Easgen.Run("policy", "iris", "--read-only"));

        Assert.Equal([], Eas.Cloud.Asked.Distinct().Where(action => !allowed.Contains($"eas:{action}")));
        await Run("delete", "iris", "--yes");
        Assert.Contains("DeleteService", Eas.Cloud.Asked);
    }

    private static (string[] Actions, string[] Resources) Read(Answer answer)
    {
        using var policy = JsonDocument.Parse(answer.Output);
        string[] All(string key) => [.. policy.RootElement.GetProperty("Statement").EnumerateArray()
            .SelectMany(statement => statement.GetProperty(key).EnumerateArray())
            .Select(static one => one.GetString()!)];
        return (All("Action"), All("Resource"));
    }
}
