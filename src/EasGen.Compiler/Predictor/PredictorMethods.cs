using EasGen.Compiler.Declared;
using EasGen.Core;

namespace EasGen.Compiler.Predictor;

/// <summary>The methods of a class that EasGen.AspNetCore calls. Cacheable, like all the pipeline carries.</summary>
/// <param name="Startup">Loads the model; null when the class has no such method.</param>
/// <param name="ExitsOnFailure">Whether the process ends when the model cannot be loaded.</param>
/// <param name="Checks">The methods that are probes, by the attribute of the probe.</param>
/// <param name="Predictions">The methods that answer requests.</param>
/// <param name="Notices">The ids that the compiler reports wherever their signatures are used.</param>
internal sealed record PredictorMethods(
    MethodCall? Startup,
    bool ExitsOnFailure,
    EquatableArray<ProbeCheck> Checks,
    EquatableArray<Prediction> Predictions,
    EquatableArray<string> Notices)
{
    public MethodCall? CheckOf(FeatureType probe)
    {
        foreach (var check in Checks)
        {
            if (check.Probe == probe.Attribute)
                return check.Call;
        }
        return null;
    }
}

/// <summary>How a method is called.</summary>
/// <param name="Base">The type that it is inherited from, as code names it; null for a method of the class itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsStatic">Whether it needs no predictor.</param>
/// <param name="TakesToken">Whether it takes a cancellation token.</param>
/// <param name="Returns">How it gives its result back.</param>
internal sealed record MethodCall(string? Base, string Name, bool IsStatic, bool TakesToken, ReturnKind Returns)
{
    /// <summary>What stands in front of the dot. By its base a method is found whatever overloads the class adds.</summary>
    public string Target(DeclaredType type) => IsStatic ? Base ?? type.GlobalName() : Base is null ? "predictor" : $"(({Base})predictor)";
}

/// <summary>How a method gives its result back.</summary>
internal enum ReturnKind
{
    Void,
    Value,
    Task,
    ValueTask,
}

/// <summary>A method that is the check of a probe.</summary>
internal sealed record ProbeCheck(string Probe, MethodCall Call);

/// <summary>A method that answers POST requests at a route.</summary>
/// <param name="Route">The route.</param>
/// <param name="Call">How it is called.</param>
/// <param name="RequestType">What one caller sends.</param>
/// <param name="ResponseType">What one caller gets; of a stream, each item.</param>
/// <param name="Kind">How it takes requests and answers them.</param>
/// <param name="Wire">How a client calls it.</param>
/// <param name="Limits">The numbers that limit its calls, by their names, as far as they are said.</param>
/// <param name="Docs">What its documentation comment says.</param>
internal sealed record Prediction(
    string Route,
    MethodCall Call,
    string RequestType,
    string ResponseType,
    PredictionKind Kind,
    Wire Wire,
    EquatableArray<(string Name, int Number)> Limits,
    MethodDocs Docs);

/// <summary>What goes over the wire.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="Answer">What comes back; of a stream, each item.</param>
/// <param name="Visibility">From where code can name the types of both.</param>
internal readonly record struct Wire(Payload Request, Payload Answer, Visibility Visibility);

/// <summary>How a method takes requests and answers them.</summary>
internal enum PredictionKind
{
    /// <summary>One request, one answer.</summary>
    Single,

    /// <summary>One request, an answer item by item.</summary>
    Stream,

    /// <summary>Many requests, an answer for each.</summary>
    Batch,
}
