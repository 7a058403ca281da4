using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>From the files and options of a test to one of Roslyn's testing library.</summary>
internal static class RoslynTest
{
    // A framework without assemblies, so that none is downloaded. Those of the test are additional references.
    private static readonly ReferenceAssemblies Net = new($"net{Environment.Version.ToString(2)}");

    public static TTest Of<TTest>(this TTest test, Sources sources, TestOptions options) where TTest : AnalyzerTest<DefaultVerifier>
    {
        test.ReferenceAssemblies = Net;
        test.CompilerDiagnostics = options.AllowCompileErrors ? CompilerDiagnostics.None : CompilerDiagnostics.Errors;
        test.MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        // What a pragma silences and what is generated have tests of their own, which the others need not repeat.
        test.TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        test.TestState.OutputKind = options.OutputKind;
        test.TestState.Sources.AddRange(sources.Texts());
        test.TestState.AdditionalFiles.AddRange(options.AdditionalFiles.Texts());
        test.TestState.AdditionalReferences.AddRange(options.AllReferences);
        if (!options.BuildProperties.IsEmpty)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", options.GlobalConfig()));

        test.SolutionTransforms.Add((solution, project) => solution
            .WithProjectAssemblyName(project, TestCompilation.AssemblyName)
            .WithProjectCompilationOptions(project, options.CompilationOptions)
            .WithProjectParseOptions(project, options.ParseOptions));
        return test;
    }

    public static IEnumerable<(string Path, SourceText Text)> Texts(this Sources sources) =>
        sources.Select(static source => (source.Path, SourceText.From(source.Text)));

    private static string GlobalConfig(this TestOptions options) => "is_global = true\n"
        + string.Concat(options.BuildProperties.Select(static property => $"build_property.{property.Key} = {property.Value}\n"));
}
