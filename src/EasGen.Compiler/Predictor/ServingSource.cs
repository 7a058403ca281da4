using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the members by which EasGen.AspNetCore knows a predictor: its numbers, its probes, its predictions.</summary>
internal sealed class ServingSource(DeclaredService service, PredictorMethods predictor, Constants constants)
{
    private const string Runtime = "global::EasGen.AspNetCore";

    private static readonly string[] DescribedNumbers = ["Port", "RequestTimeoutMilliseconds", "GracePeriodSeconds", "DrainSeconds"];

    private readonly string type = service.Type.GlobalName();

    /// <summary>The interface that the class implements with these members.</summary>
    public string Interface => $"{Runtime}.IEasService<{type}>";

    public void Write(SourceWriter body) => body
        .Block($"static {Runtime}.EasServiceDescription {Interface}.Description {{ get; }} = new()", WriteDescription, "};")
        .Line()
        .Block($"static void {Interface}.Configure({Runtime}.EasServiceBuilder<{type}> service)", WriteConfigure);

    private void WriteDescription(SourceWriter description)
    {
        description.Line($"Name = {Constant("Name")},");
        foreach (var number in DescribedNumbers)
        {
            if (constants.Has(number))
                description.Line($"{number} = {Constant(number)},");
        }
        if (service.Service.First(EasService.Room)?[EasService.Grpc] is true)
            description.Line("Grpc = true,");
    }

    private void WriteConfigure(SourceWriter configure)
    {
        if (predictor.Startup is { } startup)
            configure.Line($"service.Startup({Lambda(startup)});");

        foreach (var (name, probe) in Constants.Probes)
        {
            if (Constants.ProbeOf(service.Service, probe) is not { } feature || feature[Probe.Path] is null)
                continue;
            var timeout = Math.Max(feature[Probe.TimeoutSeconds] ?? 1, 1).ToString(CultureInfo.InvariantCulture);
            var check = predictor.CheckOf(probe) is { } call ? $", {Lambda(call)}" : "";
            configure.Line($"service.Probe({Runtime}.EasProbe.{name}, {Constant($"{name}Path")}, timeoutSeconds: {timeout}{check});");
        }

        foreach (var prediction in predictor.Predictions)
            configure.Line($"service.{(prediction.IsStream ? "PredictStream" : "Predict")}<{prediction.RequestType}, {prediction.ResponseType}>({SymbolDisplay.FormatLiteral(prediction.Route, quote: true)}, {Lambda(prediction.Call, "request")});");
    }

    private string Lambda(MethodCall call, string request = "")
    {
        var parameters = request.Length == 0 ? "predictor" : $"predictor, {request}";
        var arguments = !call.TakesToken ? request : request.Length == 0 ? "cancellationToken" : $"{request}, cancellationToken";
        return $"static ({parameters}, cancellationToken) => {(call.IsStatic ? type : "predictor")}.{DeclaredType.Escape(call.Name)}({arguments})";
    }

    private string Constant(string name) => constants.Use(name, byName: service.Type.HasConstants);
}
