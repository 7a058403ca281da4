using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Predictor;

internal enum MarkKind
{
    Predict,
    Probe,
    Startup,
}

/// <summary>A method and the attribute that gives it a part in serving. Holds symbols: for reading only, never for the pipeline.</summary>
internal readonly record struct MarkedMethod(MarkKind Kind, IMethodSymbol Method, AttributeData Data)
{
    /// <summary>The name of the attribute, as users write it.</summary>
    public string Attribute => FeatureReader.NameOf(Data)!;

    /// <summary>Where the attribute stands; of an inherited method without source, the class.</summary>
    public Location Place(INamedTypeSymbol service) => Data.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? MethodPlace(service);

    /// <summary>Where the method stands; of an inherited method without source, the class.</summary>
    public Location MethodPlace(INamedTypeSymbol service) =>
        Method.Locations[0].IsInSource ? Method.Locations[0] : SourceOrder.PlaceOf(service);

    public string Route => Data.Positional(0) as string ?? "/";

    /// <summary>True when the method takes many requests at once.</summary>
    public bool IsBatch => Data.Named(PredictLimits.MaxBatchSize.Name) is not null;

    /// <summary>Where the value of a property stands, else the attribute.</summary>
    public Location PlaceOf(string name, INamedTypeSymbol service)
    {
        var arguments = (Data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments ?? [];
        foreach (var argument in arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
                return argument.Expression.GetLocation();
        }
        return Place(service);
    }
}
