using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_allowed_is_what_is_called(bool readOnly)
    {
        var newer = Folder.Write("iris.json", Folder.Right.Replace("acme/iris:1", "acme/iris:2", StringComparison.Ordinal));
        await CreateAsync(Folder.Right);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Folder.Right), Api.UpdateType.Merge);
        Eas.Cloud.Asked.Clear();
        string[][] runs =
        [
            ["plan", newer], ["status", "iris"], ["why", "iris"], ["logs", "iris"], ["pull", "iris"],
            .. readOnly ? (string[][])[] :
            [
                ["deploy", newer, "--yes"], ["rollback", "iris", "--yes"], ["delete", "iris", "--yes"], ["deploy", newer, "--yes"],
            ],
        ];
        foreach (var run in runs)
            Assert.Equal(run[0] == "plan" ? 2 : 0, (await Run(run)).Code);

        var (allowed, _) = Read(await Easgen.Run(readOnly ? ["policy", "iris", "--read-only"] : ["policy", "iris"]));

        Assert.Equal(allowed.Order(), Eas.Cloud.Asked.Distinct().Select(static action => $"eas:{action}").Order());
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
