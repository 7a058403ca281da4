using System.Text.Json;
using System.Xml.Linq;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Rehearse;

/// <summary>The verb <c>rehearse</c> around the engine, which has tests by itself.</summary>
public class RehearseTests
{
    private const string Script = "while true; do sleep 1; done";

    // A service that never listens is known within seconds, and needs nothing but a shell.
    private static readonly string Silent = Service(Script);

    [Fact]
    public async Task A_person_sees_what_happens_and_what_to_change()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("rehearse", folder.Write("a.json", Silent), "--timeline", folder.At("a.svg"));

        Assert.Equal((1, ""), (answer.Code, answer.Error));
        Assert.StartsWith("Rehearsal of ", answer.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ +\d+\.\d s    instance 1: /bin/sh -c while true", answer.Output);
        Assert.Contains("FAIL  Is it ready in time?\n      has not started after 2 s", answer.Output, StringComparison.Ordinal);
        Assert.Contains("→ containers[0].startup_check.failure_threshold: raise it", answer.Output, StringComparison.Ordinal);
        Assert.Matches(@"silent failed 1 of 9 questions in \d+ s\.\n$", answer.Output);
        Assert.Equal("svg", XDocument.Load(folder.At("a.svg")).Root!.Name.LocalName);
    }

    [Fact]
    public async Task A_script_gets_a_document_and_nothing_else()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("rehearse", folder.Write("a.json", Silent), "--format", "json");

        using var document = JsonDocument.Parse(answer.Output);
        Assert.Equal(1, answer.Code);
        Assert.False(document.RootElement.GetProperty("passed").GetBoolean());
        Assert.Contains("instance 1", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CI_system_gets_test_cases()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("rehearse", folder.Write("a.json", Silent), "--format", "junit");

        Assert.Equal("9", XDocument.Parse(answer.Output).Root!.Element("testsuite")!.Attribute("tests")!.Value);
    }

    [Fact]
    public async Task Values_of_placeholders_reach_the_program()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Service("echo value is $GREETING; exit 3", "${GREETING_OF_ALL}"));

        var open = await Easgen.Run("rehearse", file);
        var filled = await Easgen.Run("rehearse", file, "--var", "GREETING_OF_ALL=hello");

        Assert.Equal(2, open.Code);
        Assert.Contains(
            "has variables without a value: GREETING_OF_ALL; give each with --var GREETING_OF_ALL=…", open.Error, StringComparison.Ordinal);
        Assert.Equal(1, filled.Code);
        Assert.Contains("value is hello", filled.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--load fast", "--load 'fast' is not a rate; write requests in a second, such as 50/s")]
    [InlineData("--load 0/s", "--load '0/s' is not a rate; write requests in a second, such as 50/s")]
    [InlineData("--mount models", "--mount 'models' has no '='; write --mount MOUNT_PATH=DIR")]
    [InlineData("--mount /models=/no/such", "The service has no mounts, so '/models' is none")]
    [InlineData("--env KEY", "--env 'KEY' has no '='; write --env NAME=VALUE")]
    [InlineData("--network own", "Argument 'own' not recognized. Must be one of: 'auto' 'machine' 'namespace'")]
    [InlineData("--steady 0", "--steady '0' is not a time; write seconds, 1 to 86400")]
    [InlineData("--instances 0", "0 instances do not fit here; use 1 to 16")]
    [InlineData("--rollouts 101", "101 rollouts are not possible; use 0 to 100")]
    [InlineData("--command no-such-program", "'no-such-program' is not on this machine; install it, or name what starts it")]
    [InlineData("--command-1 true", "There is no sidecar 1: the service has 1 container(s), counted from 0")]
    [InlineData("--working-directory /no/such", "The folder '/no/such' does not exist")]
    [InlineData("--request /no/such", "'/no/such' cannot be read")]
    [InlineData("--timeline /no/such/a.svg", "--timeline '/no/such/a.svg' cannot be written: the folder '/no/such' does not exist")]
    public async Task A_slip_is_said_before_anything_runs(string options, string error)
    {
        using var folder = new Folder();

        var answer = await Easgen.Run(["rehearse", folder.Write("a.json", Silent), .. options.Split(' ')]);

        Assert.Equal(2, answer.Code);
        Assert.StartsWith($"error: {error}", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("instance 1", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_all_that_was_started()
    {
        // There is no such signal elsewhere.
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Folder();
        var started = folder.At("started");
        // Of a program that does not end by itself, and of one that it has left behind.
        var file = folder.Write("a.json", Service($"sleep 600 & echo $! $$ > {started}; echo waiting; wait"));
        using var tool = new RunningTool("rehearse", file);
        await tool.ReadUntilAsync("waiting");
        await tool.InterruptAsync();

        var end = await tool.EndAsync();

        Assert.Equal(2, end.Code);
        Assert.Equal("error: interrupted\n", end.Error);
        Assert.DoesNotContain(File.ReadAllText(started).Split(), Lives);
    }

    // Of a process that has ended, an entry without a command may be left for a moment.
    private static bool Lives(string id)
    {
        try
        {
            return id.Length > 0 && File.ReadAllText($"/proc/{id}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Service(string script, string greeting = "") => $$"""
        {
          "metadata": { "name": "silent", "instance": 1 },
          "containers": [
            {
              "image": "registry-vpc.cn-shanghai.aliyuncs.com/acme/silent:1",
              "port": 8000,
              "script": "{{script}}",
              "env": [ { "name": "GREETING", "value": "{{greeting}}" } ],
              "startup_check": {
                "http_get": { "path": "/", "port": 8000 },
                "initial_delay_seconds": 0, "period_seconds": 1, "timeout_seconds": 1, "success_threshold": 1, "failure_threshold": 2
              }
            }
          ]
        }
        """;
}
