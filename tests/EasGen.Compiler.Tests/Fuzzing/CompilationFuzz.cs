using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using EasGen.Core.Reading;
using EasGen.Core.Writing;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>
/// Whatever is compiled: nothing throws (CS8785, AD0001), what is generated is C# of the project and compiles if the program does, and
/// the JSON is JSON and is read again as it was. Long: <c>EASGEN_FUZZ_COUNT=20000</c>.
/// </summary>
public class CompilationFuzz(ITestOutputHelper output)
{
    // What a raw setting says may have another place once it is read. A key that is half a character has none, escaped or not, and what
    // is no number in JSON becomes null; both are errors.
    private static readonly string[] Unsure = ["RawSetting", @"\ud800", "\ud800", "double.NaN"];

    private static readonly ConcurrentDictionary<(Known, bool), CSharpCompilation> Empty = new();

    private int compiling;

    [Fact]
    public async Task Breaks_nothing()
    {
        var programs = 0;
        await Fuzz.RunAsync(output.WriteLine, 100, random =>
        {
            Interlocked.Increment(ref programs);
            return TryAsync(FuzzedProgram.Make(random));
        });

        // A slip in the grammar would leave none.
        output.WriteLine($"{compiling} of {programs} compile");
        Assert.True(programs < 100 || compiling > programs / 10);
    }

    private async Task TryAsync(FuzzedProgram program)
    {
        var faults = new ConcurrentQueue<string>();
        try
        {
            await TryAsync(program, faults.Enqueue);
        }
        catch (Exception problem)
        {
            faults.Enqueue($"{problem}");
        }
        Assert.True(faults.IsEmpty, $"{string.Join("\n", faults)}\n\n{program}");
    }

    private async Task TryAsync(FuzzedProgram program, Action<string> fault)
    {
        // What this compiler does not know yet is its next version.
        var language = LanguageVersionFacts.TryParse(program.Language, out var known) ? known : LanguageVersion.Preview;
        var parsing = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        var input = Empty.GetOrAdd((program.Known, language >= LanguageVersion.CSharp8), Create)
            .AddSyntaxTrees(program.Files.Select((text, index) => CSharpSyntaxTree.ParseText(text, parsing, $"{index}.cs")));

        var driver = CSharpGeneratorDriver.Create([new EasServiceGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(input, out var built, out _);

        var run = driver.GetRunResult().Results.Single();
        if (run.Exception is { } exception)
            fault($"CS8785: {exception}");
        CheckCode(input, built, fault);
        CheckManifests(built, !Unsure.Any(string.Concat(program.Files).Contains), fault);
        await CheckAnalyzersAsync(input, built, fault);
    }

    private void CheckCode(Compilation input, Compilation built, Action<string> fault)
    {
        foreach (var tree in built.SyntaxTrees.Except(input.SyntaxTrees))
        {
            foreach (var broken in tree.GetDiagnostics())
                fault($"{broken}\n{tree}");
        }
        if (input.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return;
        Interlocked.Increment(ref compiling);
        foreach (var diagnostic in built.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
        {
            var isOurs = diagnostic.Location.SourceTree is { } tree && !input.ContainsSyntaxTree(tree);
            if (isOurs || diagnostic.Severity == DiagnosticSeverity.Error)
                fault($"{diagnostic}\n{diagnostic.Location.SourceTree}");
        }
    }

    private static void CheckManifests(Compilation built, bool isSure, Action<string> fault)
    {
        var manifests = built.GetTypeByMetadataName("EasGen.Generated.EasManifests");
        foreach (var field in manifests?.GetMembers().OfType<IFieldSymbol>() ?? [])
        {
            // The user may have a class of that name.
            if (field is not { ConstantValue: string json, IsConst: true, DeclaredAccessibility: Accessibility.Internal })
                continue;
            JsonDocument.Parse(json).Dispose();
            var again = Write(json);
            // Of a key that is given twice, which is an error, one stays.
            if (isSure && Difference(json, again).Length > 0 && JsonParser.Parse(json, out _) is not null)
                fault($"is read as another service: {Difference(json, again)}");
            if (Write(again) != again)
                fault($"is read as other services for ever: {Difference(again, Write(again))}");
        }
    }

    private static string Write(string json) => JsonParser.Parse(json, JsonDialect.Document, out var problem) is { } document
        ? ServiceWriter.Write(ServiceWalk.Read(document).Service)
        : throw new FormatException($"{problem!.Message} in {json}");

    // But for the order of the keys, which is another one where something is missing.
    private static string Difference(string before, string after)
    {
        var (were, are) = (Lines(before), Lines(after));
        var lines = were.Except(are).Select(static line => $"- {line}").Concat(are.Except(were).Select(static line => $"+ {line}"));
        return string.Join('\n', lines);
    }

    private static string[] Lines(string json) => Array.ConvertAll(json.Split('\n'), static line => line.TrimEnd(','));

    private static async Task CheckAnalyzersAsync(Compilation input, Compilation built, Action<string> fault)
    {
        var run = built.WithAnalyzers(Eas.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => fault($"AD0001: {analyzer} threw {exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));
        foreach (var diagnostic in await run.GetAnalyzerDiagnosticsAsync())
        {
            var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            var place = diagnostic.Location;
            if (place.SourceTree is { } tree && !(input.ContainsSyntaxTree(tree) && tree.GetRoot().FullSpan.Contains(place.SourceSpan)))
                fault($"{diagnostic} is not in the program");
            if (message.Length == 0 || message.Any(char.IsControl))
                fault($"{diagnostic} says nothing that can be read");
        }
    }

    private static CSharpCompilation Create((Known Known, bool HasNullable) key) => CSharpCompilation.Create(
        "Test",
        references: [.. References.Framework, .. Of(key.Known)],
        options: new(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: key.HasNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            allowUnsafe: true,
            warningLevel: 9999));

    private static IEnumerable<MetadataReference> Of(Known known) => known switch
    {
        Known.All => [.. Eas.Serving.ExtraReferences],
        Known.Attributes => [References.Of<EasServiceAttribute>()],
        Known.Twice => [.. Eas.Serving.ExtraReferences, Copy()],
        Known.Aliased => [.. Eas.Serving.ExtraReferences, Copy().WithAliases(["other"])],
        _ => [],
    };

    // Another version of the attributes, or what somebody has copied.
    private static PortableExecutableReference Copy()
    {
        const string source = """
            namespace EasGen
            {
                public sealed class EasServiceAttribute : System.Attribute { public EasServiceAttribute(string a, int b) { } }
                public sealed class ContainerAttribute : System.Attribute { public int Port { get; set; } }
                public sealed class PredictAttribute : System.Attribute { }
            }
            """;
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create(
            "Copy",
            [CSharpSyntaxTree.ParseText(source)],
            References.Framework,
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }
}
