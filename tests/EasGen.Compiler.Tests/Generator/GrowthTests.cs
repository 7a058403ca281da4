using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Core.Checking;
using EasGen.Core.Writing;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>
/// A service of twice the size costs about twice as much, to judge and to write: told by what is allocated, not by a
/// clock.
/// </summary>
public class GrowthTests
{
    private const int Some = 300;

    [Theory]
    [InlineData("[OssMount(\"oss://acme/#/\", \"/models/#\")]", "")]
    [InlineData("[OssMount(\"oss://acme/#\", \"models/#\")]", "")]
    [InlineData("[EnvironmentVariable(\"NAME_#\", \"value\")]", "")]
    [InlineData("[EnvironmentVariable(\"SECRET_TOKEN\", \"value\")]", "")]
    [InlineData("[Label(\"key#\", \"value\")]", "")]
    [InlineData("[RawSetting(\"/custom/key#\", \"1\")]", "")]
    [InlineData("[RawSetting(\"/labels/key#\", \"\\\"a\\\"\")]", "")]
    [InlineData("", "[Predict(\"/route#\")] public int P#(int request) => request;")]
    [InlineData("", "[Predict(\"/route\")] public int P#(int request) => request;")]
    public void Is_linear_in_what_a_class_says(string attribute, string member)
    {
        Cost(attribute, member, 10);
        var (once, twice) = (Cost(attribute, member, Some), Cost(attribute, member, 2 * Some));

        Assert.InRange(twice, once, once * 2.7);
    }

    [Fact]
    public void A_pointer_of_many_parts_is_refused_and_walked_by_nothing()
    {
        var source = Eas.Class($"[RawSetting(\"{string.Concat(Enumerable.Repeat("/a", 20_000))}\", \"1\")]");
        var annotated = new AnnotatedClass(TypeOf(source));

        Assert.Equal(["EAS0006", "EAS0111"], ServiceRules.Check(annotated.Service).Select(static finding => finding.Rule.Id));
        Assert.DoesNotContain("\"a\"", ServiceWriter.Write(annotated.Service), StringComparison.Ordinal);
    }

    private static long Cost(string attribute, string member, int count)
    {
        var type = TypeOf(Eas.Class(Repeat(attribute, count), Repeat(member, count)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var annotated = new AnnotatedClass(type);
        var map = new SourceMap(annotated, CancellationToken.None);
        var offer = new FixOffer(annotated, map);
        foreach (var finding in ServiceRules.Check(annotated.Service).Take(50))
            offer.For(finding, map.Find(finding.Pointer));
        ServiceWriter.Write(annotated.Service);
        _ = Constants.Of(annotated.Service);
        Assert.Equal(member.Length > 0, annotated.Methods.Count > 0);

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string text, int count) =>
        string.Join("\n", Enumerable.Range(0, count).Select(index => text.Replace(
            "#",
            index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal)));

    // Everything is bound before the count begins.
    private static INamedTypeSymbol TypeOf(string source)
    {
        var compilation = CSharpCompilation.Create(
            "A",
            [CSharpSyntaxTree.ParseText(source)],
            [.. References.Framework, .. Eas.Serving.ExtraReferences]);
        var type = compilation.GetTypeByMetadataName("Acme.IrisClassifier")!;
        foreach (var member in type.GetMembers().Prepend<ISymbol>(type))
        {
            foreach (var attribute in member.GetAttributes())
                _ = attribute.NamedArguments;
        }
        return type;
    }
}
