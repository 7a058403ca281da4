using EasGen.Cli.Import;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Cli.Tests.Import;

/// <summary>A class is written in the C# of its project.</summary>
public class LanguageTests
{
    private const string Json = """
        {"name": "iris_classifier", "new": {"a": "a long text that does not fit on a line with others", "b": [1, 2]},
         "containers": [{"image": "a:1", "script": "cd /app\nexec dotnet Iris.dll\n"}]}
        """;

    [Theory]
    [InlineData("7.3")]
    [InlineData("8")]
    [InlineData("9.0")]
    [InlineData("10")]
    [InlineData("11")]
    [InlineData("12")]
    [InlineData("13")]
    public void Builds_in_it_to_the_same_settings(string language)
    {
        Assert.True(LanguageVersionFacts.TryParse(language, out var version));
        foreach (var json in new[] { Json, Imports.Everything() })
        {
            foreach (var space in new[] { null, "Acme.Services" })
            {
                var imported = Imports.Of(json, space: space, language: language);
                var built = Built.Of(version, imported.Code);

                Assert.Equal(
                    Normalisation.Settings(Imports.Artifact(Imports.Of(json))),
                    Normalisation.Settings(Imports.Artifact(imported, built)));
            }
        }
    }

    [Fact]
    public void The_oldest_has_blocks_and_quoted_strings() => Assert.Equal(
        """
        using EasGen;

        namespace Acme
        {
            /// <summary>Imported from iris.json.</summary>
            [EasService("iris_classifier")]
            [Container(
                "a:1",
                Script = "cd /app\n" +
                    "exec dotnet Iris.dll\n")]
            [RawSetting("/new", "{\"a\": \"a long text that does not fit on a line with others\", \"b\": [1, 2]}")]
            public sealed partial class IrisClassifier
            {
            }
        }

        """,
        Imports.Of(Json, "iris.json", "Acme", "7.3").Code);

    [Theory]
    [InlineData("10", "namespace Acme;", "class IrisClassifier\n{\n}\n", "\"{\\\"a\\\": ")]
    [InlineData("11", "namespace Acme;", "class IrisClassifier\n{\n}\n", "\"\"\"\n")]
    [InlineData("12", "namespace Acme;", "class IrisClassifier;\n", "\"\"\"\n")]
    public void A_newer_one_is_shorter(string language, params string[] forms) => Assert.All(
        forms,
        form => Assert.Contains(form, Imports.Of(Json, "iris.json", "Acme", language).Code, StringComparison.Ordinal));

    [Fact]
    public void The_usual_one_is_the_newest_that_makes_a_difference() =>
        Assert.Equal(Imports.Of(Json, language: "99").Code, Imports.Of(Json).Code);

    [Theory]
    [InlineData("7.3", 7)]
    [InlineData("8", 8)]
    [InlineData("8.0", 8)]
    [InlineData("14", 14)]
    [InlineData("99", 99)]
    [InlineData("7", null)]
    [InlineData("7.2", null)]
    [InlineData("8.1", null)]
    [InlineData("100", null)]
    [InlineData("-8", null)]
    [InlineData("+8", null)]
    [InlineData(" 8", null)]
    [InlineData("", null)]
    [InlineData("latest", null)]
    public void A_version_is_written_as_LangVersion_has_it(string text, int? major) =>
        Assert.Equal(major, CSharpVersion.Parse(text)?.Major);
}
