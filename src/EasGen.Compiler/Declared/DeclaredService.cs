using EasGen.Compiler.Predictor;
using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Declared;

/// <summary>
/// One annotated class as the pipeline carries it. Cacheable: it and all it holds are immutable, equal by value, and free
/// of symbols, syntax and locations.
/// </summary>
/// <param name="Type">The class, as far as a partial of it has to repeat it.</param>
/// <param name="Service">What the attributes say, and once it is complete, what follows from that.</param>
/// <param name="IsServed">True when EasGen.AspNetCore answers its requests or its probes.</param>
/// <param name="Predictor">What its methods do when EasGen.AspNetCore serves it; null when nothing is served.</param>
/// <param name="HasManifest">False for a half-typed [EasService], which says nothing yet.</param>
/// <param name="Language">The C# version of the project, as the number the compiler gives it.</param>
internal sealed record DeclaredService(
    DeclaredType Type,
    Service Service,
    bool IsServed,
    PredictorMethods? Predictor,
    bool HasManifest,
    int Language)
{
    /// <summary>What the compiler would report of the generated code as it does of the user's.</summary>
    public EquatableArray<string> Notices => Type.HasLowerCaseName
        ? EquatableArray<string>.Of(["CS8981", .. Predictor?.Notices ?? default])
        : Predictor?.Notices ?? default;

    public bool HasNullable => Language >= (int)LanguageVersion.CSharp8;

    public bool HasFileScopedNamespaces => Language >= (int)LanguageVersion.CSharp10;

    public bool HasRawStrings => Language >= (int)LanguageVersion.CSharp11;

    /// <summary>A class that cannot take a partial gets none; an analyzer says why.</summary>
    public bool HasPartial => Type.CanBeExtended && Service.First(EasService.FeatureType)?[EasService.Name] is { Length: > 0 };

    public static DeclaredService? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // A second [EasService] on another part of the class is the compiler's error; the first one counts.
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || !DeclaredType.HasName(type)
            || First(context, type) is not { } attribute)
            return null;

        cancellation.ThrowIfCancellationRequested();
        var marks = Marks.Of(type);
        var methods = PredictorReader.Marked(marks);
        var isServed = PredictorReader.IsServed(type, methods);
        return new(
            DeclaredType.Of(type),
            new(Features(FeatureReader.Read(type, marks))),
            isServed,
            PredictorReader.Read(type, methods, isServed, context.SemanticModel.Compilation, cancellation),
            attribute.AttributeConstructor is not null,
            (int)((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion);
    }

    /// <summary>The service with what is written although nobody said it.</summary>
    public DeclaredService Complete() => this with { Service = Defaults.Complete([.. Service.Features], IsServed) };

    private static EquatableArray<Feature> Features(List<DeclaredFeature> declared)
    {
        var features = new Feature[declared.Count];
        for (var i = 0; i < features.Length; i++)
            features[i] = declared[i].Feature;
        return EquatableArray<Feature>.Of(features);
    }

    // The attribute, if it is the first of its kind and this is the declaration it stands on.
    private static AttributeData? First(GeneratorAttributeSyntaxContext context, INamedTypeSymbol type)
    {
        var first = FeatureReader.Named(type);
        var home = first?.ApplicationSyntaxReference;
        return home is not null && context.TargetNode.SyntaxTree == home.SyntaxTree && context.TargetNode.FullSpan.Contains(home.Span)
            ? first
            : null;
    }
}
