using System.Xml;

namespace EasGen.Rehearsal.Reports;

internal static class Xml
{
    /// <summary>The same on every machine, and whatever a program has said.</summary>
    public static readonly XmlWriterSettings Settings =
        new() { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = false };
}
