using EasGen.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Tests;

/// <summary>The README, and the page of the playground, show what the compiler, the analyzers and the generator really do.</summary>
public class ReadmeTests
{
    // What a web project has without writing it, and the model of the sample.
    private const string Usings = """
        global using System;
        global using System.Threading.Tasks;
        global using Iris;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private static readonly MarkdownFile Readme = MarkdownFile.Read(Repository.At("README.md"));

    private static readonly string Service = First("csharp");

    private static readonly TestOptions Options = Eas.Built with
    {
        ExtraReferences =
        [
            .. Eas.Built.ExtraReferences,
            References.Of<Iris.IrisModel>(),
            References.Of(typeof(EasPlaygroundExtensions)),
            References.Of(typeof(EasServiceFactory<>)),
            References.Of(typeof(WebApplicationFactory<>)),
        ],
    };

    public static TheoryData<string> Programs =>
    [
        .. Readme.Code.Concat(MarkdownFile.Read(Repository.At("docs", "playground.md")).Code)
            .Where(static code => code.Language == "csharp")
            .Select(static code => code.Text),
    ];

    [Theory, MemberData(nameof(Programs))]
    public async Task Its_code_compiles_and_breaks_no_rule(string program) => Assert.Empty(await DiagnosticsOf(program));

    [Fact]
    public async Task Its_error_is_the_one_of_the_compiler()
    {
        var wrong = Service.Replace("Port = 8000", "Port = 8080", StringComparison.Ordinal);
        var error = Assert.Single(await DiagnosticsOf(wrong));
        var span = error.Location.GetLineSpan().Span;
        var line = error.Location.SourceTree!.GetText().Lines[span.Start.Line].ToString();
        var underline = new string(' ', span.Start.Character) + new string('~', span.End.Character - span.Start.Character);

        Assert.Equal($"{line}\n{underline}\n{error}\n", First("text"));
    }

    [Fact]
    public void Its_JSON_is_the_artifact_of_its_class()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run([Service, Usings], Options with { Generators = [] });
        var manifest = run.Compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!.GetMembers().OfType<IFieldSymbol>().Single();

        Assert.Equal(manifest.ConstantValue, First("json"));
    }

    private static async Task<Diagnostic[]> DiagnosticsOf(string program)
    {
        var root = CSharpSyntaxTree.ParseText(program).GetCompilationUnitRoot();
        var isProgram = root.Members.Any(static member => member is GlobalStatementSyntax);
        var options = Options with { OutputKind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary };
        Sources sources = isProgram
            ? [("Program.cs", program), ("IrisClassifier.cs", Service), Usings]
            : [("IrisClassifier.cs", program), Usings];

        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(Eas.Analyzers, sources, options);
        return [.. diagnostics.Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
    }

    private static string First(string language) => Readme.Code.First(code => code.Language == language).Text;
}
