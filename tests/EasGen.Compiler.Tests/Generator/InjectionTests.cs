using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>Whatever texts the user's code has, the generated code has the same tokens: no text becomes code.</summary>
public class InjectionTests
{
    // The compiler says itself that they are no ids.
    private static readonly TestOptions Options = Eas.Serving with { AllowCompileErrors = true };

    public static TheoryData<string> Texts => new(
        "\"", "\"\"\"", "\"\"\"\"", "\\", "\\\"", "*/ class A { } /*", "\n class A { }", "\r class A { }",
        "\u0085 class A { }", "\u2028 class A { }",
        "\u2029 class A { }", "\"); A(); //", "{A()}", "\n#line 1 \"a\"", "\n#if A\n", "\n#pragma warning disable",
        "\n\"\"\";class A { }", "</summary><a>", "</docs>",
        "]]>", "&#10;class A { }", "\0", "\u202E", "##vso[a]", "a\u200Bb");

    [Theory, MemberData(nameof(Texts))]
    public void Text_is_never_code(string text) => Assert.Equal(Tokens("text"), Tokens(text));

    [Theory]
    [InlineData("X1", " X1")]
    [InlineData("", " CS0618")]
    [InlineData("X1\nclass A { }", "")]
    [InlineData("X1\r\nclass A { }", "")]
    [InlineData("X1\u2028class A { }", "")]
    [InlineData("X1 // a", "")]
    [InlineData("X1, CS0001", "")]
    public void An_id_of_a_notice_is_an_id_or_none_is_named(string id, string named)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            Eas.Class(members: $"[Obsolete(\"a\", DiagnosticId = {Literal(id)})] [Predict] public int Run(int request) => request;"),
            Options);

        var pragmas = Assert.Single(run.Sources, static source => source.Key == "Acme.IrisClassifier.g.cs").Value.Split('\n')
            .Where(static line => line.StartsWith("#pragma", StringComparison.Ordinal));
        Assert.Equal([$"#pragma warning disable{named}"], pragmas);
        Assert.DoesNotContain("class A", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    private static string[] Tokens(string text)
    {
        var literal = Literal(text);
        var run = GeneratorVerifier<EasServiceGenerator>.Run(Eas.Class(
            $"""
            [Label({literal}, {literal})] [EnvironmentVariable({literal}, {literal})] [OssMount({literal}, {literal})]
            [CustomMetric("a" + {literal}, Tag = {literal})] [DynamicParameter({literal}, {literal})] [PythonLibraries({literal})]
            [RawSetting("/zz/a", "[" + "\"a\"" + "]")] [RawSetting("/zz/b", {literal})] [ReadinessProbe(Path = {literal})]
            """,
            $"""
            /// <summary>{Doc(text)}</summary><remarks>{Doc(text)}</remarks>
            [Predict({literal})] public string Run(string request) => request;
            """), Options);
        return
        [
            .. run.Sources.OrderBy(static source => source.Key, StringComparer.Ordinal).SelectMany(static source =>
                CSharpSyntaxTree.ParseText(source.Value).GetRoot().DescendantTokens(descendIntoTrivia: true))
                .Select(static token => token.RawKind is (int)SyntaxKind.XmlTextLiteralToken ? "" : $"{token.Kind()} {Name(token)}"),
        ];
    }

    private static string Name(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) ? token.Text : "";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    // A comment is over at the end of its line.
    private static string Doc(string text) =>
        string.Concat(text.Select(static sign => sign is '<' or '&' or < ' ' or > '~' ? '.' : sign));
}
