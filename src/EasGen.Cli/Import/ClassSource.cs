using System.Security;
using System.Text;
using EasGen.Core;

namespace EasGen.Cli.Import;

/// <summary>Writes the annotated class.</summary>
internal sealed class ClassSource
{
    private readonly StringBuilder text = new(1024);
    private readonly CSharpVersion language;
    private string indentation = "";

    private ClassSource(CSharpVersion language) => this.language = language;

    /// <param name="name">The class.</param>
    /// <param name="space">Its namespace; null for the global one.</param>
    /// <param name="language">The version of C# that it is for.</param>
    /// <param name="summary">What the class is.</param>
    /// <param name="service">What its attributes say.</param>
    /// <param name="comments">The comments of each feature, by its index; at -1 those of the class.</param>
    public static string Write(
        string name,
        string? space,
        CSharpVersion language,
        string summary,
        Service service,
        ILookup<int, string> comments)
    {
        var source = new ClassSource(language).Line("using EasGen;").Line();
        if (space is null)
            source.Class(name, summary, service, comments);
        else if (language.HasFileScopedNamespaces)
            source.Line($"namespace {space};").Line().Class(name, summary, service, comments);
        else
            source.Line($"namespace {space}").Block(() => source.Class(name, summary, service, comments));
        return source.text.ToString();
    }

    private void Class(string name, string summary, Service service, ILookup<int, string> comments)
    {
        Comments(comments[-1]);
        Line($"/// <summary>{SecurityElement.Escape(OneLine(summary))}</summary>");
        for (var i = 0; i < service.Features.Count; i++)
            Comments(comments[i]).Line(AttributeLines.Of(service.Features[i], language));
        if (language.HasTypesWithoutBody)
            Line($"public sealed partial class {name};");
        else
            Line($"public sealed partial class {name}").Block(static () => { });
    }

    private void Block(Action content)
    {
        Line("{");
        var outer = indentation;
        indentation += "    ";
        content();
        indentation = outer;
        Line("}");
    }

    // A raw string has its indentation in its lines; a language with raw strings needs no block.
    private ClassSource Line(string line = "")
    {
        text.Append(indentation).Append(line.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
        return this;
    }

    private ClassSource Comments(IEnumerable<string> comments)
    {
        string[] breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];
        foreach (var line in comments.SelectMany(comment => comment.Split(breaks, StringSplitOptions.None)))
            Line($"// {OneLine(line).Trim()}".TrimEnd());
        return this;
    }

    // Nothing that ends a line for C#, and nothing that an editor does not show where it stands.
    private static string OneLine(string line) =>
        new([.. line.Select(static sign =>
            !PlainText.IsPlain(sign) ? ' ' : char.IsSurrogate(sign) || sign < '\uFFFE' ? sign : '\uFFFD')]);
}
