using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace EasGen.Testing;

/// <summary>What a text for people must not say: turns of phrase that nobody speaks, wrong plurals, and the notation of machines.</summary>
public static partial class PlainEnglish
{
    private static readonly (Regex Found, string Instead)[] Turns =
    [
        (Nothing(), "say what is missing"),
        (IsNo(), "'is not a …', or 'there is no …'"),
        (Form(), "'is not of the form …'"),
        (ForEver(), "'never …'"),
        (Behind(), "'after', or 'with'"),
        (Sign(), "'character'"),
        (Body(), "name who it is, or use the passive"),
        (Own(), "leave it out, or 'its own' before the noun"),
        (EassOwn(), "'the EAS default', or 'EAS'"),
        (One(), "the singular"),
        (Stand(), "'is'"),
    ];

    /// <summary>What is wrong with a text, each with what to write instead. Values in quotes are the user's and not judged.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        var own = Value().Replace(text, "'…'");
        return from turn in Turns
               let match = turn.Found.Match(own)
               where match.Success
               select $"'{match.Value}' in: {text} — write {turn.Instead}";
    }

    /// <summary>The same, and the JSON pointers in it: a place is <c>metadata.name</c> for people.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keys">The first keys of the documents that it speaks of.</param>
    public static IEnumerable<string> Faults(string text, IEnumerable<string> keys)
    {
        var pointer = Regex.Match(text, $"""(?<![\w./:"-])/(?:{string.Join('|', keys.Select(Regex.Escape))})(?![\w.-])""");
        return Faults(text).Concat(pointer.Success ? [$"'{pointer.Value}' in: {text} — write dots and indexes"] : []);
    }

    /// <summary>The texts in the code of an assembly: whatever it can say, and is not a name or a number.</summary>
    public static IReadOnlyList<string> Texts(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var metadata = image.GetMetadataReader();
        var texts = new List<string>();
        // The first one is nil, and leads to the others.
        var handle = MetadataTokens.UserStringHandle(0);
        while (!(handle = metadata.GetNextHandle(handle)).IsNil)
        {
            if (metadata.GetUserString(handle) is var text && text.Trim().Contains(' ', StringComparison.Ordinal))
                texts.Add(text);
        }
        return texts;
    }

    [GeneratedRegex(@"(?<!\w)'[^']*'|""[^""]*""")]
    private static partial Regex Value();

    [GeneratedRegex(@"\bsays? nothing\b")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"(?<!\bthere )\b(?:is|are) no (?!longer\b)\w+", RegexOptions.IgnoreCase)]
    private static partial Regex IsNo();

    [GeneratedRegex(@"\b(?:has|have) not the\b")]
    private static partial Regex Form();

    [GeneratedRegex(@"\bfor ?ever\b")]
    private static partial Regex ForEver();

    [GeneratedRegex(@"\bbehind\b", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\bsigns?\b")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\b(?:no|some|any|every)body\b|\bwhoever\b", RegexOptions.IgnoreCase)]
    private static partial Regex Body();

    [GeneratedRegex(@"\bof (?:its|their|one's) own\b")]
    private static partial Regex Own();

    [GeneratedRegex(@"\bEAS's own\b")]
    private static partial Regex EassOwn();

    // 1 characters, but not: 1 is, 1 has, 1 leaves, 1 ms.
    [GeneratedRegex(@"(?<![\w.,-])1 (?!is\b|has\b|leaves\b|ms\b)[a-z]+s\b")]
    private static partial Regex One();

    [GeneratedRegex(@"\bstands?\b(?! for\b)")]
    private static partial Regex Stand();
}
