using System.Collections.Immutable;
using EasGen.Compiler.Client;
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
        public const string Named = nameof(Named);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Every annotated class as a value: its settings, its methods, its shape. Symbols stay behind here.
        var services = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.EasServiceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                DeclaredService.Read)
            .WithTrackingName(Steps.Services)
            // What follows from the settings does so again only when they change; the classes are read after every edit.
            .Select(static (service, _) => service?.Complete());

        // A file of its own for each, whatever the classes are called.
        var all = services.Collect();
        var named = all
            .SelectMany(static (services, _) => FileNames.Assign(services))
            .WithTrackingName(Steps.Named);

        // What user code can see: constants, probes and the predict endpoint.
        context.RegisterSourceOutput(named, static (output, item) =>
        {
            if (item.Service.HasPartial)
                output.AddSource($"{item.FileName}.g.cs", PartialSource.Write(item.Service));
        });

        // What calls the service, in a project that wants it.
        var clients = all
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ClientSource.IsWanted(options)))
            .SelectMany(static (wanted, _) => wanted.Right ? FileNames.Assign(wanted.Left) : ImmutableArray<NamedService>.Empty);
        context.RegisterSourceOutput(clients, static (output, item) =>
        {
            if (item.Service.HasPartial && ClientSource.Write(item.Service) is { } client)
                output.AddSource($"{item.FileName}-Client.g.cs", client);
        });

        // What only the build reads. The IDE may skip it while the user types.
        context.RegisterImplementationSourceOutput(named, static (output, item) =>
        {
            if (item.Service.HasManifest)
                output.AddSource($"{item.FileName}-Manifest.g.cs", ManifestSource.Write(item));
        });
    }
}
