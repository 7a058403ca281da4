using EasGen.Compiler.Declared;
using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>Finds the methods of a class that EasGen.AspNetCore calls.</summary>
internal static class PredictorReader
{
    /// <summary>
    /// True when requests or probes of the class are answered by EasGen.AspNetCore, so that the JSON declares its probes.
    /// </summary>
    public static bool IsServed(INamedTypeSymbol type, List<MarkedMethod> methods) =>
        methods.Exists(static method => method.Kind is MarkKind.Predict or MarkKind.Probe) || ModelClients.AreIn(type);

    /// <summary>Null when nothing is served, or when it cannot be; an analyzer says why.</summary>
    public static PredictorMethods? Read(
        INamedTypeSymbol type,
        List<MarkedMethod> methods,
        bool isServed,
        Compilation compilation,
        CancellationToken cancellation)
    {
        if (type.IsAbstract || type.IsStatic || (methods.Count == 0 && !isServed) || !CanBeServed(compilation))
            return null;

        // The first method that starts, and the first of each route; an analyzer says it of the others.
        var (startup, exits) = (default(MethodCall), false);
        var (checks, predictions) = (new List<ProbeCheck>(methods.Count), new List<Prediction>(methods.Count));
        var called = new List<IMethodSymbol>(methods.Count);
        foreach (var method in methods)
        {
            if (!IsCallable(method))
                continue;
            if (method.Kind == MarkKind.Startup && startup is null)
                (startup, exits) = (MethodShape.CallOf(method.Method, type), method.Data.Named("ExitOnFailure") is true);
            else if (method.Kind == MarkKind.Probe)
                checks.Add(new(method.Attribute, MethodShape.CallOf(method.Method, type)));
            else if (method.Kind == MarkKind.Predict && !HasRoute(predictions, method.Route))
                predictions.Add(PredictionOf(method, type, cancellation));
            else
                continue;
            called.Add(method.Method);
        }
        return new(
            startup,
            exits,
            EquatableArray<ProbeCheck>.Of([.. checks]),
            EquatableArray<Prediction>.Of([.. predictions]),
            Notices.Of(called));
    }

    private static bool HasRoute(List<Prediction> predictions, string route)
    {
        foreach (var other in predictions)
        {
            if (string.Equals(RouteKey(other.Route), RouteKey(route), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsCallable(MarkedMethod method) => method.Kind switch
    {
        MarkKind.Startup => MethodShape.StartupProblem(method.Method) is null,
        MarkKind.Probe => MethodShape.CheckProblem(method.Method) is null,
        _ => MethodShape.PredictionProblem(method.Method) is null
            && BatchShape.Problem(method) is null
            && (!method.IsBatch || PredictLimits.MaxBatchSize.Of(method) is not null)
            && RouteProblem(method.Route) is null,
    };

    /// <summary>True when the runtime is there, and the language has what its interface needs.</summary>
    public static bool CanBeServed(Compilation compilation) => HasRuntime(compilation) && HasLanguage(compilation);

    public static bool HasRuntime(Compilation compilation) => compilation.GetTypeByMetadataName(KnownNames.ServiceInterface) is not null;

    /// <summary>Static members of interfaces came with C# 11.</summary>
    public static bool HasLanguage(Compilation compilation) => ((CSharpCompilation)compilation).LanguageVersion >= LanguageVersion.CSharp11;

    /// <summary>What tells two routes apart, beside case: a slash at the end does not.</summary>
    public static string RouteKey(string route) => route.TrimEnd('/');

    /// <summary>What is wrong with a route; null for one that can be mapped.</summary>
    public static string? RouteProblem(string route) =>
        !route.StartsWith("/", StringComparison.Ordinal) ? "does not start with '/'"
        : route.IndexOf("//", StringComparison.Ordinal) >= 0 ? "has an empty segment"
        : route.IndexOfAny(['{', '}', '?', '#', '*', ' ', '\\']) >= 0
            || route.Any(char.IsControl)
            || Unicode.LoneSurrogate(route) >= 0 ? "contains characters that a plain path cannot have"
        : null;

    /// <summary>The marked methods that have a part in serving.</summary>
    public static List<MarkedMethod> Marked(List<Mark> marks)
    {
        var methods = new List<MarkedMethod>(marks.Count);
        foreach (var (method, attribute) in marks)
        {
            if (KindOf(attribute.AttributeClass) is { } kind)
                methods.Add(new(kind, method, attribute));
        }
        return methods;
    }

    /// <summary>The part that the class of an attribute gives a method; null when it gives none.</summary>
    public static MarkKind? KindOf(ITypeSymbol? attribute)
    {
        if (!FeatureReader.IsOurs(attribute))
            return null;
        return attribute!.Name switch
        {
            KnownNames.Predict => MarkKind.Predict,
            KnownNames.PredictorStartup => MarkKind.Startup,
            var name => FeatureCatalog.Find(name) is { } featureType && Probe.IsProbe(featureType) ? MarkKind.Probe : null,
        };
    }

    private static Prediction PredictionOf(MarkedMethod marked, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var method = marked.Method;
        var request = marked.IsBatch ? BatchShape.RequestTypeOf(method) : MethodShape.RequestTypeOf(method);
        var response = marked.IsBatch ? BatchShape.ResponseTypeOf(method) : MethodShape.ResponseTypeOf(method);
        return new(
            marked.Route,
            MethodShape.CallOf(method, type),
            MethodShape.NameOf(request),
            MethodShape.NameOf(response),
            marked.IsBatch ? PredictionKind.Batch : MethodShape.IsStream(method) ? PredictionKind.Stream : PredictionKind.Single,
            new(
                Payloads.OfRequest(request),
                Payloads.OfAnswer(response),
                Visibilities.Least(Visibilities.Of(request), Visibilities.Of(response))),
            PredictLimits.SaidBy(marked),
            MethodDocs.Of(method, cancellation));
    }
}
