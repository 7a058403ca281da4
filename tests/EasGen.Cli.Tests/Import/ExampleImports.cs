using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Import;

/// <summary>Files become classes that compile as they stand and build to the same settings.</summary>
public class ExampleImports
{
    public static TheoryData<string> Examples => [.. ServiceFiles.Services];

    public static TheoryData<string> Misconfigurations => [.. ServiceFiles.Misconfigurations];

    [Theory, MemberData(nameof(Examples))]
    public async Task Build_to_the_same_settings(string file)
    {
        var json = ServiceFiles.Read(file);
        var imported = Imports.Of(json, Path.GetFileName(file), "Acme.Services");
        var built = Built.Of(imported.Code);

        Assert.Equal(Normalisation.Expected(json, imported.Secrets), Normalisation.Settings(Imports.Artifact(imported, built)));
        Assert.Empty((await built.Errors()).Except(Errors(json)));
    }

    [Theory, MemberData(nameof(Misconfigurations))]
    public async Task Wrong_ones_lose_nothing_and_stay_wrong(string file)
    {
        var json = ServiceFiles.Read(file);
        var imported = Imports.Of(json, Path.GetFileName(file));
        var built = Built.Of(imported.Code);

        Assert.Equal(Normalisation.Expected(json, imported.Secrets), Normalisation.Settings(Imports.Artifact(imported, built)));
        Assert.Equal(imported.Builds, !(await built.Errors()).Any());
        Assert.True(imported.Builds || Errors(json).Any());
    }

    private static IEnumerable<string> Errors(string json) =>
        ServiceReader.Read(json)
            .AllFindings()
            .Where(static finding => finding.Rule.Severity == Severity.Error)
            .Select(static finding => finding.Rule.Id);
}
