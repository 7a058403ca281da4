using System.Text.Json;

namespace EasGen.EndToEnd;

/// <summary>What users write arrives, and placeholders are filled only on demand.</summary>
public class TextTests
{
    // As C# literals and as what they mean.
    private static readonly (string Literal, string Text)[] Hostile =
    [
        ("\"quotes \\\" and \\\\ backslashes\"", "quotes \" and \\ backslashes"),
        ("\"two\\nlines\\r\\nand a \\t tab\"", "two\nlines\r\nand a \t tab"),
        ("\"*/ end of comment /* </summary> <!--\"", "*/ end of comment /* </summary> <!--"),
        ("\"\\u2028 \\u2029 \\u0085 \\u200b \\0 \\x7f\"", "\u2028 \u2029 \u0085 \u200b \0 \x7f"),
        ("\"\\\"\\\"\\\" \\\"\\\"\\\"\\\" {0} {{ }} $(Path) %20 @(Compile)\"", "\"\"\" \"\"\"\" {0} {{ }} $(Path) %20 @(Compile)"),
        ("\"模型 \\U0001F33A ß İ\"", "模型 \U0001F33A ß İ"),
        ("@\"C:\\new\\table\"", "C:\\new\\table"),
    ];

    [Theory]
    [InlineData("14")]
    [InlineData("7.3")]
    public async Task Hostile_texts_arrive_unchanged_in_every_language_version(string version)
    {
        var attributes = Hostile.Select(static (text, index) => $"[EnvironmentVariable(\"V{index}\", {text.Literal})]");
        using var project = await UserProject.CreateAsync(
            Services.Class("Iris", "iris", attributes: string.Join("\n    ", attributes)), $"<LangVersion>{version}</LangVersion>");

        await project.BuildAsync();

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(project.At("bin/Debug/net10.0/eas/iris.json")));
        var variables = json.RootElement.GetProperty("containers")[0].GetProperty("env").EnumerateArray();
        Assert.Equal(
            Hostile.Select(static text => text.Text),
            variables.Select(static variable => variable.GetProperty("value").GetString()!));
    }

    [Fact]
    public async Task Placeholders_are_filled_by_the_build_or_stay()
    {
        using var project = await UserProject.CreateAsync(
            Services.Class("Iris", "iris_${STAGE}", attributes: "[EnvironmentVariable(\"A\", \"${A}+${B}+${STAGE}\")]"));

        await project.BuildAsync();
        var plain = project.Manifests();
        Assert.Equal(["bin/Debug/net10.0/eas/iris_${STAGE}.json"], plain);
        Assert.Contains("\"${A}+${B}+${STAGE}\"", await File.ReadAllTextAsync(project.At(plain[0])), StringComparison.Ordinal);

        // Nothing has to be compiled; the file of the old name goes. A value is not searched for further placeholders.
        await project.BuildAsync("--no-restore", "-p:EasGenVariables=STAGE=prod%3B A = x=${B}%3B");
        var filled = project.Manifests();
        Assert.Equal(["bin/Debug/net10.0/eas/iris_prod.json"], filled);
        Assert.Contains("\"x=${B}+${B}+prod\"", await File.ReadAllTextAsync(project.At(filled[0])), StringComparison.Ordinal);

        // What is filled in is judged too, and so is how it is given.
        (await project.FailAsync("--no-restore", "-p:EasGenVariables=STAGE=../Prod%3BNOVALUE%3B1X=2%3BA=1%3BA=2"))
            .ShouldSay("error EAS0101: Service 'iris_../Prod' at metadata.name: ")
            .ShouldSay("error EAS0013: Entry 2 of EasGenVariables, after STAGE, is not of the form NAME=value")
            .ShouldSay("error EAS0013: Entry 3 of EasGenVariables, after STAGE, is not of the form NAME=value")
            .ShouldNotSay("NOVALUE")
            .ShouldSay("error EAS0013: EasGenVariables gives A twice")
            .ShouldBeOurErrorsOnly();
        Assert.Equal(filled, project.Manifests());
    }

    [Fact]
    public async Task A_secret_that_is_filled_in_is_a_warning_which_the_project_may_silence()
    {
        using var project = await UserProject.CreateAsync(
            Services.Class("Iris", "iris", attributes: "[EnvironmentVariable(\"API_KEY\", \"${KEY}\")]"),
            "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");

        (await project.BuildAsync("-p:EasGenVariables=KEY=MARK0123456789"))
            .ShouldSay("Services.cs(9,6): warning EAS0020: Service 'iris' at ")
            .ShouldSay("1 Warning(s)")
            .ShouldNotSay("MARK0123456789");
        Assert.Contains(
            "MARK0123456789",
            await File.ReadAllTextAsync(project.At("bin/Debug/net10.0/eas/iris.json")),
            StringComparison.Ordinal);

        (await project.BuildAsync("--no-restore", "-p:EasGenVariables=KEY=MARK0123456789", "-p:NoWarn=EAS0020")).ShouldNotSay("EAS0020");
    }
}
