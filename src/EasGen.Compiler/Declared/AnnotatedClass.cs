using EasGen.Compiler.Predictor;
using EasGen.Core.Catalog;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>
/// An annotated class with its attributes, and the service that they make. Each feature of the service knows its attribute, whatever
/// completion put before it. Holds symbols: for one analysis, never for the pipeline.
/// </summary>
internal sealed class AnnotatedClass
{
    private readonly int[] origins;

    public AnnotatedClass(INamedTypeSymbol type)
    {
        Type = type;
        var marks = Marks.Of(type);
        Declared = FeatureReader.Read(type, marks);
        Methods = PredictorReader.Marked(marks);
        IsServed = PredictorReader.IsServed(type, Methods);
        Service = Defaults.Complete(Features(), IsServed, out origins);
    }

    public INamedTypeSymbol Type { get; }

    public List<DeclaredFeature> Declared { get; }

    /// <summary>The methods with a part in serving, in the order of their places.</summary>
    public List<MarkedMethod> Methods { get; }

    /// <summary>True when EasGen.AspNetCore answers its requests or its probes.</summary>
    public bool IsServed { get; }

    public Service Service { get; }

    /// <summary>Which of the declared features the feature of the service is; -1 for one that nobody wrote.</summary>
    public int OriginOf(int feature) => origins[feature];

    /// <summary>What the attributes say, in a list of the caller's own.</summary>
    public List<Feature> Features() => Declared.ConvertAll(static declared => declared.Feature);
}
