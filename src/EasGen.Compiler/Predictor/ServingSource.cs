using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Core.Features;
using EasGen.Core.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the members by which EasGen.AspNetCore knows a predictor: its numbers, its probes, its predictions.</summary>
internal sealed class ServingSource(DeclaredService service, PredictorMethods predictor, Constants constants)
{
    private const string Runtime = "global::EasGen.AspNetCore";

    private static readonly string[] DescribedNumbers = ["Port", "RequestTimeoutMilliseconds", "GracePeriodSeconds", "DrainSeconds"];

    private readonly string type = service.Type.GlobalName();

    /// <summary>The interface that the class implements with these members.</summary>
    public string Interface => field ??= $"{Runtime}.IEasService<{type}>";

    public void Write(SourceWriter body) => body
        .MadeByUs()
        .Block($"static {Runtime}.EasServiceDescription {Interface}.Description {{ get; }} = new()", WriteDescription, "};")
        .Line()
        .MadeByUs()
        .Block($"static void {Interface}.Configure({Runtime}.EasServiceBuilder<{type}> service)", WriteConfigure);

    private void WriteDescription(SourceWriter description)
    {
        description.Line($"Name = {Constant("Name")},");
        foreach (var number in DescribedNumbers)
        {
            if (constants.Has(number))
                description.Line($"{number} = {Constant(number)},");
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

        foreach (var (name, probe) in Constants.Probes)
        {
            if (Constants.ProbeOf(service.Service, probe) is not { } feature || feature[Probe.Path] is null)
                continue;
            var timeout = Number(Math.Max(feature[Probe.TimeoutSeconds] ?? 1, 1));
            var check = predictor.CheckOf(probe) is { } call ? $", {Check(call)}" : "";
            configure.Line($"service.Probe({Runtime}.EasProbe.{name}, {Constant($"{name}Path")}, timeoutSeconds: {timeout}{check});");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prediction in predictor.Predictions)
            configure.Block(
                $"{Declaration(prediction)}, new()",
                options => WriteOptions(options, prediction, Unused(prediction.Call.Name, names)),
                "});");
    }

    private void WriteStartup(SourceWriter configure, MethodCall startup, string more)
    {
        if (startup.Returns == ReturnKind.Void)
            configure.Block(
                $"service.Startup({Parameters()} =>",
                load => load.Line($"{Call(startup)};").Line("return default;"),
                $"}}{more});");
        else
            configure.Line($"service.Startup({Parameters()} => {AsValueTask(startup)}{more});");
    }

    // By what it awaits, the compiler tells a check that says yes or no from one that says more.
    private string Check(MethodCall check) => check.Returns switch
    {
        ReturnKind.Value => $"{Parameters()} => global::System.Threading.Tasks.ValueTask.FromResult({Call(check)})",
        ReturnKind.Task => $"{Parameters(kind: "async ")} => await {Call(check)}",
        _ => $"{Parameters()} => {Call(check)}",
    };

    private string Declaration(Prediction prediction)
    {
        var isValue = prediction.Call.Returns == ReturnKind.Value;
        var (method, lambda) = prediction.Kind switch
        {
            PredictionKind.Stream => ("PredictStream", $"{Parameters("request")} => {AsValueTask(prediction.Call, "request")}"),
            PredictionKind.Batch when isValue => ("PredictBatch", $"{Parameters("batch")} => {Call(prediction.Call, "batch")}"),
            // Lists of many kinds become the one that the runtime takes, once they are awaited.
            PredictionKind.Batch => ("PredictBatchAsync", $"{Parameters("batch", "async ")} => await {Call(prediction.Call, "batch")}"),
            _ when isValue => ("Predict", $"{Parameters("request")} => {Call(prediction.Call, "request")}"),
            _ => ("PredictAsync", $"{Parameters("request")} => {AsValueTask(prediction.Call, "request")}"),
        };
        return $"service.{method}<{prediction.RequestType}, {prediction.ResponseType}>({Literal(prediction.Route)}, {lambda}";
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
    private static string Unused(string name, HashSet<string> names)
    {
        var unused = name;
        for (var number = 2; !names.Add(unused); number++)
            unused = name + Number(number);
        return unused;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Parameters(string request = "", string kind = "") =>
        request.Length == 0 ? $"static {kind}(predictor, cancellationToken)" : $"static {kind}(predictor, {request}, cancellationToken)";

    private string AsValueTask(MethodCall call, string request = "") =>
        call.Returns == ReturnKind.ValueTask ? Call(call, request) : $"new({Call(call, request)})";

    private string Call(MethodCall call, string request = "")
    {
        var arguments = !call.TakesToken ? request : request.Length == 0 ? "cancellationToken" : $"{request}, cancellationToken";
        return $"{call.Target(type)}.{DeclaredType.Escape(call.Name)}({arguments})";
    }

    private string Constant(string name) => constants.Use(name, byName: service.Type.HasConstants);
}
