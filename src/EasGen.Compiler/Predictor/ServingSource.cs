using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Core.Features;
using EasGen.Core.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the method by which EasGen.AspNetCore knows a predictor: its numbers, its probes, its predictions.</summary>
internal sealed class ServingSource(DeclaredService service, PredictorMethods predictor, Constants constants)
{
    private const string Runtime = "global::EasGen.AspNetCore";
    private const string Plain = "static (predictor, cancellationToken)";
    private const string WithRequest = "static (predictor, request, cancellationToken)";
    private const string WithBatch = "static (predictor, batch, cancellationToken)";
    private const string AsyncWithBatch = "static async (predictor, batch, cancellationToken)";

    private static readonly Constant[] DescribedNumbers =
        [Constants.Port, Constants.RequestTimeout, Constants.GracePeriod, Constants.Drain];

    /// <summary>The interface that the class implements with this method.</summary>
    public string Interface => field ??= $"{Runtime}.IEasService<{service.Type.SelfType}>";

    public void Write(SourceWriter body) => body
        .MadeByUs()
        .NotCovered()
        .Block(
            $"static void {Interface}.Configure({Runtime}.EasServiceBuilder<{service.Type.SelfType}> service)",
            configure => WriteConfigure(configure.Block("service.Describe(new()", WriteDescription, "});")));

    private void WriteDescription(SourceWriter description)
    {
        description.Line($"Name = {Use(Constants.Name)},");
        foreach (var number in DescribedNumbers)
        {
            if (constants.Has(number))
                description.Line($"{number.Name} = {Use(number)},");
        }
        if (service.Service.First(EasService.FeatureType)?[EasService.Grpc] is true)
            description.Line("Grpc = true,");
        WriteMetrics(description);
        WriteParameters(description);
    }

    private void WriteMetrics(SourceWriter description)
    {
        var metrics = service.Service.All(CustomMetric.FeatureType)
            .Where(static metric => !string.IsNullOrWhiteSpace(metric[CustomMetric.Name]))
            .ToArray();
        if (metrics.Length == 0)
            return;
        description.Block($"CustomMetrics = new {Runtime}.EasCustomMetric[]", list =>
        {
            foreach (var metric in metrics)
            {
                var tag = metric[CustomMetric.Tag] is { } key ? $" {{ Tag = {Literal(key)} }}" : "";
                list.Line($"new({Literal(metric[CustomMetric.Name]!)}){tag},");
            }
        }, "},");
    }

    // The language that can be served has raw strings.
    private void WriteParameters(SourceWriter description)
    {
        if (service.Service.First(EasService.FeatureType)?[EasService.DynamicParameters] is true)
            description
                .Line("DynamicParameters =")
                .Indented(literal => literal
                    .Line("\"\"\"")
                    .Lines((text, newLine) => ServiceWriter.WriteParametersTo(text, service.Service, newLine))
                    .Line("\"\"\","));
    }

    private void WriteConfigure(SourceWriter configure)
    {
        if (predictor.Startup is { } startup)
            WriteStartup(configure, startup, predictor.ExitsOnFailure ? ", exitOnFailure: true" : "");

        foreach (var (name, probe, path) in Constants.Probes)
        {
            if (!constants.Has(path) || Constants.ProbeOf(service.Service, probe) is not { } feature)
                continue;
            var timeout = Number(Math.Max(feature[Probe.TimeoutSeconds] ?? 1, 1));
            if (predictor.CheckOf(probe) is { } check)
                configure.Line($"service.{name}Probe({Use(path)}, timeoutSeconds: {timeout}).Check({Check(check)});");
            else
                configure.Line($"service.{name}Probe({Use(path)}, timeoutSeconds: {timeout});");
        }

        var names = predictor.Predictions.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var prediction in predictor.Predictions)
            WritePrediction(configure, prediction, Unused(prediction.Call.Name, names));
    }

    private void WriteStartup(SourceWriter configure, MethodCall startup, string more)
    {
        if (startup.Returns == ReturnKind.Void)
            configure.Block(
                $"service.Startup({Plain} =>",
                load => load.Line($"{Call(startup)};").Line("return default;"),
                $"}}{more});");
        else
            configure.Line($"service.Startup({Plain} => {AsValueTask(startup)}{more});");
    }

    // The compiler finds the overload by what the lambda returns. None takes a Task, which is awaited.
    private string Check(MethodCall check) => check.Returns == ReturnKind.Task
        ? $"static async (predictor, cancellationToken) => await {Call(check)}"
        : $"{Plain} => {Call(check)}";

    private void WritePrediction(SourceWriter configure, Prediction prediction, string operation)
    {
        var isValue = prediction.Call.Returns == ReturnKind.Value;
        var (method, parameters, call) = prediction.Kind switch
        {
            PredictionKind.Stream => ("PredictStream", WithRequest, AsValueTask(prediction.Call, "request")),
            PredictionKind.Batch when isValue => ("PredictBatch", WithBatch, Call(prediction.Call, "batch")),
            // Lists of many kinds become the one that the runtime takes, once they are awaited.
            PredictionKind.Batch => ("PredictBatchAsync", AsyncWithBatch, $"await {Call(prediction.Call, "batch")}"),
            _ when isValue => ("Predict", WithRequest, Call(prediction.Call, "request")),
            _ => ("PredictAsync", WithRequest, AsValueTask(prediction.Call, "request")),
        };
        var (request, response, route) = (prediction.RequestType, prediction.ResponseType, Literal(prediction.Route));
        configure.Block(
            $"service.{method}<{request}, {response}>({route}, {parameters} => {call}, new()",
            options => WriteOptions(options, prediction, operation),
            "});");
    }

    private static void WriteOptions(SourceWriter options, Prediction prediction, string operation)
    {
        options.Line($"OperationId = {Literal(operation)},");
        if (prediction.Docs.Summary is { } summary)
            options.Line($"Summary = {Literal(summary)},");
        if (prediction.Docs.Remarks is { } remarks)
            options.Line($"Description = {Literal(remarks)},");
        foreach (var (name, number) in prediction.Limits)
            options.Line($"{name} = {Number(number)},");
    }

    // Overloads have one name, operations do not.
    private static string Unused(string name, HashSet<string>? names)
    {
        var unused = name;
        for (var number = 2; names?.Add(unused) is false; number++)
            unused = name + Number(number);
        return unused;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string AsValueTask(MethodCall call, string request = "") =>
        call.Returns == ReturnKind.ValueTask ? Call(call, request) : $"new({Call(call, request)})";

    private string Call(MethodCall call, string request = "")
    {
        var arguments = !call.TakesToken ? request : request.Length == 0 ? "cancellationToken" : $"{request}, cancellationToken";
        return $"{call.Target(service.Type)}.{DeclaredType.Escape(call.Name)}({arguments})";
    }

    private string Use(Constant constant) => constants.Use(constant, byName: service.Type.HasConstants);
}
