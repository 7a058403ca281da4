using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Benchmarks;

/// <summary>A project with many annotated classes, each in its own file, and one file that has nothing to do with them.</summary>
internal static class Workload
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13);

    // Read once, as they are large.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path) is var name
                    && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                    && name != "EasGen.Compiler.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private const string Nine = """
        [EnvironmentVariable("LOG_LEVEL", "Information")]
        [InstanceType("ecs.c7.xlarge", SpotPriceLimit = 0.3)]
        [SpotProtection(true)]
        [OssMount("oss://acme-models/iris/", "/models", ReadOnly = true)]
        [RollingUpdate(MaxSurge = "1", MaxUnavailable = "0")]
        [GracefulShutdown(45, SendSigterm = true)]
        """;

    private const string Raw = """
        [RawSetting("/metadata/zone", "\"a\"")]
        """;

    private const string Many = """
        [EnvironmentVariable("REGION", "cn-shanghai")]
        [PythonLibraries("numpy==1.26.4")]
        [StartupProbe(PeriodSeconds = 5)]
        [Label("team", "vision")]
        [RequestHandling(TimeoutSeconds = 30, MaxQueueSize = 128)]
        [CpuResource(2, MemoryMB = 4000)]
        [SystemDisk(60)]
        [SharedMemory(8)]
        [VpcNetwork("vpc-acme", "vsw-acme", "sg-acme")]
        [NasMount("acme.cn-shanghai.nas.aliyuncs.com", "/", "/data")]
        [GitMount("https://example.com/acme/config.git", "/config")]
        [Spread(SpreadPolicy.Zone)]
        [Autoscale(2, 10)]
        [ScaleOn("qps", 10)]
        [LogServiceRecords("acme", "iris")]
        """;

    public static SyntaxTree Unrelated(int edit) =>
        Parse($"namespace Acme; internal static class Unrelated {{ internal static int Edit() => {edit}; }}", "Unrelated.cs");

    /// <summary>
    /// Classes with 3, 9, 10 or 25 attributes: what every service has, what many have, a raw setting beside that, and all of as many kinds
    /// as one service can have.
    /// </summary>
    public static CSharpCompilation Compilation(int classes, int attributes) => CSharpCompilation.Create(
        "Acme",
        Enumerable.Range(0, classes)
            .Select(index => Parse(Class(index, More(attributes)), $"Service{index}.cs"))
            .Prepend(Unrelated(0)),
        References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Options);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    private static string More(int attributes) => attributes switch
    {
        3 => "",
        9 => Nine,
        10 => Nine + Raw,
        25 => Nine + Many + Raw,
        _ => throw new ArgumentOutOfRangeException(nameof(attributes), attributes, "3, 9, 10 or 25"),
    };

    private static string Class(int index, string more) => $$"""
        using EasGen;

        namespace Acme;

        public sealed record Request{{index}}(double A, double B);

        public sealed record Response{{index}}(string Answer);

        [EasService("service_{{index}}", Instances = 2)]
        [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet Iris.dll")]
        [InstanceType("ecs.c7.large")]
        {{more}}
        public sealed partial class Service{{index}}
        {
            [ReadinessProbe] public bool IsReady() => true;

            [Predict] public Response{{index}} Classify(Request{{index}} request) => new(request.ToString());
        }
        """;
}
