using EasGen.Compiler.Declared;

namespace EasGen.Compiler.Predictor;

/// <summary>Writes the generated half of an annotated class.</summary>
internal static class PartialSource
{
    public static string Write(DeclaredService service) =>
        SourceWriter.File(service, service.Type.Namespace, file => WriteType(file, service, depth: 0), service.Notices);

    private static void WriteType(SourceWriter writer, DeclaredService service, int depth)
    {
        var header = service.Type.Headers[depth];
        if (depth < service.Type.Headers.Count - 1)
        {
            writer.Block(header, inner => WriteType(inner, service, depth + 1));
            return;
        }
        var constants = Constants.Of(service.Service);
        var serving = service.Predictor is null ? null : new ServingSource(service, service.Predictor, constants);
        writer.Block(serving is null ? header : $"{header} : {serving.Interface}", body =>
        {
            if (service.Type.HasConstants)
                constants.Write(body, service.Type.HidesConstants ? "new " : "");
            if (service.Type.HasConstants && serving is not null)
                body.Line();
            serving?.Write(body);
        });
    }
}
