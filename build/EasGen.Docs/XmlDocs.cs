using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EasGen.Docs;

/// <summary>What the XML docs of an attribute say about one setting, taken apart at the words that every one of them uses.</summary>
/// <param name="Meaning">The sentences in front, as Markdown.</param>
/// <param name="Default">What holds when nobody sets it; empty for what has to be set.</param>
/// <param name="Json">The place in the JSON as the docs give it.</param>
/// <param name="Source">The codes of the sources.</param>
/// <param name="All">Summary and remarks, in which the ids of rules stand.</param>
internal sealed record SettingDocs(string Meaning, string Default, string Json, string Source, string All);

/// <summary>The XML docs of the attributes, as the compiler writes them.</summary>
internal static partial class XmlDocs
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(static () => XDocument
        .Load(Path.ChangeExtension(typeof(EasServiceAttribute).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(static member => (string)member.Attribute("name")!, StringComparer.Ordinal));

    public static Type AttributeOf(FeatureType type) =>
        typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{type.Attribute}Attribute", throwOnError: true)!;

    /// <summary>The summary of the attribute.</summary>
    public static string Of(FeatureType type) => Text(Members.Value[$"T:EasGen.{type.Attribute}Attribute"].Element("summary")!);

    public static SettingDocs Of(FeatureType type, Setting setting)
    {
        var property = AttributeOf(type).GetProperty(setting.Name, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new InvalidOperationException(
                $"The setting '{type}.{setting}' is no property; add it to src/EasGen.Attributes/{type.Attribute}Attribute.cs.");
        var member = Members.Value[$"P:{property.DeclaringType!.FullName}.{property.Name}"];
        var summary = Text(member.Element("summary")!);
        var parts = Sentence().Split(summary);
        return new(
            parts[0],
            string.Join(
                " ",
                parts.Where(static part =>
                    part.StartsWith("Default", StringComparison.Ordinal) || part.StartsWith("Unset:", StringComparison.Ordinal))),
            Last(parts, "JSON: "),
            Last(parts, "Source: "),
            string.Join(" ", member.Elements().Select(Text)));
    }

    private static string Last(string[] parts, string start) =>
        parts.LastOrDefault(part => part.StartsWith(start, StringComparison.Ordinal))?[start.Length..].TrimEnd('.') ?? "";

    private static string Text(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{(string?)see.Attribute("langword") ?? Short((string)see.Attribute("cref")!)}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{(string)parameter.Attribute("name")!}`",
        XElement inner => $" {Text(inner)} ",
        _ => "",
    };

    private static string Short(string cref) => cref[(cref.LastIndexOf('.') + 1)..].Replace("Attribute", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\.) (?=Default(?: of [^:]+)?: |Default, which |Unset: |JSON: |Source: )")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
