namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>Programs with annotated classes of every shape.</summary>
/// <param name="random">Decides.</param>
/// <param name="language">The version of C#, by its number in front of the dot.</param>
/// <param name="isWild">True for programs that need not make sense.</param>
internal sealed class ProgramGrammar(Random random, int language, bool isWild)
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;\n";

    private static readonly string[] Names =
    [
        "Iris", "A", "@class", "Übung", "A_1", "_", "Manifest", "Container", "System", "EasGen", "Eas", "IRIS",
        "@record", "Global", "Name", "T", "service",
    ];

    private static readonly string[] Spaces =
    [
        "", "", "Acme", "Acme.Models", "@namespace.@class", "EasGen", "Acme.EasGen", "System", "Acme_Models",
        "EasGen.Generated",
    ];

    // What may stand around and in front of a class that can be extended, and of one that cannot.
    private static readonly string[] Tame =
    [
        "partial class", "public partial class", "public sealed partial class", "internal abstract partial class",
        "static partial class",
    ];

    private static readonly string[] Wild =
    [
        "class", "partial struct", "partial interface", "public static class", "private partial class",
        "unsafe partial class", "enum", "delegate void",
        "partial", "abstract sealed partial class", "readonly partial struct", "ref partial struct",
        "partial record struct", "file partial class",
    ];

    private static readonly string[] Outers =
        ["partial class Outer", "partial struct Around", "partial class Outer<T>", "static partial class Outer"];

    private readonly AttributeGrammar attributes = new(random, language, isWild);

    /// <summary>One file or several, over which the parts of the classes are spread.</summary>
    public string[] Files()
    {
        var files = new string[random.Next(1, 4)];
        var usings = attributes.Usings;
        Array.Fill(files, Usings + usings);
        for (var left = random.Next(1, 4); left > 0; left--)
            AddClass(files);
        if (random.Next(8) == 0)
            files[0] += "namespace EasGen { class EasServiceAttribute : Attribute { public EasServiceAttribute(string a) { } } }\n";
        return files;
    }

    private void AddClass(string[] files)
    {
        var (space, name) = (Any(Spaces), isWild ? Any(Names) : $"{Any(Names)}{random.Next(100)}".TrimStart('@'));
        string[] tame = language >= 9 ? [.. Tame, "public partial record"] : Tame;
        var kind = Any(isWild && random.Next(3) == 0 ? Wild : tame);
        var outer = random.Next(6) == 0 ? Any(Outers) : null;
        var parts = kind.Contains("partial", StringComparison.Ordinal) ? random.Next(1, files.Length + 1) : 1;
        var lists = attributes.OfService().ToArray();
        for (var part = 0; part < parts; part++)
        {
            var own = lists.Where((_, index) => index % parts == part);
            var generic = isWild && random.Next(15) == 0 ? "<T>" : "";
            var code = $"{string.Join("\n", own)}\n{kind} {name}{generic}{Base()}\n{{\n{Members(kind)}\n}}\n";
            if (outer is not null)
                code = $"{outer} {{\n{code}}}\n";
            files[random.Next(files.Length)] += space.Length == 0 ? code : $"namespace {space}\n{{\n{code}}}\n";
        }
    }

    private string Base() => isWild ? Any(["", "", "", " : Missing", " : IDisposable", " : Iris", " : Exception"]) : "";

    private string Members(string kind)
    {
        var members = new List<string>();
        var isStatic = kind.Contains("static", StringComparison.Ordinal);
        for (var left = random.Next(4); left > 0; left--)
            members.Add(Member(isStatic));
        return string.Join("\n", members);
    }

    private string Member(bool isStatic)
    {
        if (isWild && random.Next(5) == 0)
        {
            return Any(
            [
                "public const string Text = \"x\";", "public int Eas;", "public static class Eas { }",
                "public class Eas { }", "public int X { [EasGen.Predict] get => 1; }",
                "[EasGen.Predict] int field;", "public void Configure() { }", "[EasGen.Predict] ~Iris() { }",
                "[EasGen.Predict] public static int operator +(Iris a) => 1;",
                "event Action E;", "static Iris() { }", "private Iris() { }", "public string Manifest => \"\";",
            ]);
        }
        var marks = attributes.OfMethod();
        var returned = Any(isWild ? MethodParts.Returned : MethodParts.Usual);
        var parameters = Any(isWild ? MethodParts.Parameters : MethodParts.UsualParameters);
        var access = isWild ? Any(MethodParts.Access) : isStatic || random.Next(5) == 0 ? "public static" : "public";
        var generic = isWild && random.Next(10) == 0 ? "<T>" : "";
        var docs = random.Next(4) == 0 ? Any(MethodParts.Docs) : "";
        var more = random.Next(10) == 0 ? Any(MethodParts.Notices) : "";
        return $"{docs}{marks} {more} {access} {returned} M{random.Next(50)}{generic}({parameters}) => throw new Exception();";
    }

    private string Any(string[] from) => from[random.Next(from.Length)];
}
