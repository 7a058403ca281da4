using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Plan;

public sealed class PlanTests : CloudTests
{
    private const string Secret = "marked-s3cret-value";

    private static readonly string WithSecret = Folder.Right.Replace(
        "\"port\":8000", "\"port\":8000,\"env\":[{\"name\":\"API_KEY\",\"value\":\"${API_KEY}\"}]", StringComparison.Ordinal);

    [Fact]
    public async Task A_service_that_is_absent_is_created()
    {
        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right));

        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.Equal("iris in cn-shanghai: does not exist yet", answer.Lines[0]);
        Assert.EndsWith("added. It is created, with 2 instances.", answer.Lines[^1]);
        Assert.Empty(Eas.Cloud.Done);
    }

    [Fact]
    public async Task Nothing_is_to_be_done_where_nothing_differs()
    {
        await Create(Folder.Right);

        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right));

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.EndsWith("ignored. Nothing is to be done.", answer.Lines[^1]);
        Assert.DoesNotContain("Ignored:", answer.Output);
    }

    [Fact]
    public async Task What_is_ignored_can_be_seen()
    {
        await Create(Folder.Right);

        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right), "--show-ignored");

        Assert.Contains("    metadata.cpu: 2  (the instance type implies it)", answer.Lines);
        Assert.Contains("    token: \"***\"  (PAI-EAS sets it)", answer.Lines);
        Assert.DoesNotContain("fake-token", answer.Output);
    }

    [Theory]
    [InlineData("merge", 0, "    metadata.rpc.keepalive: 60000")]
    [InlineData("replace", 2, "  - metadata.rpc.keepalive: 60000")]
    public async Task What_is_live_alone_is_left_over_or_removed(string strategy, int code, string line)
    {
        await Create(Folder.With(Folder.Right, "\"rpc\":{\"keepalive\":60000}"));

        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right), "--strategy", strategy);

        Assert.Equal(code, answer.Code);
        Assert.Contains(line, answer.Lines);
    }

    [Fact]
    public async Task A_list_is_replaced_as_a_whole()
    {
        await Create(Folder.Right.Replace("\"port\":8000", "\"port\":8000,\"args\":[\"-v\"]", StringComparison.Ordinal));

        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right));

        Assert.Equal(2, answer.Code);
        Assert.Contains("  - containers[0].args: [\"-v\"]", answer.Lines);
    }

    [Theory]
    [InlineData("\"instance\":2", "\"instance\":4", "It is done while the instances run.")]
    [InlineData("acme/iris:1", "acme/iris:2", "It takes a rolling update of 2 instances, with up to 1 more and none missing at a time.")]
    [InlineData("\"instance\":2", "\"instance\":2,\"group\":\"blue\"", "PAI-EAS cannot change this in a service that is there")]
    public async Task A_change_costs_what_it_costs(string before, string after, string cost)
    {
        await Create(Folder.Right);

        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(2, answer.Code);
        Assert.Contains(cost, answer.Lines[^1]);
    }

    [Fact]
    public async Task How_many_instances_a_scaler_has_made_is_no_drift()
    {
        var scaled = Folder.Right[..^1]
            + ",\"autoscaler\":{\"min\":1,\"max\":9,\"scaleStrategies\":[{\"metricName\":\"qps\",\"threshold\":5}]}}";
        await Create(scaled.Replace("\"instance\":2", "\"instance\":7", StringComparison.Ordinal));

        Assert.Equal(0, (await Run("plan", Folder.Write("iris.json", scaled))).Code);
    }

    [Fact]
    public async Task A_secret_that_changes_is_not_shown()
    {
        await Create(WithSecret.Replace("${API_KEY}", "old-" + Secret, StringComparison.Ordinal));

        var path = Folder.Write("iris.json", WithSecret);
        var plan = Folder.At("plan.json");
        foreach (var format in new[] { "text", "json" })
        {
            var answer = await Run("plan", path, "--var", $"API_KEY=new-{Secret}", "--format", format, "--out", plan, "--show-ignored");
            Assert.Equal(2, answer.Code);
            Assert.DoesNotContain(Secret, answer.Output + answer.Error);
            Assert.Contains("containers[0].env[name=API_KEY].value", answer.Output);
            Assert.DoesNotContain(Secret, File.ReadAllText(plan));
        }
    }

    [Fact]
    public async Task Values_come_from_command_line_file_and_environment_in_this_order()
    {
        var path = Folder.Write(
            "iris.json", Folder.Right.Replace("acme/iris:1", "acme/${EASGEN_T_A}-${EASGEN_T_B}-${EASGEN_T_C}", StringComparison.Ordinal));
        var file = Folder.Write("values.env", "# values\nEASGEN_T_A=file\nEASGEN_T_B=\"file\"\n");
        foreach (var name in new[] { "EASGEN_T_A", "EASGEN_T_B", "EASGEN_T_C" })
            Environment.SetEnvironmentVariable(name, "env");

        var answer = await Run("plan", path, "--var-file", file, "--var", "EASGEN_T_A=line=1");

        Assert.Contains("acme/line=1-file-env", answer.Output);
    }

    [Theory]
    [InlineData("NOBODY_HAS_SAID_IT")]
    [InlineData("HOME")]
    public async Task A_value_that_nobody_has_said_is_asked_for(string name)
    {
        var path = Folder.Write("iris.json", Folder.Right.Replace("acme/iris:1", $"acme/iris:${{{name}}}", StringComparison.Ordinal));

        var answer = await Run("plan", path);

        Assert.Equal(2, answer.Code);
        Assert.Contains($"warning: ${{{name}}} has no value; add --var {name}=VALUE", answer.Output);
    }

    [Fact]
    public async Task Machines_that_are_sold_out_are_named()
    {
        var path = Folder.Write(
            "iris.json",
            Folder.Right.Replace(
                "{\"type\":\"ecs.c7.large\"}",
                "{\"type\":\"ecs.gn6i-c4g1.xlarge\"},{\"type\":\"ecs.c7.xlarge\"},{\"type\":\"ecs.none.large\"}",
                StringComparison.Ordinal));

        var answer = await Run("plan", path);

        Assert.Equal(
            [
                "warning: The instance type 'ecs.gn6i-c4g1.xlarge' is sold out in cn-shanghai; "
                + "a service that needs it waits until there is one",
                "warning: The instance type 'ecs.none.large' is not offered in cn-shanghai",
            ],
            answer.Lines.Where(static line => line.StartsWith("warning", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_plan_can_be_read_by_a_program()
    {
        await Create(Folder.Right);

        var path = Folder.Write("iris.json", Folder.Right.Replace("acme/iris:1", "acme/iris:2", StringComparison.Ordinal));

        var answer = await Run("plan", path, "--format", "json");

        var plan = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(
            ("iris", "cn-shanghai", 1, "update", "rollout"),
            (Text("service"), Text("region"), plan.GetProperty("currentVersion").GetInt32(), Text("action"), Text("effect")));
        var change = Assert.Single(
            plan.GetProperty("changes").EnumerateArray(), static change => change.GetProperty("kind").GetString() != "ignored");
        Assert.Equal("acme/iris:2", change.GetProperty("after").GetString());

        string? Text(string name) => plan.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("8000", "8080", "EAS0201")]
    [InlineData("\"port\":8000", "\"port\":8000,\"env\":[{\"name\":\"API_KEY\",\"value\":\"marked-s3cret-value\"}]", "EAS0222")]
    public async Task What_breaks_a_rule_is_not_planned(string before, string after, string rule)
    {
        var answer = await Run("plan", Folder.Write("iris.json", Folder.Right.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(1, answer.Code);
        Assert.Contains(rule, answer.Error);
        Assert.EndsWith("is not deployed: mend what is said above", answer.ErrorLines[^1]);
        Assert.DoesNotContain(Secret, answer.Output + answer.Error);
    }

    [Fact]
    public async Task Who_wants_secrets_in_the_artifact_switches_the_rule_off()
    {
        var path = Folder.Write("iris.json", WithSecret.Replace("${API_KEY}", Secret, StringComparison.Ordinal));

        var answer = await Run("plan", path, "--severity", "EAS0222=off");

        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.DoesNotContain(Secret, answer.Output);
    }

    [Fact]
    public async Task A_value_that_breaks_a_rule_is_refused()
    {
        var path = Folder.Write("iris.json", Folder.Right.Replace("\"instance\":2", "\"instance\":\"${N}\"", StringComparison.Ordinal));

        Assert.Equal(2, (await Run("plan", path, "--var", "N=3")).Code);
        var answer = await Run("plan", path, "--var", "N=-3");
        Assert.Equal(1, answer.Code);
        Assert.Contains("is wrong with the values of its variables: EAS0105 at metadata.instance: ", Assert.Single(answer.ErrorLines));
    }

    [Fact]
    public async Task A_secret_where_something_else_belongs_is_not_shown()
    {
        var path = Folder.Write("iris.json", Folder.Right.Replace("8000", "\"${DB_PASSWORD}\"", StringComparison.Ordinal));

        var answer = await Run("plan", path, "--var", $"DB_PASSWORD={Secret}");

        Assert.Equal(1, answer.Code);
        Assert.Contains("EAS0002 at containers[0].port: ", answer.Error);
        Assert.DoesNotContain(Secret, answer.Output + answer.Error);
    }

    [Theory]
    [InlineData("\"0\"", "\"1\"", "with none more and 1 missing at a time")]
    [InlineData("\"50%\"", "0", "with up to 1 more and none missing at a time")]
    [InlineData("3", "\"60%\"", "with up to 3 more and 1 missing at a time")]
    public async Task A_rolling_update_moves_as_it_is_told(string surge, string unavailable, string cost)
    {
        var strategy = $"\"rolling_strategy\":{{\"max_surge\":{surge},\"max_unavailable\":{unavailable}}}";
        await Create(Folder.With(Folder.Right, strategy));
        var newer = Folder.With(Folder.Right.Replace("acme/iris:1", "acme/iris:2", StringComparison.Ordinal), strategy);

        var answer = await Run("plan", Folder.Write("iris.json", newer));

        Assert.Contains(cost, answer.Lines[^1]);
    }

    [Fact]
    public async Task The_region_that_is_called_is_no_change()
    {
        await Create(Folder.Right);

        var answer = await Run("plan", Folder.Write("iris.json", Folder.With(Folder.Right, "\"region\":\"cn-shanghai\"")));

        Assert.Equal(0, answer.Code);
    }

    [Fact]
    public async Task An_assembly_has_its_service_too()
    {
        var answer = await Run("plan", Emit.EmitTests.Sample, "--service", "nobody");

        Assert.Equal(1, answer.Code);
        Assert.Contains("has no service 'nobody'", answer.Error);
    }

    private async Task Create(string json) => await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(json));
}
