using System.Text;
using System.Text.Json;
using EasGen.Cli.Fixing;
using EasGen.Cli.Tests.Emit;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Fixing;

/// <summary>What --fix does to files, and what it does not.</summary>
public class FixTests
{
    private static readonly string Wrong = Folder.With(Folder.Wrong, "\"group\":null");

    [Fact]
    public async Task Certain_fixes_are_applied_and_the_rest_is_reported()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Wrong);

        var before = await Easgen.Run("check", file);
        var answer = await Easgen.Run("check", file, "--fix");

        Assert.Equal("1 service, 1 error, 0 warnings, 1 note, 1 fixable with --fix", before.Lines[^1]);
        Assert.Equal($"{file}: fixed EAS0019: 'metadata.group': Remove it", answer.Lines[0]);
        Assert.Equal(["error EAS0201"], answer.Findings);
        Assert.Equal("1 service, 1 error, 0 warnings, 1 fixed", answer.Lines[^1]);
        Assert.Equal((1, "", Folder.Wrong), (answer.Code, answer.Error, File.ReadAllText(file)));
    }

    [Fact]
    public async Task Behind_a_thousand_variables_a_setting_is_fixed_too()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", WithVariables("""{"name":"V1400","value":null}"""));

        var answer = await Easgen.Run("check", file, "--fix");

        Assert.Equal($"{file}: fixed EAS0019: 'containers[0].env[1400].value': Remove it", answer.Lines[0]);
        Assert.Equal(WithVariables("""{"name":"V1400"}"""), File.ReadAllText(file));
    }

    [Fact]
    public async Task Behind_a_thousand_variables_a_secret_is_hidden_too()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", WithVariables("""{"name":"V1400","value":"hf_abcdefghij0123456789"}"""));

        var answer = await Easgen.Run("check", file);

        Assert.StartsWith($"{file}:1402:", answer.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["warning EAS0222"], answer.Findings);
        Assert.DoesNotContain("abcdefghij", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_for_programs_has_what_was_fixed()
    {
        using var folder = new Folder();

        folder.Write("a.json", Wrong);
        folder.Write("b.json", Folder.Right);

        var answer = await Easgen.Run("check", folder.Root, "--fix", "--format", "json");

        using var report = JsonDocument.Parse(answer.Output);
        Assert.Equal(1, report.RootElement.GetProperty("summary").GetProperty("fixed").GetInt32());
        Assert.Equal(
            ["""[{"rule":"EAS0019","pointer":"/metadata/group","fix":"Remove it"}]""", "[]"],
            report.RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(static file => JsonSerializer.Serialize(file.GetProperty("fixed"))));
    }

    [Fact]
    public async Task A_rule_that_is_off_is_not_fixed()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Wrong);

        var answer = await Easgen.Run("check", file, "--fix", "--severity", "EAS0019=off");

        Assert.Equal("1 service, 1 error, 0 warnings, 0 fixed", answer.Lines[^1]);
        Assert.Equal(Wrong, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_file_without_fixes_is_not_written()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));

        await Easgen.Run("check", file, "--fix");

        Assert.Equal(2001, File.GetLastWriteTimeUtc(file).Year);
    }

    [Fact]
    public async Task A_file_that_is_read_only_stays_and_is_told()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Wrong);
        File.SetAttributes(file, FileAttributes.ReadOnly);

        var answer = await Easgen.Run("check", file, "--fix");

        Assert.Equal([$"error: '{file}' is not fixed: it is read-only; make it writable, and run the command again"], answer.ErrorLines);
        Assert.Equal(["note EAS0019", "error EAS0201"], answer.Findings);
        Assert.Equal((2, Wrong), (answer.Code, File.ReadAllText(file)));
    }

    [Fact]
    public void A_file_that_has_changed_meanwhile_keeps_what_it_has_now()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", "new");

        var error = FileUpdate.Write(file, "old"u8.ToArray(), "fixed"u8.ToArray());

        Assert.Equal("is not fixed: it has changed meanwhile; run the command again", error!.Message);
        Assert.Equal(("new", 1), (File.ReadAllText(file), Directory.GetFiles(folder.Root).Length));
    }

    [Fact]
    public void A_file_that_is_gone_meanwhile_is_told()
    {
        using var folder = new Folder();

        Assert.StartsWith("is not fixed: ", FileUpdate.Write(folder.At("a.json"), [], [1])!.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public async Task Permissions_and_links_stay()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Wrong);
        Directory.CreateDirectory(folder.At("links"));
        File.CreateSymbolicLink(folder.At("links/b.json"), "../a.json");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, mode);

        await Easgen.Run("check", folder.At("links/b.json"), "--fix");

        Assert.Equal(Folder.Wrong, File.ReadAllText(file));
        Assert.Equal("../a.json", new FileInfo(folder.At("links/b.json")).LinkTarget);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(mode, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_standard_input_comes_out_fixed_and_the_report_beside_it()
    {
        using var folder = new Folder();
        byte[] input = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Wrong + "\r\n")];

        var (code, output, error) = await Easgen.Start(input, folder.Root, "check", "-", "--fix");

        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Folder.Wrong + "\r\n")], output);
        Assert.StartsWith("-: fixed EAS0019: ", error, StringComparison.Ordinal);
        Assert.EndsWith("1 service, 1 error, 0 warnings, 1 fixed\n", error, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    public static TheoryData<byte[], string> Broken => new()
    {
        { "{\"metadata\":"u8.ToArray(), "error EAS0001" },
        { Encoding.Unicode.GetBytes(Wrong), "'-' is text in UTF-16; save it as UTF-8" },
        { [1, 0, 2], "'-' is not a text file; service JSON is text in UTF-8" },
        { " \n"u8.ToArray(), "'-' is empty" },
        { """{"rules":[]}"""u8.ToArray(), "error EAS0101" },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_standard_input_that_is_broken_comes_out_as_it_is(byte[] input, string says)
    {
        using var folder = new Folder();

        var (_, output, error) = await Easgen.Start(input, folder.Root, "check", "-", "--fix");

        Assert.Equal(input, output);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_it_lost_if_the_baseline_is_missing()
    {
        using var folder = new Folder();
        var input = Encoding.UTF8.GetBytes(Wrong);

        var (code, output, error) = await Easgen.Start(input, folder.Root, "check", "-", "--fix", "--baseline", "typo.json");

        Assert.Equal((2, "error: 'typo.json' does not exist; --write-baseline makes it\n"), (code, error));
        Assert.Equal(input, output);
    }

    [Theory]
    [InlineData("\"runtime\":{/* why */\"termination_grace_period\":60}", "a comment or another setting is in its way")]
    [InlineData(
        "\"storage\":[{\"mount_path\":\"a\",\"oss\":{\"path\":\"oss://b/c/\"}},{\"mount_path\":\"a\",\"oss\":{\"path\":\"oss://b/d/\"}}]",
        "EAS0402 would be found instead")]
    public async Task A_fix_that_is_not_applied_is_told_with_its_reason(string more, string obstacle)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Right.Replace("\"containers\"", $"{more},\"containers\"", StringComparison.Ordinal));

        var text = await Easgen.Run("check", file, "--fix");
        var json = await Easgen.Run("check", file, "--fix", "--format", "json");
        var github = await Easgen.Run("check", file, "--fix", "--format", "github");

        Assert.Contains(text.Lines, line => line.StartsWith("       fix: ", StringComparison.Ordinal)
            && line.EndsWith($"; not applied, as {obstacle}", StringComparison.Ordinal));
        Assert.Contains($"\"notFixed\": \"{obstacle}\"", json.Output, StringComparison.Ordinal);
        Assert.Contains($"; not applied, as {obstacle}%0A", github.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not applied", (await Easgen.Run("check", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_JSON_and_what_is_built_stay()
    {
        using var folder = new Folder();
        var broken = folder.Write("a.json", "{\"metadata\":{\"group\":null},");
        var empty = folder.Write("b.json", "");
        var built = folder.At("Iris.dll");
        File.Copy(EmitTests.Sample, built);

        var answer = await Easgen.Run("check", broken, empty, built, "--fix");

        Assert.Contains("1 service,", answer.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(EmitTests.Sample), File.ReadAllBytes(built));
        Assert.Equal((2, "{\"metadata\":{\"group\":null},", ""), (answer.Code, File.ReadAllText(broken), File.ReadAllText(empty)));
    }

    [Fact]
    public async Task No_secret_is_in_what_is_said_of_a_fix()
    {
        using var folder = new Folder();
        const string Login = """
            "dockerAuth":"warden:lanterns","containers"
            """;
        var file = folder.Write("a.json", Folder.Right.Replace("\"containers\"", Login, StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file, "--fix", "--format", "json");

        Assert.Contains("\"fix\": \"Encode it\"", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lanterns", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\"d2FyZGVuOmxhbnRlcm5z\"", File.ReadAllText(file), StringComparison.Ordinal);
    }

    // Of 1500, each on its line.
    private static string WithVariables(string one) => Folder.Right.Replace(
        "\"port\":8000",
        "\"port\":8000,\"env\":[\n"
            + string.Join(",\n", Enumerable.Range(0, 1500).Select(i => i == 1400 ? one : $$"""{"name":"V{{i}}","value":"v"}"""))
            + "\n]",
        StringComparison.Ordinal);

    [Fact]
    public async Task A_relative_link_is_followed_from_where_it_is()
    {
        using var folder = new Folder();
        folder.Write("a.json", Wrong);
        File.CreateSymbolicLink(folder.At("link.json"), "a.json");

        var (code, _, error) = await Easgen.Start([], folder.Root, "check", "link.json", "--fix");

        Assert.Equal((1, "", Folder.Wrong), (code, error, File.ReadAllText(folder.At("a.json"))));
        Assert.Equal("a.json", new FileInfo(folder.At("link.json")).LinkTarget);
    }

    [Theory]
    [InlineData("""{"name":"iris","name":"iris","metadata":{"instance":2},""", 2)]
    [InlineData("""{"name":"iris","metadata":{},""", 1)]
    [InlineData("""{"name":"iris",""", 1)]
    [InlineData("""{"metadata":null,"metadata":null,"name":"iris",""", 3)]
    public async Task What_can_be_fixed_is_counted_and_fixed_at_once(string start, int count)
    {
        using var folder = new Folder();
        var rest = Folder.Right[Folder.Right.IndexOf("\"cloud\"", StringComparison.Ordinal)..];
        var file = folder.Write("a.json", start + rest);

        var answer = await Easgen.Run("check", file, "--fix");
        var again = await Easgen.Run("check", file, "--fix");

        Assert.Contains($"{count} fixed", answer.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("0 fixed", again.Lines[^1], StringComparison.Ordinal);
        using var service = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal("iris", service.RootElement.GetProperty("metadata").GetProperty("name").GetString());
        Assert.DoesNotContain("fixable", (await Easgen.Run("check", file)).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_beside_a_setting_is_what_goes()
    {
        const string Probe = """{"http_get":{"path":"/healthz","port":8000}}""";
        using var folder = new Folder();
        var right = Folder.Right.Replace("\"port\":8000,", $"\"port\":8000,\"readiness_check\":{Probe},", StringComparison.Ordinal);
        var file = folder.Write("a.json", right.Replace("\"command\"", "\"health_check\":null,\"command\"", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file, "--fix");

        Assert.DoesNotContain("error EAS0003", answer.Findings);
        Assert.Equal(right.Replace("readiness_check", "health_check", StringComparison.Ordinal), File.ReadAllText(file));
    }
}
