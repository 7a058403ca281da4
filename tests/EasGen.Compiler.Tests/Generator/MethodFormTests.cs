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
    [InlineData("bool", "static (predictor, cancellationToken) => global::System.Threading.Tasks.ValueTask.FromResult(predictor.Run()));")]
    [InlineData("Task<bool>", "static async (predictor, cancellationToken) => await predictor.Run());")]
    [InlineData("ValueTask<bool>", "static (predictor, cancellationToken) => predictor.Run());")]
    public void Probe(string type, string expected)
    {
        foreach (var result in (string[])["bool", "Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult"])
        {
            var returned = type.Replace("bool", result, StringComparison.Ordinal);
            Verify(
                $"[LivenessProbe] public {returned} Run() => throw new NotSupportedException();",
                $"service.Probe(global::EasGen.AspNetCore.EasProbe.Liveness, Eas.LivenessPath, timeoutSeconds: 3, {expected}");
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

    private static void Verify(string members, string expected)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"using System.Collections.Generic; {Eas.Class(members: members)}",
            Eas.Serving);

        Assert.Contains(expected, run["Acme.IrisClassifier.g.cs"], StringComparison.Ordinal);
    }
}
