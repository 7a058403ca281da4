using EasGen.Cli.Tests.Kit;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Secrets;

/// <summary>Marked secrets of a service that is deployed, and of what it says, come out of no verb.</summary>
public class CloudLeakTests : CloudTests
{
    private const string Config = """
        {
          "metadata": { "name": "iris", "instance": 1 },
          "token": "MARKTOKEN1",
          "cloud": { "computing": { "instances": [{ "type": "ecs.c7.large" }] } },
          "containers": [{
            "image": "acme/iris:1", "port": 8000, "command": "serve --password 'MARK 2'",
            "env": [
              { "name": "API_KEY", "value": "MARK3-\"x\"" },
              { "name": "PRIVATE_KEY", "value": "-----BEGIN PRIVATE KEY-----\nMARKLINE40123456789\nMARKLINE50123456789\n-----END" },
              { "name": "DATABASE", "value": "postgres://me:MARK6@db/0" }
            ]
          }]
        }
        """;

    private static readonly string[] Said =
    [
        "login with MARKTOKEN1", "serve --password 'MARK 2'", "API_KEY=MARK3-\"x\"", "{\"key\":\"MARK3-\\\"x\\\"\"}",
        "MARKLINE40123456789", "postgres://me:MARK6@db/0", "password=MARKUNKNOWN7", "Authorization: Bearer MARKUNKNOWN8",
        "exec: \"MARKTOKEN1\": executable file not found in $PATH", "ModuleNotFoundError: No module named 'MARKTOKEN1'",
        new string('x', 5000) + "MARKTOKEN1", new string('x', 3990) + " MARKTOKEN1",
    ];

    [Theory]
    [InlineData(Ailment.None)]
    [InlineData(Ailment.CrashLoop)]
    [InlineData(Ailment.StuckWaiting)]
    public async Task No_mark_comes_out(Ailment ailment)
    {
        await CreateAsync(Config);
        Eas.Cloud.Afflict("iris", ailment);
        foreach (var text in Said)
        {
            Eas.Cloud.Write("iris", text);
            Eas.Cloud.Happen("iris", "Warning", "Failed", text);
        }

        string[][] runs =
        [
            ["status", "iris"], ["status", "iris", "--format", "json"], ["why", "iris"], ["why", "iris", "--format", "json"],
            ["why", "iris", "--answer", "401 MARKTOKEN1"], ["logs", "iris"], ["logs", "iris", "--previous"], ["pull", "iris"],
            ["pull", "iris", "--output", Folder.At("iris.json")], ["policy", "iris"], ["delete", "iris", "--yes"],
        ];
        foreach (var run in runs)
        {
            var answer = run[0] == "policy" ? await Easgen.Run(run) : await Run(run);
            Assert.DoesNotContain("MARK", answer.Output + answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeEas.FakeEas.AccessKeySecret, answer.Output + answer.Error, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("MARK", await File.ReadAllTextAsync(Folder.At("iris.json")), StringComparison.Ordinal);
    }
}
