using System.Security;
using System.Text;

namespace EasGen.Cli.Import;

/// <summary>Writes the annotated class.</summary>
internal sealed class ClassSource
{
    private readonly StringBuilder text = new(1024);

    private ClassSource()
    {
    }

    /// <param name="name">The class.</param>
    /// <param name="space">Its namespace; null for the global one.</param>
    /// <param name="summary">What the class is.</param>
    /// <param name="service">What its attributes say.</param>
    /// <param name="comments">The comments of each feature, by its index; at -1 those of the class.</param>
    public static string Write(string name, string? space, string summary, Service service, ILookup<int, string> comments)
    {
        var source = new ClassSource();
        source.Line("using EasGen;").Line();
        if (space is not null)
            source.Line($"namespace {space};").Line();
        source.Comments(comments[-1]);
        source.Line($"/// <summary>{SecurityElement.Escape(OneLine(summary))}</summary>");
        for (var i = 0; i < service.Features.Count; i++)
            source.Comments(comments[i]).Line(AttributeLines.Of(service.Features[i]));
        return source.Line($"public sealed partial class {name};").text.ToString();
    }

    private ClassSource Line(string line = "")
    {
        text.Append(line).Append('\n');
        return this;
    }

    private ClassSource Comments(IEnumerable<string> comments)
    {
        string[] breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];
        foreach (var line in comments.SelectMany(comment => comment.Split(breaks, StringSplitOptions.None)))
            Line($"// {OneLine(line).Trim()}".TrimEnd());
        return this;
    }

    // Nothing that ends a line for C#, and nothing that an editor cannot show.
    private static string OneLine(string line) =>
        new([.. line.Select(static sign =>
            char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : char.IsSurrogate(sign) || sign < '\uFFFE' ? sign : '\uFFFD')]);
}
