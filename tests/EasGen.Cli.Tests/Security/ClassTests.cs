using EasGen.Cli.Tests.Import;
using EasGen.Cli.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Cli.Tests.Security;

/// <summary>Whatever a file says, its class is a class with attributes, in the folder that was asked for.</summary>
public class ClassTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var text in Attack.Texts)
            {
                texts.Add(text, "7.3");
                texts.Add(text, "12");
            }
            return texts;
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Text_is_never_code(string text, string language)
    {
        var json = $"/* {text.Replace("*/", "* /", StringComparison.Ordinal)} */ {Attack.Service(text)}";

        var imported = Imports.Of(json, file: text, space: "Acme", language: language);

        Assert.True(LanguageVersionFacts.TryParse(language, out var version));
        var root = CSharpSyntaxTree.ParseText(imported.Code, new CSharpParseOptions(version)).GetCompilationUnitRoot();
        Assert.Empty(root.GetDiagnostics());
        Assert.Equal("using EasGen;", Assert.Single(root.Usings).ToString());
        Assert.False(root.ContainsDirectives);
        var type = Assert.Single(root.DescendantNodes().OfType<MemberDeclarationSyntax>(), static member =>
            member is not BaseNamespaceDeclarationSyntax);
        Assert.Equal("public sealed partial class", string.Join(' ', ((ClassDeclarationSyntax)type).Modifiers) + " class");
        Assert.DoesNotContain(type.DescendantNodes(), static node => node is InvocationExpressionSyntax or TypeOfExpressionSyntax);
        Assert.Empty(Built.Of(version, imported.Code).Complaints);
    }

    [Fact]
    public async Task Nothing_is_written_outside_of_the_folder()
    {
        using var folder = new Folder();
        for (var i = 0; i < Attack.Texts.Length; i++)
            folder.Write($"in/{i}.json", Attack.Service(Attack.Texts[i]));
        folder.Write("in/..\\a.json", Folder.Right);
        var before = Files(folder);

        await Easgen.Run("import", folder.At("in"), "--output", folder.At("out/classes"));

        var classes = Files(folder).Except(before).ToArray();
        Assert.Equal(Attack.Texts.Length + 1, classes.Length);
        Assert.All(classes, file => Assert.Matches("^[A-Za-z0-9]+[.]cs\\z", Path.GetRelativePath(folder.At("out/classes"), file)));
    }

    private static string[] Files(Folder folder) => Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories);
}
