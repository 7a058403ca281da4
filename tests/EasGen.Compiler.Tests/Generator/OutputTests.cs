using EasGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>What the generator writes, whole, as a user would read it.</summary>
public class OutputTests
{
    private const string Described = """
        using EasGen;

        namespace Acme;

        [EasService("py_server", Instances = 3, WorkspaceId = "1234", Group = "vision")]
        [Label("team", "vision")]
        [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/py:2", Port = 8001, Script = "exec python app.py")]
        [EnvironmentVariable("MODE", "中文 \"quoted\"")]
        [PythonLibraries("numpy==1.26.4", "fastapi")]
        [InstanceType("ecs.gn7i-c8g1.2xlarge", Capacity = "50%")]
        [RequestHandling(TimeoutSeconds = 1.5, WorkerThreads = 4)]
        [ReadinessProbe(Path = "/ready", PeriodSeconds = 5)]
        [LivenessProbe(TcpPort = 8001)]
        public partial class PyServer;
        """;

    private static readonly string Served = Eas.Class(
        """
        [OssMount("oss://acme-models/iris/", "/models", ReadOnly = true)]
        [RequestHandling(TimeoutSeconds = 5)]
        [GracefulShutdown(45, SendSigterm = true, DrainSeconds = 10)]
        [CustomMetric("qps", Tag = "status")]
        [CustomMetric("batch_\"size\"")]
        [DynamicParameter("threshold", 0.7)]
        [DynamicParameter("greeting", "a \"\"\" and a {brace}")]
        [DynamicParameter("routes", "{\"vip\": [1, 2]}")]
        """,
        """
        [PredictorStartup(ExitOnFailure = true)] public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            [ReadinessProbe] public bool IsReady() => true;
            [LivenessProbe(Path = "/alive", TimeoutSeconds = 1)]
            public static ValueTask<bool> IsAlive(CancellationToken token) => new(true);
            /// <summary>
            /// Tells the species of a
            /// <see cref="Request"/>, "as it is".
            /// </summary>
            /// <remarks>Fast.<para>Needs <c>four</c> numbers.</para></remarks>
            [Predict(MaxConcurrency = 4, MaxQueue = 16)] public Answer Classify(Request request) => new(request.ToString());
            [Predict("/again")] public Answer Classify(Answer request) => request;
            [Predict("/later")]
            public async Task<Answer?> ClassifyLater(Request request, CancellationToken token) { await Task.Delay(1, token); return null; }
            [Predict("/stream")]
            public System.Collections.Generic.IAsyncEnumerable<Answer?> Tell(Request request, CancellationToken token) =>
                throw new NotSupportedException();
            [Predict("/stream/later")]
            public static ValueTask<System.Collections.Generic.IAsyncEnumerable<int>> TellLater(Request request) =>
                throw new NotSupportedException();
        """);

    [Fact]
    public Task A_class_that_describes_a_service_gets_its_constants_and_its_manifest() =>
        VerifyAsync(Described, Eas.Describing, "Described");

    [Fact]
    public Task A_predictor_gets_what_the_runtime_needs_too() => VerifyAsync(Served, Eas.Serving, "Served");

    [Fact]
    public Task Old_languages_get_code_that_they_understand() => VerifyAsync(
        """
        namespace Acme
        {
            [EasGen.EasService("old_one")]
            [EasGen.Container("acme/old:1", Command = "dotnet Old.dll")]
            public partial class Old { }
        }
        """,
        Eas.Describing with { LanguageVersion = LanguageVersion.CSharp7_3 },
        "OldLanguage");

    [Fact]
    public void A_predictor_without_the_runtime_still_gets_constants_and_manifest()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(Served, Eas.Describing);

        Assert.DoesNotContain("AspNetCore", run["Acme.IrisClassifier.g.cs"], StringComparison.Ordinal);
        Assert.Contains("/healthz/ready", run["Acme.IrisClassifier-Manifest.g.cs"], StringComparison.Ordinal);
    }

    private static Task VerifyAsync(string source, TestOptions options, string golden)
    {
        var written = GeneratorVerifier<EasServiceGenerator>.Run(source, options).Sources;
        Golden.Verify(string.Join("\n", written.Select(static file => $"//// {file.Key}\n{file.Value}")), $"../Golden/{golden}.txt");

        return GeneratorVerifier<EasServiceGenerator>.VerifyAsync(source, written, options);
    }
}
