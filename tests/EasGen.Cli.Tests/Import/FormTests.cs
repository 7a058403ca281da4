using EasGen.Core.Checking;

namespace EasGen.Cli.Tests.Import;

/// <summary>How the class says what a file says: old forms in the current one, odd ones as they are.</summary>
public class FormTests
{
    private const string Container = "\"containers\":[{\"image\":\"a:1\"}]";

    [Theory]
    [InlineData("""{"name":"iris"}""", "[EasService(\"iris\")]")]
    [InlineData("""{"metadata":{"instance":2}}""", "[EasService(\"\", Instances = 2)]")]
    [InlineData("{}", "[EasService(\"\")]")]
    [InlineData("""{"metadata":{"name":"iris","enable_grpc":"true"}}""", "[EasService(\"iris\", Grpc = true)]")]
    [InlineData("""{"metadata":{"rpc.keepalive":5000}}""", "[RequestHandling(TimeoutSeconds = 5)]")]
    [InlineData("""{"metadata":{"rpc":{"keepalive":1}}}""", "[RequestHandling(TimeoutSeconds = 0.001)]")]
    [InlineData("""{"features":{"eas":{"aliyun":{"com/extra-ephemeral-storage":"40Gi"}}}}""", "[ExtraDisk(40)]")]
    [InlineData("""{"cloud":{"computing":{"instance_type":"ecs.c7.large","instances":null}}}""", "[InstanceType(\"ecs.c7.large\")]")]
    [InlineData(
        """{"cloud":{"computing":{"instances":[{"type":"ecs.c7.large","capacity":3},{"type":"ecs.c7.xlarge","spot_price_limit":0.3}]}}}""",
        "[InstanceType(\"ecs.c7.large\", Capacity = \"3\")]\n[InstanceType(\"ecs.c7.xlarge\", SpotPriceLimit = 0.3)]")]
    [InlineData("""{"features":{"eas.aliyun.com/extra-ephemeral-storage":"40GB"}}""", "[ExtraDisk(40)]")]
    [InlineData("""{"metadata":{"scheduling":{"spread":{"policy":"zone"}}}}""", "[Spread(SpreadPolicy.Zone)]")]
    [InlineData(
        """{"metadata":{"scheduling":{"spread":{"policy":"moon"}}}}""",
        """"[RawSetting("/metadata/scheduling/spread/policy", "\"moon\"")]"""")]
    [InlineData("""{"metadata":{"workload_type":"elasticjob"}}""", "[TaskMode]")]
    [InlineData("""{"metadata":{"workload_type":"x"}}""", """"[RawSetting("/metadata/workload_type", "\"x\"")]"""")]
    [InlineData("""{"metadata":{"type":"Async"},"queue":{"cpu":1}}""", "[AsyncQueue(Cpu = 1)]")]
    [InlineData("""{"dockerAuth":"${base64:acme:${PASSWORD}}"}""", "[RegistryAuth(\"acme\", \"${PASSWORD}\")]")]
    [InlineData(
        """{"properties":{"a":"x","b":1.5,"c":true,"d":{"e":[1]},"f":"[1]"},"features":{"eas.aliyun.com/enable-properties":"true"}}""",
        "[EasService(\"\")]\n[DynamicParameter(\"a\", \"x\")]\n[DynamicParameter(\"b\", 1.5)]\n[DynamicParameter(\"c\", "
        + "true)]\n[DynamicParameter(\"d\", \"{\\\"e\\\": [1]}\")]\n[RawSetting(\"/properties/f\", \"\\\"[1]\\\"\")]")]
    [InlineData(
        """{"properties":{"f":"[1]"},"features":{"eas.aliyun.com/enable-properties":"true"}}""",
        "[EasService(\"\", DynamicParameters = true)]\n[RawSetting(\"/properties/f\", \"\\\"[1]\\\"\")]")]
    [InlineData(
        """{"properties":{"a":"x"},"features":{"eas.aliyun.com/enable-properties":"false"}}""",
        "[EasService(\"\", DynamicParameters = false)]\n[DynamicParameter(\"a\", \"x\")]")]
    [InlineData("""{"features":{"eas.aliyun.com/enable-properties":"true"}}""", "[EasService(\"\", DynamicParameters = true)]")]
    [InlineData("""{"metrics":[{"name":"qps","tags":"status"}]}""", "[CustomMetric(\"qps\", Tag = \"status\")]")]
    [InlineData("""{"queue":{"cpu":1}}""", """[RawSetting("/queue/cpu", "1")]""")]
    [InlineData("""{"metadata":{"new_key":{"a":[1,null]}}}""", """"[RawSetting("/metadata/new_key", """{"a": [1, null]}""")]"""")]
    [InlineData("""{"metadata":{"cpu":"many"}}""", """"[RawSetting("/metadata/cpu", "\"many\"")]"""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":"tesla=${V}"}}""", "[GpuResource(Driver = \"tesla=${V}\")]")]
    [InlineData("""{"containers":[{"image":"a:1","args":[]}]}""", "[Container(\"a:1\")]\n[RawSetting(\"/containers/0/args\", \"[]\")]")]
    [InlineData(
        """{"containers":[{"image":"a:1"},{"image":"b:1","env":[{"name":"A","value":"1"}],"health_check":{"tcp_socket":{"port":1}}}]}""",
        "[EnvironmentVariable(\"A\", \"1\", Container = 1)]\n[ReadinessProbe(TcpPort = 1, Container = 1)]")]
    [InlineData(
        """{"containers":[{"port":1,"env":[{"name":"A","value":"1"}]},{"image":"b:1","env":[{"name":"B","value":"2"}]}]}""",
        "[Container(\"b:1\")]\n[EnvironmentVariable(\"B\", \"2\")]\n[RawSetting(\"/containers/0\", "
        + "\"\"\"{\"port\": 1, \"env\": [{\"name\": \"A\", \"value\": \"1\"}]}\"\"\")]")]
    [InlineData(
        """{"processor_type":"java","processor_path":"oss://b/p.jar","processor_mainclass":"com.acme.Iris","processor_envs":"""
        + """[{"name":"A","value":1}]}""",
        "[CustomProcessor(ProcessorLanguage.Java, \"oss://b/p.jar\", MainClass = \"com.acme.Iris\")]\n"
        + "[ProcessorVariable(\"A\", \"1\")]")]
    public void Is_said_in_the_current_form(string json, string attributes)
    {
        var imported = Imports.Of(json);

        Assert.Contains(attributes + "\n", imported.Code, StringComparison.Ordinal);
        Imports.Artifact(imported);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"quotes\" \\ and\ttabs")]
    [InlineData("a\nb\r\nc\n")]
    [InlineData("\n\n")]
    [InlineData("\0\u0007\u001b")]
    [InlineData("鸢尾花 🌸 \u2028\u0085")]
    [InlineData("\ud83c")]
    [InlineData("{\"a\": \"\"}")]
    [InlineData("\"\"\"")]
    [InlineData("${A} $B {C}")]
    public void Keeps_any_text(string text)
    {
        var json = $$"""{{{Container[..^2]}},"script":{{JsonText.Quote(text)}},"env":[{"name":"A","value":{{JsonText.Quote(text)}}}]}]}""";

        var settings = Normalisation.Settings(Imports.Artifact(Imports.Of(json)));
        Assert.Equal(JsonText.Quote(text), settings["containers/0/script"]);
        Assert.Equal(JsonText.Quote(text), settings["containers/0/env/0/value"]);
    }

    [Fact]
    public void Reads_as_if_somebody_wrote_it() => Assert.Equal(
        """"
        using EasGen;

        namespace Acme;

        /// <summary>Imported from iris.json.</summary>
        [EasService("iris_classifier", Instances = 2)]
        [InstanceType("ecs.c7.large")]
        [Container(
            "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4",
            Port = 8000,
            Script = "cd /app\n" +
                "exec dotnet Iris.dll\n",
            Args = new[] { "--a", "b" })]
        [EnvironmentVariable("GREETING", "says \"hello\"")]
        [RawSetting("/metadata/new", """{"a": "b"}""")]
        [RawSetting(
            "/new",
            """
            {
              "a": "a long text that does not fit on a line with others",
              "b": [
                1,
                2
              ]
            }
            """)]
        public sealed partial class IrisClassifier;

        """",
        Imports.Of(
            """
            {"name": "iris_classifier", "metadata": {"instance": 2, "new": {"a": "b"}},
             "cloud": {"computing": {"instance_type": "ecs.c7.large"}},
             "new": {"a": "a long text that does not fit on a line with others", "b": [1, 2]},
             "containers": [{"image": "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", "port": 8000,
               "script": "cd /app\nexec dotnet Iris.dll\n",
               "args": ["--a", "b"], "env": [{"name": "GREETING", "value": "says \"hello\""}]}]}
            """,
            "iris.json",
            "Acme").Code);

    [Fact]
    public async Task Lets_placeholders_stand_for_numbers()
    {
        const string json = """
            {
              "metadata": {"name": "iris", "instance": "${INSTANCES}"},
              "cloud": {"computing": {"instances": [{"type": "ecs.c7.large"}]}},
              "containers": [{"image": "a:1", "port": "${PORT}", "command": "a",
                "health_check": {"http_get": {"path": "/", "port": "${PORT}"},
                "initial_delay_seconds": "${DELAY}", "period_seconds": 10, "timeout_seconds": 3,
                "success_threshold": 1, "failure_threshold": 3}}]
            }
            """;
        var imported = Imports.Of(json);

        Assert.Empty(Core.Files.ServiceReader.Read(json).AllFindings());
        Assert.Equal(Normalisation.Settings(json), Normalisation.Settings(Imports.Artifact(imported)));
        Assert.Empty(await Built.Of(imported.Code).Errors());
    }

    [Fact]
    public void Is_the_same_twice()
    {
        var json = Imports.Everything();

        Assert.Equal(Imports.Of(json).Code, Imports.Of(json).Code);
    }

    [Fact]
    public void Names_its_file_whatever_that_is_called() => Imports.Artifact(Imports.Of("""{"name":"iris"}""", "<a> & \"b\"\n*/ --.json"));

    [Theory]
    [InlineData("""{"containers":[5],"storage":{"a":1},"metadata":7}""")]
    [InlineData("""{"metadata":"x","name":"iris"}""")]
    [InlineData("""{"labels":{"a":{"b":1}},"cloud":{"computing":{"instance_type":"","instances":["a",{}]}}}""")]
    [InlineData("""{"storage":[{},{"oss":{},"git":{"password":"hush-hush"}},{"oss":null}]}""")]
    [InlineData("""{"token":{"a":1},"autoscaler":{"strategies":[],"scaleStrategies":[{}]}}""")]
    [InlineData("""{"":"","a/b":1,"~":{"":[]}}""")]
    public void Compiles_whatever_is_wrong_with_the_file(string json) => Imports.Artifact(Imports.Of(json));
}
