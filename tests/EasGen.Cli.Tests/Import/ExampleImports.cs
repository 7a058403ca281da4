using EasGen.Core;

namespace EasGen.Cli.Tests.Import;

/// <summary>Real files become classes that compile as they stand and build to the same settings.</summary>
public class ExampleImports
{
    public static TheoryData<string> Examples => Imports.Files("examples");

    public static TheoryData<string> Misconfigurations => Imports.Files("misconfigs");

    [Theory, MemberData(nameof(Examples))]
    public async Task Build_to_the_same_settings(string file)
    {
        var json = Imports.Read("examples", file);
        var imported = Imports.Of(json, file, "Acme.Services");

        Assert.Equal(Normalisation.Expected(json, imported.Secrets), Normalisation.Settings(Imports.Artifact(imported)));
        Assert.Empty((await Built.Of(imported.Code).Errors()).Except(Errors(json)));
    }

    [Fact]
    public void Are_all_there() => Assert.Equal(20, Examples.Count);

    [Theory, MemberData(nameof(Misconfigurations))]
    public async Task Wrong_ones_lose_nothing_and_stay_wrong(string file)
    {
        var json = Imports.Read("misconfigs", file);
        var imported = Imports.Of(json, file);

        Assert.Equal(Normalisation.Expected(json, imported.Secrets), Normalisation.Settings(Imports.Artifact(imported)));
        Assert.Equal(imported.Builds, !(await Built.Of(imported.Code).Errors()).Any());
        Assert.True(imported.Builds || Errors(json).Any());
    }

    private static IEnumerable<string> Errors(string json) =>
        ServiceReader.Read(json).AllFindings().Where(static finding => finding.Rule.Severity == Severity.Error).Select(static finding => finding.Rule.Id);
}
