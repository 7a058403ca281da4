using EasGen.Compiler.Declared;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the generated half of an annotated class.</summary>
internal static class PartialSource
{
    public static string Write(DeclaredService service)
    {
        var file = SourceWriter.File(service.HasNullable);
        if (service.Type.Namespace.Length == 0)
            WriteType(file, service, 0);
        else
            file.Block($"namespace {service.Type.Namespace}", space => WriteType(space, service, 0));
        return file.ToString();
    }

    private static void WriteType(SourceWriter writer, DeclaredService service, int depth)
    {
        var header = service.Type.Headers[depth];
        if (depth < service.Type.Headers.Count - 1)
        {
            writer.Block(header, inner => WriteType(inner, service, depth + 1));
            return;
        }
        var constants = Constants.Of(service.Service);
        var interfaces = service.Predictor is null ? "" : $" : {ServingSource.Interface(service)}";
        writer.Block(header + interfaces, body =>
        {
            if (service.Type.HasConstants)
                constants.Write(body);
            if (service.Type.HasConstants && service.Predictor is not null)
                body.Line();
            if (service.Predictor is { } predictor)
                ServingSource.Write(body, service, predictor, constants);
        });
    }
}
