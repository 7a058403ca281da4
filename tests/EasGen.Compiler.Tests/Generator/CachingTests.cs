using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>What an edit costs. That an unchanged source costs nothing is checked by every generator test.</summary>
public class CachingTests
{
    private static readonly string Source = Eas.Class(
        "[Label(\"team\", \"a\")]",
        "[Predict] public Answer Classify(Request request) => new(\"x\");");

    [Fact]
    public void An_edit_in_another_file_changes_nothing()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.RunEdited(
            [Source, "class Other { int A() => 1; }"],
            [Source, "class Other { int A() => 2; }"],
            Eas.Serving);

        run.AssertCached();
    }

    [Theory]
    [InlineData("new(\"x\")", "new(\"another body\")")]
    [InlineData("using EasGen;", "using EasGen; // a comment")]
    [InlineData("[Label(\"team\", \"a\")]", "[Label(\"team\",   \"a\"  )]")]
    [InlineData("[Label(\"team\", \"a\")]", "[Label(key: \"team\", value: \"\" + \"a\")]")]
    public void An_edit_that_means_the_same_makes_no_new_output(string before, string after)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.RunEdited(
            Source,
            Source.Replace(before, after, StringComparison.Ordinal),
            Eas.Serving);

        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons["Services"]);
        run.AssertCached();
    }

    [Fact]
    public void A_setting_that_changes_makes_new_output_for_its_class_alone()
    {
        const string other = "[EasGen.EasService(\"other\")] [EasGen.Container(\"acme/other:1\")] partial class Other;";

        var run = GeneratorVerifier<EasServiceGenerator>.RunEdited(
            [Source, other],
            [Source.Replace("Port = 8000", "Port = 8001", StringComparison.Ordinal), other],
            Eas.Serving);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], run.Reasons["Services"].Order());
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.Reasons["SourceOutput"].OrderDescending());
    }
}
