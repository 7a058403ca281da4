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
        foreach (var helper in Helpers().Distinct())
            body.Line().Code(helper);
        body.Line().Code(ClientCode.Send).Line().Code(ClientCode.ProblemException);
    }

    private static void WriteMethod(SourceWriter body, Prediction prediction, string method)
    {
        var isStream = prediction.Kind == PredictionKind.Stream;
        var modifier = prediction.Wire.Visibility == Visibility.Everywhere ? "public" : "internal";
        var route = SymbolDisplay.FormatLiteral(prediction.Route, quote: true);
        body.Line($"/// <summary>{Docs(prediction.Docs.Summary ?? $"Calls {prediction.Route}.")}</summary>")
            .Line("/// <param name=\"request\">What the service is asked.</param>")
            .Line("/// <param name=\"cancellationToken\">Ends the call; the service stops too.</param>")
            .Line($"/// <returns>{(isStream ? "The items of the answer, each as soon as it is there" : "The answer")}.</returns>")
            .Line("/// <exception cref=\"ProblemException\">The service has refused the request, or has failed.</exception>")
            .Line($"{modifier} {ReturnOf(prediction)} {method}(")
            .Indented(rest => rest
                .Line($"{prediction.RequestType} request,")
                .Line($"{Token} cancellationToken = default) =>")
                .Line($"{AskOf(prediction)}({route}, {BodyOf(prediction)}, cancellationToken);"));
    }

    private static string ReturnOf(Prediction prediction) => prediction.Kind == PredictionKind.Stream
        ? $"global::System.Collections.Generic.IAsyncEnumerable<{prediction.ResponseType}>"
        : prediction.Wire.Answer switch
        {
            Payload.Bytes => $"{Task}<byte[]>",
            Payload.Memory => $"{Task}<global::System.ReadOnlyMemory<byte>>",
            Payload.Stream => $"{Task}<global::System.IO.Stream>",
            Payload.Result => $"{Task}<global::System.Net.Http.HttpResponseMessage>",
            _ => $"{Task}<{prediction.ResponseType}>",
        };

    private static string AskOf(Prediction prediction) => prediction.Kind == PredictionKind.Stream
        ? $"StreamAsync<{prediction.ResponseType}>"
        : prediction.Wire.Answer switch
        {
            Payload.Bytes => "AskForBytesAsync",
            Payload.Memory => "AskForMemoryAsync",
            Payload.Stream => "AskForStreamAsync",
            Payload.Result => "SendAsync",
            _ => $"AskAsync<{prediction.ResponseType}>",
        };

    private static string BodyOf(Prediction prediction) => prediction.Wire.Request switch
    {
        Payload.Text => "new global::System.Net.Http.StringContent(request)",
        Payload.Bytes => "Binary(new global::System.Net.Http.ByteArrayContent(request))",
        Payload.Memory => "Binary(new global::System.Net.Http.ReadOnlyMemoryContent(request))",
        Payload.Stream => "Binary(new global::System.Net.Http.StreamContent(request))",
        _ => "Json(request)",
    };

    private IEnumerable<string> Helpers()
    {
        foreach (var (request, answer, kind) in called.Select(static one => (one.Wire.Request, one.Wire.Answer, one.Kind)))
        {
            if (request == Payload.Json)
                yield return ClientCode.Json;
            else if (request != Payload.Text)
                yield return ClientCode.Binary;
            if (kind == PredictionKind.Stream)
                yield return ClientCode.Stream;
            else if (answer == Payload.Bytes)
                yield return ClientCode.AskForBytes;
            else if (answer == Payload.Memory)
                yield return ClientCode.AskForMemory;
            else if (answer == Payload.Stream)
                yield return ClientCode.AskForStream;
            else if (answer != Payload.Result)
                yield return ClientCode.Ask;
        }
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
