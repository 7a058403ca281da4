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
        if (serving is null)
            writer.Block(header, WriteConstants);
        else
            writer.Block($"{header} : {serving.Interface}", body =>
            {
                WriteConstants(body);
                serving.Write(service.Type.HasConstants ? body.Line() : body);
            });

        void WriteConstants(SourceWriter body)
        {
            if (service.Type.HasConstants)
                constants.Write(body, service.Type.HidesConstants ? "new " : "");
        }
    }
}
