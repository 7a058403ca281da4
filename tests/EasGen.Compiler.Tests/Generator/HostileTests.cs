using System.Text.Json;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>Whatever stands in an attribute, the generated code compiles and the JSON says the same text.</summary>
public class HostileTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(Repository.Root, "samples/IrisClassifier/IrisClassifier.cs"));

    public static TheoryData<string> Texts => new(
        "\"", "\"\"\"", "\"\"\"\"\"\"", "\\", "\\\"", "*/ /*", "// x", "\n", "\r\n", "\t\0\u0001", "\u2028\u2029\u0085", "{}{{}}", "${NAME}", "$\"{x}\"", "#if A\n#endif",
        "😀 中文 العربية", "\uFEFF\u202E\u200B", "</summary>", new string('x', 200_000));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_arrive_as_they_were_written(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);

        var run = GeneratorVerifier<EasServiceGenerator>.Run(Eas.Class($"[Label({literal}, {literal})] [EnvironmentVariable(\"X\", {literal})]"), Eas.Serving);

        using var json = JsonDocument.Parse(Manifest(run));
        var label = json.RootElement.GetProperty("labels").EnumerateObject().Single();
        Assert.Equal((text, text), (label.Name, label.Value.GetString()));
        Assert.Equal(text, json.RootElement.GetProperty("containers")[0].GetProperty("env")[0].GetProperty("value").GetString());
    }

    [Fact]
    public Task Half_a_surrogate_pair_is_reported() =>
        Eas.VerifyAsync(Eas.Class("[EnvironmentVariable(\"X\", {|EAS0005:\"\\ud800\"|})]"));

    [Theory]
    [InlineData("[EasService(null)]")]
    [InlineData("[EasService(\"\")]")]
    [InlineData("[EasService]")]
    [InlineData("[EasService(1)]")]
    [InlineData("[EasService(Missing.Name)]")]
    [InlineData("[EasService(\"a_b\", \"too many\")]")]
    [InlineData("[EasService(\"a_b\"), EasService(\"a_b\")]")]
    [InlineData("[EasService(\"a_b\", Nothing = 1)]")]
    [InlineData("[EasService(\"a_b\", Instances = \"x\")]")]
    [InlineData("[EasService(\"a_b\")] [Container(null, Port = int.MaxValue)]")]
    [InlineData("[EasService(\"a_b\")] [Container(\"x\")] [EnvironmentVariable(null, null, Container = int.MinValue)]")]
    [InlineData("[EasService(\"a_b\")] [Container(\"x\")] [EnvironmentVariable(\"A\", \"\", Container = int.MaxValue)]")]
    [InlineData("[EasService(\"a_b\")] [PythonLibraries(null)] [PythonLibraries(\"a\", null)] [Label(null, null)]")]
    [InlineData("[EasService(\"a_b\")] [InstanceType(\"a\", SpotPriceLimit = double.NaN)] [RequestHandling(TimeoutSeconds = double.PositiveInfinity)]")]
    [InlineData("[EasService(\"a_b\")] [Container(\"x\")] [ReadinessProbe(Exec = new string[] { null })]")]
    public async Task Wrong_attributes_crash_nothing_and_break_no_generated_code(string attributes)
    {
        var source = $"using EasGen; {attributes} partial class A {{ [Predict] public string B(string c) => c; }}";
        var options = Eas.Serving with { AllowCompileErrors = true };

        await HalfTyped.VerifyAsync(source, [new EasServiceGenerator()], Eas.Analyzers, stride: source.Length, options);
        var run = GeneratorVerifier<EasServiceGenerator>.Run(source, options);

        Assert.DoesNotContain(run.Compilation.GetDiagnostics(), diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Every_version_of_a_sample_that_is_being_typed_crashes_nothing()
    {
        var options = Eas.Serving with { AllowCompileErrors = true };

        var versions = await HalfTyped.VerifyAsync(Sample, [new EasServiceGenerator()], Eas.Analyzers, options: options);

        Assert.True(versions > Sample.Length);
    }

    private static string Manifest(GeneratorRun run) =>
        (string)run.Compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!.GetMembers().OfType<IFieldSymbol>().Single().ConstantValue!;
}
