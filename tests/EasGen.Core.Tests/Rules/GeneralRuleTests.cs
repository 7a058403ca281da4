using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using static EasGen.Core.Catalog.GeneralRules;

namespace EasGen.Core.Tests;

public class GeneralRuleTests
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0001_JsonIsWellFormed)
            .RefusesJson("", "", "There is no JSON here")
            .RefusesJson("{\n  \"metadata\": }", "", "The value of 'metadata' is missing")
            .AcceptsJson("{}"),

        Judge(EAS0002_ValueHasType)
            .RefusesJson("""{"metadata": {"instance": "2"}}""", "/metadata/instance", "\"2\"")
            .RefusesJson("""{"metadata": {"instance": "${N"}}""", "/metadata/instance", "\"${N\"")
            .RefusesJson("""{"metadata": {"instance": "${MY-N}"}}""", "/metadata/instance", "\"${MY-N}\"")
            .AcceptsJson("""{"metadata": {"instance": "${N}"}}""")
            .AcceptsJson("""{"metadata": {"instance": 2}}"""),

        Judge(EAS0003_SettingIsGivenOnce)
            .Refuses(
                "a label given twice",
                Labelled("a").With(Label.FeatureType, (Label.Key, "a"), (Label.Value, "2")),
                "/labels/a",
                "'labels.a'",
                Remove)
            .Refuses(
                "two grace periods",
                Valid.With(GracefulShutdown.Seconds, 30).With(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 60)),
                "/metadata/eas.termination_grace_period",
                "twice",
                Remove)
            .Refuses("two probes", Probed(0).With(Probe.Startup, (Probe.Path, "/b")), "/containers/0/startup_check", "twice", Remove)
            .Accepts("two labels", Labelled("a").With(Label.FeatureType, (Label.Key, "b"), (Label.Value, "1")))
            .Accepts(
                "a probe of each container",
                Probed(0).With(Container.FeatureType, (Container.Image, "a:1"))
                    .With(Probe.Startup, (Probe.Path, "/"), (FeatureType.ContainerIndex, 1)))
            .Accepts(
                "different settings of one type",
                Valid.With(GracefulShutdown.Seconds, 30).With(GracefulShutdown.FeatureType, (GracefulShutdown.SendSigterm, true)))
            .RefusesJson("""{"metadata": {"name": "iris", "name": "iris"}}""", "/metadata/name", "'metadata.name'", Fix.Remove)
            .RefusesJson("""{"labels": {"a": "1", "\u0061": "2"}}""", "/labels/a", "'labels.a'")
            .RefusesJson("""{"name": "iris", "metadata": {"name": "rose"}}""", "/metadata/name", "'name'")
            .RefusesJson(
                """{"metadata": {"rpc": {"keepalive": 1}, "rpc.keepalive": 2}}""",
                "/metadata/rpc.keepalive",
                "'metadata.rpc.keepalive' is given twice, with different values")
            .RefusesJson(
                """{"cloud": {"computing": {"instance_type": "a", "instances": [{"type": "a"}]}}}""",
                "/cloud/computing/instance_type",
                "'cloud.computing.instances'")
            .RefusesJson(
                """{"containers": [{"readiness_check": {}, "health_check": {}}]}""",
                "/containers/0/readiness_check",
                "keep 'health_check'",
                Fix.Remove)
            .AcceptsJson("""{"name": "iris", "metadata": {"name": "iris"}}""")
            .AcceptsJson("""{"cloud": {"computing": {"instance_type": "a", "instances": null}}}""")
            .AcceptsJson("""{"cloud": {"computing": {"instance_type": "a", "instances": []}}}"""),

        Judge(EAS0004_KeyIsKnown)
            .RefusesJson("""{"metadata": {"nmae": "iris"}}""", "/metadata/nmae", "'metadata.nmae'")
            .RefusesJson("""{"a/b~c": 1}""", "/a~1b~0c", "'a/b~c'")
            .RefusesJson("""{"containers": [{"livenessProbe": {}}]}""", "/containers/0/livenessProbe", "did you mean 'liveness_check'?")
            .RefusesJson("""{"metadata": {"enable_gprc": true}}""", "/metadata/enable_gprc", "did you mean 'enable_grpc'?")
            .RefusesJson("""{"workspace_id": "1"}""", "/workspace_id", "it belongs at 'metadata.workspace_id'")
            .RefusesJson("""{"password": "1"}""", "/password", "check its spelling")
            .RefusesJson("""{"metadata": {"url": "a"}}""", "/metadata/url", "check its spelling")
            .RefusesJson("""{"metadata": {"gpus": 1}}""", "/metadata/gpus", "did you mean 'gpu'?")
            .RefusesJson("""{"containers": [{"readinessCheck": {}}]}""", "/containers/0/readinessCheck", "did you mean 'health_check'?")
            .RefusesJson("""{"zzz": 1}""", "/zzz", "check its spelling")
            .AcceptsJson("""{"metadata": {"name": "iris"}}""")
            .AcceptsJson("""{"labels": {"whatever": "1"}}""")
            .AcceptsJson("""{"storage": [{"mount_path": "/m", "code": {"id": "code-1"}}]}"""),

        Judge(EAS0005_TextIsUnicode)
            .Refuses("half a pair in a text", Valid.With(Container.Command, "a\ud800b"), "/containers/0/command", "Command")
            .Refuses("the other half", Valid.With(Container.Command, "\udc00"), "/containers/0/command", "Command")
            .Refuses("a pair the wrong way round", Valid.With(Container.Command, "\udc00\ud800"), "/containers/0/command", "Command")
            .Refuses("half a pair at the end", Valid.With(Container.Command, "🌸\ud83c"), "/containers/0/command", "Command")
            .Refuses(
                "half a pair in a list",
                Valid.With(Container.Args, EquatableArray<string>.Of("a", "\ud800")),
                "/containers/0/args",
                "Args")
            .Refuses("half a pair in a key", Labelled("\ud800"), "/labels/\ud800", "Key")
            .RefusesJson("""{"labels": {"\ud800": "1"}}""", "/labels", "A key in 'labels'")
            .RefusesJson("""{"metadata": {"name": "\ud800"}}""", "/metadata/name", "Name")
            .RefusesJson("""{"containers": [{"args": ["a", "\udc00"]}]}""", "/containers/0/args", "Args")
            .Accepts("a flower", Valid.With(Container.Command, "🌸鸢尾花"))
            .Accepts("an empty text", Valid.With(Container.Command, "")),

        Judge(EAS0015_PlaceIsCurrent)
            .RefusesJson("""{"name": "iris"}""", "/name", "'metadata.name'", Fix.Move("/metadata/name"))
            .RefusesJson("""{"rpc": {"keepalive": 5000}}""", "/rpc", "'metadata.rpc'", Fix.Move("/metadata/rpc"))
            .RefusesJson(
                """{"runtime": {"termination_grace_period": 60}}""",
                "/runtime/termination_grace_period",
                "'metadata.eas.termination_grace_period'",
                Fix.Move("/metadata/eas.termination_grace_period"))
            .RefusesJson(
                """{"eas.termination_grace_period": 60}""",
                "/eas.termination_grace_period",
                "'metadata.eas.termination_grace_period'",
                Fix.Move("/metadata/eas.termination_grace_period"))
            .RefusesJson(
                """{"containers": [{"readiness_check": {}}]}""",
                "/containers/0/readiness_check",
                "health_check",
                Fix.Move("/containers/0/health_check"))
            .AcceptsJson("""{"metadata": {"name": "iris", "eas": {"termination_grace_period": 60}, "rpc.keepalive": 5000}}""")
            .AcceptsJson("""{"cloud": {"computing": {"instance_type": "ecs.c7.large"}}}"""),

        Judge(EAS0016_FormIsUsual)
            .RefusesJson("""{"metadata": {"enable_grpc": "true"}}""", "/metadata/enable_grpc", "write true", Json("true"))
            .RefusesJson(
                """{"cloud": {"computing": {"disable_spot_protection_period": "false"}}}""",
                "/cloud/computing/disable_spot_protection_period",
                "write false",
                Json("false"))
            .AcceptsJson("""{"metadata": {"enable_grpc": true}}""")
            .RefusesJson("""{"metadata": {"disk": "40GB"}}""", "/metadata/disk", "write \"40Gi\"", Json("\"40Gi\""))
            .RefusesJson("""{"metadata": {"disk": 100}}""", "/metadata/disk", "write \"100Gi\"", Json("\"100Gi\""))
            .RefusesJson(
                """{"containers": [{"env": [{"name": "A", "value": 1}]}]}""",
                "/containers/0/env/0/value",
                "write \"1\"",
                Json("\"1\""))
            .RefusesJson("""{"labels": {"EnableTrace": true}}""", "/labels/EnableTrace", "write \"true\"", Json("\"true\""))
            .AcceptsJson("""{"metadata": {"disk": "40Gi", "enable_grpc": "ture"}}"""),

        Judge(EAS0017_JsonIsStrict)
            .RefusesJson("{} // mine", "", "has comments, which")
            .RefusesJson("// mine\n{}", "", "has comments, which")
            .RefusesJson("""{"metadata": {"instance": 1,}}""", "/metadata/instance", "has trailing commas, which")
            .RefusesJson("""{"metadata": {"instance": 1, /* mine */}}""", "/metadata/instance", "has comments and trailing commas, which")
            .RefusesJson("""{"metadata": { /* mine */ "instance": 1,}}""", "/metadata/instance", "has comments and trailing commas, which")
            .RefusesJson(
                """{"features": {"a/b": "1", /* mine */ "c": "2"}, "labels": {"a": "1",}}""",
                "/features/c",
                "has comments and trailing commas, which")
            .RefusesJson(
                """{"containers": [{"args": ["a", "b",]},], "labels": {"a": "1",},}""",
                "/containers/0/args/1",
                "has trailing commas, which")
            .AcceptsJson("""{"metadata": {"instance": 1}, "labels": {"a": "// none, /* none */ ,"}}"""),

        Judge(EAS0019_ValueIsSaid)
            .RefusesJson("""{"storage": null}""", "/storage", "'storage' is null", Fix.Remove)
            .RefusesJson("""{"labels": {"a": null}}""", "/labels/a", "leave it out", Fix.Remove)
            .RefusesJson("""{"metadata": {"rpc.keepalive": null}}""", "/metadata/rpc.keepalive", "leave it out", Fix.Remove)
            .AcceptsJson("""{"storage": [], "new": null, "model_config": {"a": null}}"""),

        Judge<string>(EAS0018_SecretIsPlaceholder, "/dockerAuth", static secret => Valid.With(RegistryAuth.Secret, secret))
            .Refuses("YWNtZTpoaWRkZW4=", "Secret", Use("${REGISTRY_AUTH}"))
            .Refuses("${MY-AUTH}", "Secret", Use("${REGISTRY_AUTH}"))
            .Refuses("${AUTH", "Secret", Use("${REGISTRY_AUTH}"))
            .Accepts("${REGISTRY_AUTH}", "${A}${B}", "")
            .Refuses(
                "a password",
                Valid.With(GitMount.FeatureType, (GitMount.Repository, "https://a/b"), (Mount.MountPath, "/m"), (GitMount.Password, "x")),
                "/storage/0/git/password",
                "Password",
                Use("${GIT_PASSWORD}"))
            .Accepts("another text", Valid.With(EasService.WorkspaceId, "1")));

    [Theory]
    [InlineData("Resources")]
    [InlineData("passwords")]
    [InlineData("rpcs")]
    public void Keys_of_other_places_and_old_ones_are_no_advice(string key) => Assert.EndsWith(
        "; check its spelling and its place",
        ServiceReader.Read("{\"" + key + "\": {}}").Findings.Single().Message.ToString());

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("9.2e18")]
    [InlineData("-1")]
    public void Messages_have_the_digits_of_the_file(string digits) => Assert.Contains(
        ServiceReader.Read("{\"metadata\": {\"rpc\": {\"keepalive\": " + digits + "}}}").AllFindings(),
        finding => finding.Rule == RequestHandling.EAS0620_TimeoutIsPositive
            && finding.Message.For(Audience.Json).Contains($" is {digits};", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        """{"cloud": {"computing": {"instances": [{"type": "a", "spot_price_limit": -9223372036854775807}]}}}""",
        "-9223372036854775807")]
    [InlineData("""{"autoscaler": {"min": 1, "max": 2, "strategies": {"cpu": 12345678901234567890}}}""", "12345678901234567890")]
    [InlineData(
        """{"metadata": {"cpu": 99999999999}}""",
        "a whole number from -2147483648 to 2147483647, but this is the number 99999999999")]
    public void Numbers_in_messages_have_all_their_digits(string json, string says) => Assert.Contains(
        ServiceReader.Read(json).AllFindings(),
        finding => finding.Message.For(Audience.Json).Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Two_targets_of_call_records_are_one_mistake() => Assert.Equal(
        [CallRecords.EAS0904_OneTarget],
        ServiceRules.Check(Valid
            .With(
                MaxComputeRecords.FeatureType,
                (MaxComputeRecords.Project, "p"),
                (MaxComputeRecords.Table, "t"),
                (MaxComputeRecords.Type, "maxcompute"))
            .With(
                LogServiceRecords.FeatureType,
                (LogServiceRecords.Project, "p"),
                (LogServiceRecords.Logstore, "l"),
                (LogServiceRecords.Type, "sls"))).Select(static finding => finding.Rule));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Fix Json(string json) => new($"Use {json}", json);

    private static Service Labelled(string key) => Valid.With(Label.FeatureType, (Label.Key, key), (Label.Value, "1"));

    private static Service Probed(int container) => Valid.With(Probe.Startup, (Probe.Path, "/"), (FeatureType.ContainerIndex, container));
}
