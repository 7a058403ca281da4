using EasGen.Compiler.Declared;
using EasGen.Core.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Manifest;

/// <summary>
/// Puts the service JSON into a constant of a type with a fixed name, from which the build task takes it. A constant
/// leaves the reference assembly and a trimmed publish alone, which an assembly attribute would not.
/// </summary>
internal static class ManifestSource
{
    public static string Write(NamedService named) => SourceWriter.File(named.Service, ManifestType.Namespace, file =>
    {
        if (named.IsFirst)
            file.Line("// The service JSON of this assembly's classes, which the build writes to files.").MadeByUs();
        file.Block($"internal static partial class {ManifestType.Name}", type => WriteConstant(type, named.Service));
    });

    private static void WriteConstant(SourceWriter type, DeclaredService service)
    {
        type.Line($"// Of {service.Type.FullName.Replace('+', '.')}.");
        if (!service.HasRawStrings)
            type.Line(
                $"internal const string {Identifier(service.Type.FullName)} = "
                + $"{SymbolDisplay.FormatLiteral(ServiceWriter.Write(service.Service), quote: true)};");
        else
            type.Line($"internal const string {Identifier(service.Type.FullName)} =")
                .Indented(literal => WriteRaw(literal, service.Service));
    }

    // The JSON never holds three quotes in a row. Its last line break is the empty line before the closing ones.
    private static void WriteRaw(SourceWriter literal, Service service) => literal
        .Line("\"\"\"")
        .Lines((text, newLine) => ServiceWriter.WriteTo(text, service, newLine))
        .Line()
        .Line("\"\"\";");

    // Dots become underscores, and a nested class has two; a name that has underscores of its own is marked, or two names could meet.
    private static string Identifier(string fullName)
    {
        var isPlain = fullName.All(static c => char.IsLetterOrDigit(c) || c is '.' or '+');
        var name = fullName.Replace("+", "__").Replace('.', '_');
        if (!isPlain)
            name = new([.. name.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);
        return DeclaredType.Escape(isPlain ? name : $"{name}_{FileNames.Mark(fullName)}");
    }
}
