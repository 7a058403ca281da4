using EasGen.Compiler.Declared;
using EasGen.Compiler.Manifest;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler;

/// <summary>
/// Turns every class with <c>[EasService]</c> into a partial that knows its own deployment, and into the service JSON in a
/// constant. It says nothing about wrong settings: that is the analyzers' work, which see the same service.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class EasServiceGenerator : IIncrementalGenerator
{
    /// <summary>The names under which tests watch the steps.</summary>
    internal static class Steps
    {
        public const string Services = nameof(Services);
        public const string Twins = nameof(Twins);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Every annotated class as a value: its settings, its methods, its shape. Symbols stay behind here.
        var services = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.EasServiceAttribute, static (node, _) => node is TypeDeclarationSyntax, DeclaredService.Read)
            .WithTrackingName(Steps.Services);

        // Classes whose names differ in case only would fight for one file name.
        var twins = services.Collect()
            .Select(static (all, _) => FileNames.Twins(all))
            .WithTrackingName(Steps.Twins);

        var outputs = services.Combine(twins);

        // What user code can see: constants, probes and the predict endpoint.
        context.RegisterSourceOutput(outputs, static (output, item) =>
        {
            if (item.Left is { HasPartial: true } service)
                output.AddSource(FileNames.For(service, item.Right, ""), PartialSource.Write(service));
        });

        // What only the build reads. The IDE may skip it while the user types.
        context.RegisterImplementationSourceOutput(outputs, static (output, item) =>
        {
            if (item.Left is { HasManifest: true } service)
                output.AddSource(FileNames.For(service, item.Right, "-Manifest"), ManifestSource.Write(service));
        });
    }
}
