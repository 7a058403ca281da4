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
        "\"", "\"\"\"", "\"\"\"\"\"\"", "\\", "\\\"", "*/ /*", "// x", "\n", "\r\n", "\t\0\u0001", "\u2028\u2029\u0085",
        "{}{{}}", "${NAME}", "$\"{x}\"", "#if A\n#endif", "😀 中文 العربية", "\uFEFF\u202E\u200B", "</summary>", new string('x', 200_000));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_arrive_as_they_were_written(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);

        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            Eas.Class($"[Label({literal}, {literal})] [EnvironmentVariable(\"X\", {literal})]"),
            Eas.Serving);

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
    [InlineData(
        "[EasService(\"a_b\")] [InstanceType(\"a\", "
        + "SpotPriceLimit = double.NaN)] [RequestHandling(TimeoutSeconds = double.PositiveInfinity)]")]
    [InlineData("[EasService(\"a_b\")] [Container(\"x\")] [ReadinessProbe(Exec = new string[] { null })]")]
    public async Task Wrong_attributes_crash_nothing_and_break_no_generated_code(string attributes)
    {
        var source = $"using EasGen; {attributes} partial class A {{ [Predict] public string B(string c) => c; }}";
        var options = Eas.Serving with { AllowCompileErrors = true };

        await HalfTyped.VerifyAsync(source, [new EasServiceGenerator()], Eas.Analyzers, stride: source.Length, options);
        var run = GeneratorVerifier<EasServiceGenerator>.Run(source, options);

        Assert.DoesNotContain(run.Compilation.GetDiagnostics(), diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("A : System", "string B(string c) => c;")]
    [InlineData("A : Missing", "string B(string c) => c;")]
    [InlineData("A : Missing<int>.Inner", "string B(string c) => c;")]
    [InlineData("A", "int?? B(string c) => 1;")]
    [InlineData("A", "System.Threading.Tasks.ValueTask<int??> B(string c) => default;")]
    [InlineData("A", "System.Nullable<int>?[] B(int?? c) => null;")]
    [InlineData("A", "string B(System.Collections.Generic.List<int??> c) => null;")]
    public void Wrong_types_crash_nothing_and_break_no_generated_code(string type, string method)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"using EasGen; [EasService(\"a_b\")] partial class {type} {{ [Predict] public {method} }}",
            Eas.Serving with { AllowCompileErrors = true });

        Assert.Empty(run.Compilation.SyntaxTrees
            .Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(static tree => tree.GetDiagnostics()));
    }

    [Fact]
    public async Task Every_version_of_a_sample_that_is_being_typed_crashes_nothing()
    {
        var options = Eas.Serving with { AllowCompileErrors = true };

        var versions = await HalfTyped.VerifyAsync(Sample, [new EasServiceGenerator()], Eas.Analyzers, options: options);

        Assert.True(versions > Sample.Length);
    }

    [Fact]
    public async Task So_does_every_version_of_a_program_that_contradicts_its_service()
    {
        const string program = """
            using System.Threading;
            using System.Threading.Tasks;
            using EasGen;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Hosting;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = System.TimeSpan.FromMinutes(1));
            builder.WebHost.UseUrls("http://localhost:5000").ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 80));
            var app = builder.Build();
            var api = app.MapGroup("/api");
            if (app.Environment.IsDevelopment()) { api.MapGet("/health", () => ""); }
            System.AppDomain.CurrentDomain.ProcessExit += (_, _) => { };
            app.Lifetime.ApplicationStopping.Register(() => { });
            [EasService("a_b"), Container("a/b:1", Port = 8000, Command = "dotnet A.dll"), ReadinessProbe(Path = "/ready")] partial class A;
            [Route("[controller]")] public class B : ControllerBase { [HttpGet("{id}")] public string Get(string id) => id; }
            class C : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken t) => Task.CompletedTask;
                public override Task StopAsync(CancellationToken t) => Task.Delay(1);
            }
            """;
        var options = Eas.Serving with { OutputKind = OutputKind.ConsoleApplication };

        await HalfTyped.VerifyAsync(program, [new EasServiceGenerator()], Eas.Analyzers, stride: 5, options);
    }

    private static string Manifest(GeneratorRun run) =>
        (string)run.Compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!
            .GetMembers()
            .OfType<IFieldSymbol>()
            .Single().ConstantValue!;
}
