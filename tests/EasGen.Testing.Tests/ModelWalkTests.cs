using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Testing.Tests;

public class ModelWalkTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("[System.Obsolete(\"x\")] class A;");
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("A", [Tree], References.Framework);
    private static readonly INamedTypeSymbol Class = Compilation.GetTypeByMetadataName("A")!;

    public static TheoryData<string, object> Forbidden => new()
    {
        { "Location", Tree.GetRoot().GetLocation() },
        { "SyntaxNode", Tree.GetRoot() },
        { "SyntaxNode", Tree.GetRoot().GetFirstToken() },
        { "SyntaxTree", Tree },
        { "SyntaxNode", Tree.GetRoot().GetReference() },
        { "Compilation", Compilation },
        { "SemanticModel", Compilation.GetSemanticModel(Tree) },
        { "ISymbol", Class },
        { "AttributeData", Class.GetAttributes()[0] },
        { "TypedConstant", Class.GetAttributes()[0].ConstructorArguments[0] },
        { "Location", Diagnostic.Create(
            "A",
            "B",
            "C",
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Error,
            true,
            0,
            location: Tree.GetRoot().GetLocation()) },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void What_belongs_to_a_compilation_is_found(string kind, object value)
    {
        ModelWalk.Find(value, "value").First().ShouldContain($"({kind})");
        ModelWalk.Find(ImmutableArray.Create(value), "array").First().ShouldContain($"({kind})");
        ModelWalk.Find(new Dictionary<string, object> { ["a"] = value }, "map").First().ShouldContain($"({kind})");
        ModelWalk.Find(new Derived(value), "base").First().ShouldContain($".hidden");
        ModelWalk.Find(() => value.ToString(), "closure").First().ShouldContain($"({kind})");
    }

    [Fact]
    public void Plain_data_is_fine_even_in_a_circle()
    {
        var circle = new List<object?>
        {
            1,
            "two",
            3m,
            null,
            typeof(ISymbol),
            DateTime.UnixEpoch,
            Accessibility.Public,
            ImmutableArray.Create(1.5),
        };
        circle.Add(circle);

        Assert.Empty(ModelWalk.Find(circle, "circle"));
    }

    private class Base(object value)
    {
        private readonly object hidden = value;

        public override string? ToString() => hidden.ToString();
    }

    private sealed class Derived(object value) : Base(value);
}
