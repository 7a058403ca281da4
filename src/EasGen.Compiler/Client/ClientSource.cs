using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.Client;

/// <summary>
/// Writes the class that calls a service with its own types. It needs nothing but .NET, so that a project that must not know the
/// service can compile the file too.
/// </summary>
internal sealed class ClientSource(DeclaredService service, PredictorMethods predictor)
{
    private const string Token = "global::System.Threading.CancellationToken";
    private const string Task = "global::System.Threading.Tasks.Task";

    private readonly string name = service.Type.Name + "Client";
    private readonly Prediction[] called =
        [.. predictor.Predictions.Where(static prediction => prediction.Wire.Visibility != Visibility.Part)];

    /// <summary>Whether the project asks for clients.</summary>
    public static bool IsWanted(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue($"build_property.{KnownNames.ClientProperty}", out var wanted)
        && string.Equals(wanted, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for a service that has no predict method whose types others can name.</summary>
    public static string? Write(DeclaredService service)
    {
        if (service.Predictor is not { } predictor || new ClientSource(service, predictor) is not { called.Length: > 0 } client)
            return null;
        return SourceWriter.File(service, service.Type.Namespace, file => client.WriteIn(file, depth: 0), service.Notices);
    }

    // A nested class has its client beside it.
    private void WriteIn(SourceWriter writer, int depth)
    {
        if (depth < service.Type.Headers.Count - 1)
            writer.Block(service.Type.Headers[depth], inner => WriteIn(inner, depth + 1));
        else
            writer
                .Line($"/// <summary>Calls the service that <c>{service.Type.Name}</c> declares, with the same types.</summary>")
                .MadeByUs()
                .NotCovered()
                .Block($"{service.Type.Modifier} sealed class {DeclaredType.Escape(name)}", WriteBody);
    }

    private void WriteBody(SourceWriter body)
    {
        body.Code(ClientCode.Fields).Line()
            .Code(ClientCode.ConstructorDocs)
            .Line($"public {DeclaredType.Escape(name)}(")
            .Code(ClientCode.Constructor).Line()
            .Code(ClientCode.MaxRetries);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prediction in called)
            WriteMethod(body.Line(), prediction, NameOf(prediction.Call.Name, names));
        var helpers = called.SelectMany(static one => new[] { BodyOf(one).Helper, AnswerOf(one).Helper });
        foreach (var helper in helpers.OfType<string>().Distinct())
            body.Line().Code(helper);
        body.Line().Code(ClientCode.Send).Line().Code(ProblemExceptionCode.Text);
    }

    private static void WriteMethod(SourceWriter body, Prediction prediction, string method)
    {
        var isStream = prediction.Kind == PredictionKind.Stream;
        var modifier = prediction.Wire.Visibility == Visibility.Everywhere ? "public" : "internal";
        var route = SymbolDisplay.FormatLiteral(prediction.Route, quote: true);
        var answer = AnswerOf(prediction);
        body.Line($"/// <summary>{Docs(prediction.Docs.Summary ?? $"Calls {prediction.Call.Name}.")}</summary>")
            .Line("/// <param name=\"request\">What the service is asked.</param>")
            .Line("/// <param name=\"cancellationToken\">Ends the call; the service stops too.</param>")
            .Line($"/// <returns>{(isStream ? "The items of the answer, each as soon as it is there" : "The answer")}.</returns>")
            .Line("/// <exception cref=\"ProblemException\">The service has refused the request, or has failed.</exception>")
            .Line($"{modifier} {answer.Type} {method}(")
            .Indented(rest => rest
                .Line($"{prediction.RequestType} request,")
                .Line($"{Token} cancellationToken = default) =>")
                .Line($"{answer.Method}({route}, {BodyOf(prediction).Expression}, cancellationToken);"));
    }

    /// <summary>How a request becomes a body.</summary>
    private static (string Expression, string? Helper) BodyOf(Prediction prediction) => prediction.Wire.Request switch
    {
        Payload.Text => ("new global::System.Net.Http.StringContent(request)", null),
        Payload.Bytes => ("Binary(new global::System.Net.Http.ByteArrayContent(request))", ClientCode.Binary),
        Payload.Memory => ("Binary(new global::System.Net.Http.ReadOnlyMemoryContent(request))", ClientCode.Binary),
        Payload.Stream => ("Binary(new global::System.Net.Http.StreamContent(request))", ClientCode.Binary),
        _ => ("Json(request)", ClientCode.Json),
    };

    /// <summary>What a call returns, and the method that gets it.</summary>
    private static (string Type, string Method, string? Helper) AnswerOf(Prediction prediction)
    {
        var item = prediction.ResponseType;
        if (prediction.Kind == PredictionKind.Stream)
            return ($"global::System.Collections.Generic.IAsyncEnumerable<{item}>", $"StreamAsync<{item}>", ClientCode.Stream);
        return prediction.Wire.Answer switch
        {
            Payload.Bytes => ($"{Task}<byte[]>", "AskForBytesAsync", ClientCode.AskForBytes),
            Payload.Memory => ($"{Task}<global::System.ReadOnlyMemory<byte>>", "AskForMemoryAsync", ClientCode.AskForMemory),
            Payload.Stream => ($"{Task}<global::System.IO.Stream>", "AskForStreamAsync", ClientCode.AskForStream),
            Payload.Result => ($"{Task}<global::System.Net.Http.HttpResponseMessage>", "SendAsync", null),
            _ => ($"{Task}<{item}>", $"AskAsync<{item}>", ClientCode.Ask),
        };
    }

    // Overloads have one name and a route each; the calls of a client have a name each.
    private static string NameOf(string method, HashSet<string> names)
    {
        const string suffix = "Async";
        var stem = method.EndsWith(suffix, StringComparison.Ordinal) ? method.Substring(0, method.Length - suffix.Length) : method;
        var name = stem + suffix;
        for (var number = 2; !names.Add(name); number++)
            name = FormattableString.Invariant($"{stem}{number}{suffix}");
        return name;
    }

    private static string Docs(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
