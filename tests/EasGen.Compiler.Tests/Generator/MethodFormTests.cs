using EasGen.Testing;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>Whatever a method returns, the runtime gets it in one form.</summary>
public class MethodFormTests
{
    [Theory]
    [InlineData(
        "void",
        "(predictor, cancellationToken) =>\n        {\n            predictor.Run();\n            return default;\n        });")]
    [InlineData("Task", "(predictor, cancellationToken) => new(predictor.Run()));")]
    [InlineData("ValueTask", "(predictor, cancellationToken) => predictor.Run());")]
    public void Startup(string type, string expected) =>
        Verify($"[PredictorStartup] public {type} Run() => throw new NotSupportedException(); [ReadinessProbe] public bool A() => true;",
            $"service.Startup(static {expected}");

    [Theory]
    [InlineData("bool", "static (predictor, cancellationToken) => predictor.Run());")]
    [InlineData("Task<bool>", "static async (predictor, cancellationToken) => await predictor.Run());")]
    [InlineData("ValueTask<bool>", "static (predictor, cancellationToken) => predictor.Run());")]
    public void Probe(string type, string expected)
    {
        foreach (var result in (string[])["bool", "Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult"])
        {
            var returned = type.Replace("bool", result, StringComparison.Ordinal);
            Verify(
                $"[LivenessProbe] public {returned} Run() => throw new NotSupportedException();",
                $"service.LivenessProbe(Eas.LivenessPath, timeoutSeconds: 3).Check({expected}");
        }
    }

    [Theory]
    [InlineData("int", "Predict", "predictor.Run(request)")]
    [InlineData("Task<int>", "PredictAsync", "new(predictor.Run(request))")]
    [InlineData("ValueTask<int>", "PredictAsync", "predictor.Run(request)")]
    [InlineData("IAsyncEnumerable<int>", "PredictStream", "new(predictor.Run(request))")]
    [InlineData("Task<IAsyncEnumerable<int>>", "PredictStream", "new(predictor.Run(request))")]
    [InlineData("ValueTask<IAsyncEnumerable<int>>", "PredictStream", "predictor.Run(request)")]
    public void Predict(string type, string method, string expected) =>
        Verify($"[Predict] public {type} Run(int request) => throw new NotSupportedException();",
            $"service.{method}<int, int>(\"/\", static (predictor, request, cancellationToken) => {expected}, new()");

    [Theory]
    [InlineData("int[]", "IReadOnlyList<string>", "PredictBatch<string, int>", "predictor.Run(batch)")]
    [InlineData("List<int>", "string[]", "PredictBatch<string, int>", "predictor.Run(batch)")]
    [InlineData("Task<int[]>", "string[]", "PredictBatchAsync<string, int>", "await predictor.Run(batch)")]
    [InlineData("ValueTask<IReadOnlyList<int>>", "byte[][]", "PredictBatchAsync<byte[], int>", "await predictor.Run(batch)")]
    [InlineData("BatchItemResult<int>[]", "int[]", "PredictBatch<int, int>", "predictor.Run(batch)")]
    [InlineData("Task<BatchItemResult<int>[]>", "int[]", "PredictBatchAsync<int, int>", "await predictor.Run(batch)")]
    public void Batch(string answer, string request, string method, string expected) =>
        Verify(
            $"[Predict(MaxBatchSize = 4, MaxQueue = 8)] public {answer} Run({request} batch) => throw new NotSupportedException();",
            $"service.{method}(\"/\", static {(expected.StartsWith("await", StringComparison.Ordinal) ? "async " : "")}"
            + $"(predictor, batch, cancellationToken) => {expected}, new()\n        {{\n            OperationId = \"Run\",\n"
            + "            MaxQueue = 8,\n            MaxBatchSize = 4,\n        });");

    [Theory]
    [InlineData("MaxBatchSize = 1")]
    [InlineData("MaxBatchSize = 5000")]
    public void A_batch_that_is_none_is_left_out(string argument)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            Eas.Class(members: $"[Predict({argument})] public int[] Run(int[] batch) => batch;"),
            Eas.Serving);

        Assert.DoesNotContain("predictor.Run", run["Acme.IrisClassifier.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_without_a_batch_is_left_out() => Verify(
        "[Predict(MaxBatchDelayMilliseconds = 5)] public int Run(int request) => request;",
        "predictor.Run(request), new()\n        {\n            OperationId = \"Run\",\n        });");

    private static void Verify(string members, string expected)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"using System.Collections.Generic; {Eas.Class(members: members)}",
            Eas.Serving);

        Assert.Contains(expected, run["Acme.IrisClassifier.g.cs"], StringComparison.Ordinal);
    }
}
