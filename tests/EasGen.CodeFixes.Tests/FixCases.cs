using System.Text.RegularExpressions;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.CodeFixes.Tests;

/// <summary>Services with mistakes: those of the rules' pages, mixtures of them, and both in variants.</summary>
internal static class FixCases
{
    private const string Sidecar = "[Container(\"registry-vpc.cn-shanghai.aliyuncs.com/acme/side:1.4\", Port = 8001, Command = \"run\")]";

    /// <summary>The wrong example of each page that shows C# with a service, by the rule's id.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Directory
        .GetFiles(Repository.At("docs", "rules"), "EAS*.md")
        .Select(static path => (Id: Path.GetFileNameWithoutExtension(path), Wrong: Regex.Match(
            File.ReadAllText(path),
            "\n## Wrong\n\n```csharp\n(.*?)```\n",
            RegexOptions.Singleline)))
        .Where(static page => page.Wrong.Success && page.Wrong.Groups[1].Value.Contains("[EasService", StringComparison.Ordinal))
        .ToDictionary(static page => page.Id, static page => page.Wrong.Groups[1].Value);

    /// <summary>Whether the index of rules says that there is a fix, which it takes from the page.</summary>
    public static bool PromisesFix(string id) =>
        File.ReadLines(Repository.At("docs", "rules", "README.md"))
            .Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal))
            .EndsWith("| yes |", StringComparison.Ordinal);

    /// <summary>Rules with a fix for another mistake than their page shows, of which two repairs are as likely.</summary>
    public static IReadOnlyList<string> FixedOtherwise { get; } = ["EAS0518", "EAS0544"];

    // What each page says beside the least that a service needs.
    private static readonly string[] Mistakes =
    [
        .. Pages.Values.SelectMany(static page => ServiceOf(page).AttributeLists.Select(static list => list.ToString()))
            .Where(static list => !list.Contains("EasService(", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>A service with a few mistakes of several pages.</summary>
    public static Sources Mixed(Random random)
    {
        var attributes = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Mistakes[random.Next(Mistakes.Length)]).Distinct()
            .Prepend("[InstanceType(\"ecs.c7.large\")]").Prepend(
                "[Container(\"registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4\", Port = 8000, Command = \"dotnet Iris.dll\")]");
        return Vary(
            $"using EasGen;\n\n[EasService(\"iris_classifier\")]\n{string.Join("\n", attributes)}\npublic "
            + $"sealed partial class IrisClassifier\n{{\n}}\n",
            random.Next(8));
    }

    /// <summary>A source with a second container (1), a predict method (2) and attributes on a second part of the class (4).</summary>
    public static Sources Vary(string source, int variant)
    {
        var service = ServiceOf(source);
        if ((variant & 1) != 0 && service.AttributeLists.FirstOrDefault(
            static list => list.ToString().StartsWith("[Container(", StringComparison.Ordinal)) is { } container)
            source = source.Insert(container.Span.End, "\n" + Sidecar);
        service = ServiceOf(source);
        if ((variant & 2) != 0
            && service.Modifiers.Any(SyntaxKind.PartialKeyword)
            && !source.Contains("[Predict", StringComparison.Ordinal))
            source = AddMember(source, service, "[Predict(\"/more\")] public string More(string request) => request;");
        service = ServiceOf(source);
        if ((variant & 4) == 0
            || !service.Modifiers.Any(SyntaxKind.PartialKeyword)
            || service.AttributeLists.Count < 2
            || service.TypeParameterList is not null)
            return source;

        var last = service.AttributeLists[^1];
        var home = source.Remove(last.Span.Start, last.Span.Length);
        return
        [
            ("Z.cs", home),
            (
                "A.cs",
                $"using EasGen;\n\n{last}\n{(service.Keyword.Text is "record" ? "partial record" : "partial class")} "
                + $"{service.Identifier};\n"),
        ];
    }

    private static string AddMember(string source, TypeDeclarationSyntax service, string member) => service.OpenBraceToken.Span.Length > 0
        ? source.Insert(service.OpenBraceToken.Span.End, $"\n    {member}")
        : source.Remove(service.SemicolonToken.Span.Start, 1).Insert(service.SemicolonToken.Span.Start, $"\n{{\n    {member}\n}}");

    private static TypeDeclarationSyntax ServiceOf(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
        .OfType<TypeDeclarationSyntax>().First(
            static type => type.AttributeLists.ToString().Contains("EasService(", StringComparison.Ordinal));
}
