using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the members by which EasGen.AspNetCore knows a predictor: its numbers, its probes, its predictions.</summary>
internal static class ServingSource
{
    private const string Runtime = "global::EasGen.AspNetCore";

    private static readonly string[] DescribedNumbers = ["Port", "RequestTimeoutMilliseconds", "GracePeriodSeconds", "DrainSeconds"];

    public static string Interface(DeclaredService service) => $"{Runtime}.IEasService<{service.Type.GlobalName}>";

    public static void Write(SourceWriter body, DeclaredService service, PredictorMethods predictor, Constants constants) => body
        .Block(
            $"static {Runtime}.EasServiceDescription {Interface(service)}.Description {{ get; }} = new()",
            description => WriteDescription(description, service, constants),
            "};")
        .Line()
        .Block(
            $"static void {Interface(service)}.Configure({Runtime}.EasServiceBuilder<{service.Type.GlobalName}> service)",
            configure => WriteConfigure(configure, service, predictor, constants));

    private static void WriteDescription(SourceWriter description, DeclaredService service, Constants constants)
    {
        description.Line($"Name = {constants.Use("Name", service.Type.HasConstants)},");
        foreach (var number in DescribedNumbers.Where(constants.Has))
            description.Line($"{number} = {constants.Use(number, service.Type.HasConstants)},");
        if (service.Service.First(EasService.Room)?[EasService.Grpc] is true)
            description.Line("Grpc = true,");
    }

    private static void WriteConfigure(SourceWriter configure, DeclaredService service, PredictorMethods predictor, Constants constants)
    {
        if (predictor.Startup is { } startup)
            configure.Line($"service.Startup({Lambda(startup, service, "")});");

        foreach (var (name, probe) in new[] { ("Startup", Probe.Startup), ("Readiness", Probe.Readiness), ("Liveness", Probe.Liveness) })
        {
            if (Constants.ProbeOf(service.Service, probe) is not { } feature || feature[Probe.Path] is null)
                continue;
            var timeout = Math.Max(feature[Probe.TimeoutSeconds] ?? 1, 1).ToString(CultureInfo.InvariantCulture);
            var check = predictor.CheckOf(probe) is { } call ? ", " + Lambda(call, service, "") : "";
            configure.Line($"service.Probe({Runtime}.EasProbe.{name}, {constants.Use($"{name}Path", service.Type.HasConstants)}, timeoutSeconds: {timeout}{check});");
        }

        foreach (var prediction in predictor.Predictions)
        {
            configure.Line($"service.Predict<{prediction.RequestType}, {prediction.ResponseType}>("
                + $"{SymbolDisplay.FormatLiteral(prediction.Route, quote: true)}, {Lambda(prediction.Call, service, "request")});");
        }
    }

    private static string Lambda(MethodCall call, DeclaredService service, string request)
    {
        var parameters = request.Length == 0 ? "(predictor, cancellationToken)" : $"(predictor, {request}, cancellationToken)";
        var arguments = string.Join(", ", new[] { request, call.TakesToken ? "cancellationToken" : "" }.Where(static argument => argument.Length > 0));
        var target = call.IsStatic ? service.Type.GlobalName : "predictor";
        return $"static {parameters} => {target}.{DeclaredType.Escape(call.Name)}({arguments})";
    }
}
