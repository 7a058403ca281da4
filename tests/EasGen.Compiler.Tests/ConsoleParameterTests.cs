using EasGen.Compiler.Declared;
using EasGen.Core.Reading;
using EasGen.Core.Writing;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>
/// Every parameter of the console's page for custom deployment: from the attribute to the JSON that EAS documents, and back
/// to the same service.
/// </summary>
public class ConsoleParameterTests
{
    private const string Image = "[Container(\"registry/acme/iris:1.4\", Port = 8000, Command = \"dotnet Iris.dll\")]";
    private const string Public = "[InstanceType(\"ecs.c7.large\")]";
    private const string Dedicated = "[ResourceGroup(\"eas-r-acme\")]";
    private const string Pmml = "[Processor(\"pmml\")]";

    [Theory]
    [InlineData(ConsoleParameters.ServiceName, "", "/metadata/name", "\"iris_classifier\"")]
    [InlineData(ConsoleParameters.DeploymentMethod, Image + Public, "/containers/0/image", "\"registry/acme/iris:1.4\"")]
    [InlineData(ConsoleParameters.DeploymentMethod, Pmml, "/processor", "\"pmml\"")]
    [InlineData(
        ConsoleParameters.AsynchronousServices,
        "[AsyncQueue(Cpu = 1, MemoryMB = 4000, MaxDelivery = 1)]",
        "/metadata/type",
        "\"Async\"",
        "/queue",
        "{\"cpu\": 1, \"memory\": 4000, \"max_delivery\": 1}")]
    [InlineData(
        ConsoleParameters.EnableWebApplication,
        "[EasService(\"iris_classifier\", WebApp = true)]",
        "/metadata/enable_webservice",
        "true")]
    [InlineData(ConsoleParameters.Image, Image, "/containers/0/image", "\"registry/acme/iris:1.4\"")]
    [InlineData(ConsoleParameters.RegistryUser, "[RegistryAuth(\"${REGISTRY_AUTH}\")]", "/dockerAuth", "\"${REGISTRY_AUTH}\"")]
    [InlineData(
        ConsoleParameters.RegistryUser,
        "[RegistryAuth(\"acme\", \"${REGISTRY_PASSWORD}\")]",
        "/dockerAuth",
        "\"${base64:acme:${REGISTRY_PASSWORD}}\"")]
    [InlineData(
        ConsoleParameters.RegistryUser,
        "[RegistryAuth(password: \"${P}\", user: \"${U}\")]",
        "/dockerAuth",
        "\"${base64:${U}:${P}}\"")]
    [InlineData(
        ConsoleParameters.OssMount,
        "[OssMount(\"oss://b/c/\", \"/m\", ReadOnly = true, ResourceType = \"code\")]",
        "/storage/0",
        "{\"oss\": {\"path\": \"oss://b/c/\", \"readOnly\": true}, \"mount_path\": \"/m\", \"properties\": {\"resource_type\": \"code\"}}")]
    [InlineData(
        ConsoleParameters.NasMount,
        "[NasMount(\"a.nas.aliyuncs.com\", \"/\", \"/m\", ReadOnly = true)]",
        "/storage/0",
        "{\"nfs\": {\"server\": \"a.nas.aliyuncs.com\", \"path\": \"/\", \"readOnly\": true}, \"mount_path\": \"/m\"}")]
    [InlineData(
        ConsoleParameters.CpfsMount,
        "[CpfsMount(\"cpfs-1\", \"/a\", \"/m\")]",
        "/storage/0",
        "{\"cpfs\": {\"file_system_id\": \"cpfs-1\", \"path\": \"/a\"}, \"mount_path\": \"/m\"}")]
    [InlineData(
        ConsoleParameters.PaiModel,
        "[ModelMount(\"oss://b/c/\", \"/m\")]",
        "/storage/0",
        "{\"oss\": {\"path\": \"oss://b/c/\"}, \"mount_path\": \"/m\", \"properties\": {\"resource_type\": \"model\"}}")]
    [InlineData(
        ConsoleParameters.GitMount,
        "[GitMount(\"https://a/b.git\", \"/m\", Branch = \"main\")]",
        "/storage/0",
        "{\"git\": {\"repo\": \"https://a/b.git\", \"branch\": \"main\"}, \"mount_path\": \"/m\"}")]
    [InlineData(
        ConsoleParameters.CodeBuild,
        "[RawSetting(\"/storage/-\", \"{ \\\"code_source\\\": { \\\"id\\\": \\\"1\\\" }, \\\"mount_path\\\": \\\"/m\\\" }\")]",
        "/storage/0/code_source/id",
        "\"1\"")]
    [InlineData(
        ConsoleParameters.CustomDataset,
        "[DatasetMount(\"d-1\", \"/m\", Version = \"v1\", ReadOnly = false)]",
        "/storage/0",
        "{\"dataset\": {\"id\": \"d-1\", \"version\": \"v1\", \"read_only\": false}, \"mount_path\": \"/m\"}")]
    [InlineData(
        ConsoleParameters.Command,
        "[Container(\"a:1\", Port = 8001, Script = \"exec dotnet A.dll\")]",
        "/containers/0/script",
        "\"exec dotnet A.dll\"",
        "/containers/0/port",
        "8001")]
    [InlineData(
        ConsoleParameters.ThirdPartyLibraries,
        Image + "[PythonLibraries(\"numpy\", RequirementsFile = \"/r.txt\")]",
        "/containers/0/prepare",
        "{\"pythonRequirements\": [\"numpy\"], \"pythonRequirementsPath\": \"/r.txt\"}")]
    [InlineData(
        ConsoleParameters.EnvironmentVariables,
        Image + "[EnvironmentVariable(\"A\", \"b\")]",
        "/containers/0/env",
        "[{\"name\": \"A\", \"value\": \"b\"}]")]
    [InlineData(
        ConsoleParameters.EnvironmentVariables,
        Pmml + "[ProcessorVariable(\"A\", \"b\")]",
        "/processor_envs",
        "[{\"name\": \"A\", \"value\": \"b\"}]")]
    [InlineData(
        ConsoleParameters.HealthCheck,
        Image + "[StartupProbe(Path = \"/s\")] [LivenessProbe(TcpPort = 8000)] [ReadinessProbe(Exec = new[] { \"ok\" })]",
        "/containers/0/startup_check/http_get",
        "{\"path\": \"/s\", \"port\": 8000}",
        "/containers/0/liveness_check/tcp_socket/port",
        "8000",
        "/containers/0/health_check/exec/command",
        "[\"ok\"]")]
    [InlineData(ConsoleParameters.EnableGrpc, "[EasService(\"iris_classifier\", Grpc = true)]", "/metadata/enable_grpc", "true")]
    [InlineData(
        ConsoleParameters.ModelSettings,
        Pmml + "[Model(\"oss://b/m/\", OssEndpoint = \"oss-cn-beijing.aliyuncs.com\")]",
        "/model_path",
        "\"oss://b/m/\"",
        "/oss_endpoint",
        "\"oss-cn-beijing.aliyuncs.com\"")]
    [InlineData(ConsoleParameters.ProcessorType, Pmml, "/processor", "\"pmml\"")]
    [InlineData(
        ConsoleParameters.ModelType,
        "[Processor(\"easycv\")] [Model(\"oss://b/m/\", Config = \"{ \\\"type\\\": \\\"yolox\\\" }\")]",
        "/model_config",
        "{\"type\": \"yolox\"}")]
    [InlineData(
        ConsoleParameters.ProcessorLanguage,
        "[CustomProcessor(ProcessorLanguage.Python, \"oss://b/p.tar.gz\")]",
        "/processor_type",
        "\"python\"")]
    [InlineData(
        ConsoleParameters.ProcessorPackage,
        "[CustomProcessor(ProcessorLanguage.Cpp, \"oss://b/p.tar.gz\")]",
        "/processor_path",
        "\"oss://b/p.tar.gz\"")]
    [InlineData(
        ConsoleParameters.ProcessorMainFile,
        "[CustomProcessor(ProcessorLanguage.Cpp, \"oss://b/p.tar.gz\", MainFile = \"a.so\")]",
        "/processor_entry",
        "\"a.so\"")]
    [InlineData(
        ConsoleParameters.ProcessorMainFile,
        "[CustomProcessor(ProcessorLanguage.Java, \"oss://b/p.tar.gz\", MainClass = \"a.B\")]",
        "/processor_mainclass",
        "\"a.B\"")]
    [InlineData(ConsoleParameters.MountConfigurations, Pmml + "[OssMount(\"oss://b/c/\", \"/m\")]", "/storage/0/mount_path", "\"/m\"")]
    [InlineData(ConsoleParameters.ResourceType, Public, "/cloud/computing/instances", "[{\"type\": \"ecs.c7.large\"}]")]
    [InlineData(ConsoleParameters.ResourceType, Dedicated, "/metadata/resource", "\"eas-r-acme\"")]
    [InlineData(
        ConsoleParameters.ResourceType,
        "[ResourceQuota(\"quota1\", Type = \"Lingjun\", Priority = 5)]",
        "/metadata/quota_id",
        "\"quota1\"",
        "/metadata/quota_type",
        "\"Lingjun\"",
        "/options/priority",
        "5")]
    [InlineData(
        ConsoleParameters.GpuSharing,
        Dedicated + "[GpuResource(MemoryGB = 8, CorePercentage = 50)]",
        "/metadata/gpu_memory",
        "8",
        "/metadata/gpu_core_percentage",
        "50")]
    [InlineData(ConsoleParameters.Instances, "[EasService(\"iris_classifier\", Instances = 3)]", "/metadata/instance", "3")]
    [InlineData(
        ConsoleParameters.DedicatedResources,
        Dedicated + "[CpuResource(4, MemoryMB = 8000)] [GpuResource(1)]",
        "/metadata/cpu",
        "4",
        "/metadata/memory",
        "8000",
        "/metadata/gpu",
        "1")]
    [InlineData(
        ConsoleParameters.DeploymentResources,
        Public + "[InstanceType(\"ecs.c7.xlarge\", Capacity = \"50%\")]",
        "/cloud/computing/instances/1",
        "{\"type\": \"ecs.c7.xlarge\", \"capacity\": \"50%\"}")]
    [InlineData(
        ConsoleParameters.Bidding,
        "[InstanceType(\"ecs.c7.large\", SpotPriceLimit = 0.3)]",
        "/cloud/computing/instances/0/spot_price_limit",
        "0.3")]
    [InlineData(ConsoleParameters.ProtectionPeriod, "[SpotProtection(false)]", "/cloud/computing/disable_spot_protection_period", "true")]
    [InlineData(
        ConsoleParameters.ElasticResourcePool,
        "[ResourceGroup(\"eas-r-acme\", Elastic = true)]" + Public,
        "/metadata/resource_burstable",
        "true")]
    [InlineData(ConsoleParameters.AdditionalSystemDisk, "[SystemDisk(40)]", "/metadata/disk", "\"40Gi\"")]
    [InlineData(
        ConsoleParameters.AdditionalSystemDisk,
        "[ExtraDisk(100)]",
        "/features/eas.aliyun.com~1extra-ephemeral-storage",
        "\"100Gi\"")]
    [InlineData(
        ConsoleParameters.DistributedInference,
        "[DistributedInference(2, Rdma = 1, Master = \"{}\")]",
        "/unit/size",
        "2",
        "/metadata/rdma",
        "1",
        "/aimaster",
        "{}")]
    [InlineData(
        ConsoleParameters.RollingUpdate,
        "[RollingUpdate(MaxSurge = \"20%\", MaxUnavailable = \"1\")]",
        "/metadata/rolling_strategy",
        "{\"max_surge\": \"20%\", \"max_unavailable\": 1}")]
    [InlineData(ConsoleParameters.SharedMemory, "[SharedMemory(64)]", "/metadata/shm_size", "64")]
    [InlineData(
        ConsoleParameters.SharedMemory,
        "[LocalDiskMount(\"/dev/shm\", Medium = \"memory\", SizeLimitGB = 8)]",
        "/storage/0",
        "{\"empty_dir\": {\"medium\": \"memory\", \"size_limit\": 8}, \"mount_path\": \"/dev/shm\"}")]
    [InlineData(
        ConsoleParameters.HighPriorityRescheduling,
        "[ResourceGroup(\"eas-r-acme\", Rebalance = true)]",
        "/metadata/resource_rebalancing",
        "true")]
    [InlineData(
        ConsoleParameters.GpuDriver,
        "[GpuResource(1, Driver = \"550.127.08\")]",
        "/features/eas.aliyun.com~1gpu-driver-version",
        "\"tesla=550.127.08\"")]
    [InlineData(
        ConsoleParameters.Vpc,
        "[VpcNetwork(\"vpc-1\", \"vsw-1,vsw-2\", \"sg-1\")]",
        "/cloud/networking",
        "{\"vpc_id\": \"vpc-1\", \"vswitch_id\": \"vsw-1,vsw-2\", \"security_group_id\": \"sg-1\"}")]
    [InlineData(ConsoleParameters.MemoryCaching, "[MemoryCache]", "/options/enableCache", "true")]
    [InlineData(
        ConsoleParameters.MemoryCaching,
        "[CacheMount(\"/models\", \"/fast\", CapacityGB = 200)]",
        "/storage/0",
        "{\"cache\": {\"path\": \"/models\", \"capacity\": \"200G\"}, \"mount_path\": \"/fast\"}")]
    [InlineData(ConsoleParameters.DedicatedGateway, "[DedicatedGateway(\"gw-1\")]", "/networking/gateway", "\"gw-1\"")]
    [InlineData(ConsoleParameters.LlmRouter, "[LlmRouter]", "/metadata/type", "\"LLMGatewayService\"")]
    [InlineData(ConsoleParameters.LlmRouter, "[EasService(\"iris_classifier\", Group = \"llm\")]", "/metadata/group", "\"llm\"")]
    [InlineData(ConsoleParameters.ResponseTimeout, "[RequestHandling(TimeoutSeconds = 12.5)]", "/metadata/rpc/keepalive", "12500")]
    [InlineData(ConsoleParameters.GracefulShutdownTime, "[GracefulShutdown(45)]", "/metadata/eas.termination_grace_period", "45")]
    [InlineData(ConsoleParameters.SendSigterm, "[GracefulShutdown(45, SendSigterm = true)]", "/metadata/rpc/enable_sigterm", "true")]
    [InlineData(
        ConsoleParameters.SaveCallRecords,
        "[MaxComputeRecords(\"p\", \"t\")]",
        "/sinker",
        "{\"config\": {\"maxcompute\": {\"project\": \"p\", \"table\": \"t\"}}, \"type\": \"maxcompute\"}")]
    [InlineData(
        ConsoleParameters.SaveCallRecords,
        "[LogServiceRecords(\"p\", \"l\")]",
        "/sinker",
        "{\"config\": {\"sls\": {\"project\": \"p\", \"logstore\": \"l\"}}, \"type\": \"sls\"}")]
    [InlineData(ConsoleParameters.TaskMode, "[TaskMode]", "/metadata/workload_type", "\"elasticjob\"")]
    [InlineData(
        ConsoleParameters.SecureEncryption,
        "[SecureEnvironment(\"https://t\", \"kbs:///default/key/k\")]",
        "/confidential",
        "{\"trustee_endpoint\": \"https://t\", \"decryption_key\": \"kbs:///default/key/k\"}")]
    [InlineData(ConsoleParameters.TracingAnalysis, "[Tracing]", "/labels/EnableTrace", "\"true\"")]
    [InlineData(
        "Dynamic parameters",
        "[DynamicParameter(\"a\", 0.7)] [DynamicParameter(\"b\", \"text\")] [DynamicParameter(\"c\", \"[1, true]\")]",
        "/properties",
        "{\"a\": 0.7, \"b\": \"text\", \"c\": [1, true]}",
        "/features/eas.aliyun.com~1enable-properties",
        "\"true\"")]
    [InlineData(
        "Dynamic parameters",
        "[EasService(\"iris_classifier\", DynamicParameters = true)]",
        "/features/eas.aliyun.com~1enable-properties",
        "\"true\"")]
    [InlineData(
        "Custom metrics",
        "[CustomMetric(\"qps\", Tag = \"status\")] [Autoscale(1, 2)] [ScaleOn(\"custom[qps]@status[200]\", 5)]",
        "/metrics",
        "[{\"name\": \"qps\", \"tags\": \"status\"}]",
        "/autoscaler/strategies",
        "{\"custom[qps]@status[200]\": 5}")]
    [InlineData(ConsoleParameters.ServiceConfiguration, "[RawSetting(\"/metadata/new_key\", \"[1, 2]\")]", "/metadata/new_key", "[1, 2]")]
    public void Goes_from_the_attribute_to_the_JSON_and_back(string console, string attributes, params string[] places)
    {
        var service = attributes.Contains("EasService", StringComparison.Ordinal) ? "" : "[EasService(\"iris_classifier\")]";
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"using EasGen; {service} {attributes} public partial class Iris;",
            Eas.Describing);
        var declared = new AnnotatedClass(
            (INamedTypeSymbol)run.Compilation.GetSymbolsWithName("Iris", SymbolFilter.Type).Single()).Service;

        var written = JsonParser.Parse(Manifest(run), out var problem);
        Assert.True(written is not null, $"{console}: {problem}");
        var read = ServiceWalk.Read(written);

        Assert.Equal(
            console is ConsoleParameters.CodeBuild or ConsoleParameters.ServiceConfiguration,
            read.Findings.Count > 0);
        Assert.Equal(
            declared.Features.Where(static feature => feature.Type != Core.Features.RawSetting.FeatureType),
            read.Service.Features.Where(static feature => feature.Type != Core.Features.RawSetting.FeatureType));
        Assert.Equal(ServiceWriter.Write(declared), ServiceWriter.Write(read.Service));
        foreach (var place in places.Chunk(2))
            Assert.Equal(place[1], At(written, place[0])?.ToString());
    }

    [Fact]
    public void Every_parameter_is_tried()
    {
        var method = typeof(ConsoleParameterTests).GetMethod(nameof(Goes_from_the_attribute_to_the_JSON_and_back))!;
        var tried = method.GetCustomAttributes(inherit: false).OfType<InlineDataAttribute>()
            .Select(data => data.GetData(method).Single()[0])
            .ToHashSet();

        Assert.All(
            typeof(ConsoleParameters).GetFields().Select(static field => field.GetRawConstantValue()!),
            name => Assert.True(tried.Contains(name), $"'{name}' is not tried; give it a line in ConsoleParameterTests.cs"));
    }

    private static string Manifest(GeneratorRun run) =>
        (string)run.Compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!
            .GetMembers()
            .OfType<IFieldSymbol>()
            .Single().ConstantValue!;

    private static JsonNode? At(JsonNode root, string pointer) => JsonPointer.Segments(pointer).Aggregate(
        (JsonNode?)root,
        static (node, segment) =>
            node?.Kind == JsonKind.Array
                ? node.Items.ElementAtOrDefault(int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture))
                : node?.Find(segment));
}
