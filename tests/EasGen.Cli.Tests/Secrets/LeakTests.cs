using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Secrets;

/// <summary>Marked secrets go through every verb and every format, and no mark comes out.</summary>
public class LeakTests
{
    private const string Mark = "MARK";

    // MARKDOCKER:MARKPASS.
    private const string DockerAuth = "TUFSS0RPQ0tFUjpNQVJLUEFTUw==";

    private static readonly string[] Reporting = [.. FileFindings.SecretRules.Select(static rule => rule.Id)];

    private const string Own = """
        {
          "metadata": {"name": "svc", "instance": 1, "note": "the password is MARK-1a"},
          // A copy of MARKAGAIN-2, and Authorization: Bearer MARK3
          "labels": {"api_key": "MARKLABEL4"},
          "cloud": {"computing": {"instances": [{"type": "ecs.c7.large"}]}},
          "token": "MARKAGAIN-2", "token": "MARKTWICE5",
          "a": [{"b": [{"client_secret": ["MARKLIST6", "MARKLIST7"]}]}],
          "containers": [{"image": "acme/iris:1", "port": 8080,
            "command": "serve --hf-token 'MARK 8' --redis-url redis://:MARK9@h:6379/0 && curl -u me:MARK10 h; run MARKAGAIN-2",
            "args": ["--password", "MARK11"],
            "env": [
              {"name": "LONG_TOKEN", "value": ["MARKLONG12-0123456789-0123456789-0123456789-0123456789"]},
              {"name": "ESCAPED_PASSWORD", "value": "\u004dARK13\t\"x"},
              {"name": "KEYS", "value": "id=LTAIMARK14abcdefgh gh=ghp_MARK15abcdefghijkl sk=sk-MARK16abcdefghijkl"},
              {"name": "COPY", "value": "MARKAGAIN-2"},
              {"name": "JSON", "value": "{\"db\": {\"password\": \"MARK17\"}}"}]}]
        }
        """;

    // The file that stands above, which has no path, and public ones where they are.
    public static TheoryData<string> Files =>
        ["", .. ServiceFiles.Public("cases").Where(static file => Path.GetFileName(file) == "secrets.json")];

    [Theory, MemberData(nameof(Files))]
    public async Task No_mark_comes_out(string path)
    {
        using var folder = new Folder();
        var json = path.Length > 0 ? ServiceFiles.Read(path) : Own;
        var whole = folder.Write("whole.json", json);
        // Broken in front, in the middle, at the end, and everywhere by curly quotes.
        string[] files =
        [
            whole,
            folder.Write("front.json", "True " + json),
            folder.Write("end.json", json.TrimEnd()[..^1]),
            folder.Write("comma.json", json.Replace("\"containers\"", ",\"containers\"", StringComparison.Ordinal)),
            folder.Write(
                "line.json",
                json.ReplaceLineEndings(" ").Replace("\"containers\"", "\u201Ccontainers\u201D", StringComparison.Ordinal)),
            folder.Write("list.json", $"[{json}]"),
        ];

        foreach (var format in new[] { "text", "json", "sarif" })
        {
            foreach (var file in files)
                ShouldBeClean(await Easgen.Run("check", file, "--format", format));
            ShouldBeClean(await Easgen.Run("check", folder.Root, "--format", format));
        }
        foreach (var file in files)
        {
            ShouldBeClean(await Easgen.Run("import", file, "--output", folder.At("classes"), "--force"));
            ShouldBeClean(await Easgen.Run("emit", file, "--output", folder.At("emitted")));
        }
        var code = Assert.Single(Directory.GetFiles(folder.At("classes")));
        ShouldBeClean(await File.ReadAllTextAsync(code));
    }

    public static TheoryData<string> Odd => [.. OddPlaces.All.Select(static place => place.Name)];

    [Theory, MemberData(nameof(Odd))]
    public async Task No_mark_comes_out_of_an_odd_place(string name)
    {
        using var folder = new Folder();
        var json = OddPlaces.All.Single(place => place.Name == name).Json;
        var file = folder.At("odd.json");
        await File.WriteAllBytesAsync(file, json);
        // Nor what a mark is encoded as.
        var encoded = Regex.Matches(Encoding.UTF8.GetString(json), "[A-Za-z0-9+/]{12,}={0,2}")
            .Select(static match => match.Value)
            .Where(static text => text.Length % 4 == 0
                && Encoding.UTF8.GetString(Convert.FromBase64String(text)).Contains(Mark, StringComparison.Ordinal))
            .ToArray();

        string[][] runs =
        [
            ["check", file], ["check", file, "--format", "json"], ["check", file, "--format", "sarif"],
            ["import", file, "--output", folder.At("classes")], ["emit", file, "--output", folder.At("emitted")],
        ];
        foreach (var run in runs)
        {
            var answer = await Easgen.Run(run);
            ShouldBeClean(answer);
            Assert.All(encoded, text => Assert.DoesNotContain(text, answer.Output + answer.Error, StringComparison.Ordinal));
        }
        foreach (var code in Directory.Exists(folder.At("classes")) ? Directory.GetFiles(folder.At("classes")) : [])
        {
            ShouldBeClean(await File.ReadAllTextAsync(code));
            Assert.All(encoded, text => Assert.DoesNotContain(text, File.ReadAllText(code), StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Each_secret_is_reported_at_its_place(string path)
    {
        using var folder = new Folder();
        var json = path.Length > 0 ? ServiceFiles.Read(path) : Own;
        var marked = Marked(DocumentReader.Parse(System.Text.Encoding.UTF8.GetBytes(json), out var document), "")
            .Concat(document.Comments
                .Where(static comment => comment.Text.Contains(Mark, StringComparison.Ordinal))
                .Select(static comment => comment.Pointer));

        using var report = JsonDocument.Parse((await Easgen.Run("check", folder.Write("a.json", json), "--format", "json")).Output);

        var findings = report.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray();
        var reported = findings
            .Where(static finding => Reporting.Contains(finding.GetProperty("rule").GetString()))
            .Select(static finding => finding.GetProperty("pointer").GetString()!);
        // What is only a copy of a secret is masked, and is not reported once more.
        Assert.Empty(marked.Except(reported).Except(["/containers/0/env/3/value"]));
    }

    private static IEnumerable<string> Marked(JsonNode json, string pointer) => json.Kind switch
    {
        JsonKind.Object => json.Members.SelectMany(member => Marked(member.Value, $"{pointer}/{JsonPointer.Escape(member.Key)}")),
        JsonKind.Array => json.Items.SelectMany((item, index) => Marked(item, $"{pointer}/{index}")),
        _ => json.Text.Contains(Mark, StringComparison.Ordinal) || json.Text == DockerAuth ? [pointer] : [],
    };

    private static void ShouldBeClean(Answer answer) => ShouldBeClean(answer.Output + answer.Error);

    private static void ShouldBeClean(string text)
    {
        Assert.DoesNotContain(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"004dARK|M\\+u0041RK", text);
        Assert.DoesNotContain(DockerAuth, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key", "value")]
    [InlineData("Name", "Value")]
    [InlineData("NAME", "VALUE")]
    [InlineData("name", "val")]
    [InlineData("name", "Value")]
    [InlineData("name", "content")]
    [InlineData("k", "v")]
    [InlineData("env", "value")]
    [InlineData("variable", "value")]
    public async Task A_variable_in_the_words_of_another_tool_keeps_its_secret(string name, string value)
    {
        using var folder = new Folder();
        var variable = $$"""{"{{value}}":"MARKother1234","{{name}}":"DB_PASSWORD"}""";
        var file = folder.Write(
            "a.json", Folder.Right.Replace("\"command\"", $"\"env\":[{variable}],\"command\"", StringComparison.Ordinal));

        var found = await Easgen.Run("check", file);
        var imported = await Easgen.Run("import", file, "--output", folder.Root);

        Assert.Contains(found.Findings, static finding => Reporting.Contains(finding.Split(' ')[1]));
        ShouldBeClean(found);
        ShouldBeClean(imported);
        var code = string.Concat(Directory.GetFiles(folder.Root, "*.cs").Select(File.ReadAllText));
        Assert.DoesNotContain(Mark, code, StringComparison.Ordinal);
        Assert.Contains("${DB_PASSWORD}", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"env": [{"name": "DB_PASSWORD" "value": "MARKone1"}]}""")]
    [InlineData("{\"env\": [{\"name\": \"DB_PASSWORD\"\n \"value\": \"MARKone1\"}]}")]
    [InlineData("""{"env": [{name: "DB_PASSWORD", value: "MARKone1"}]}""")]
    [InlineData("""{"env": [{name: "DB_PASSWORD", value: 'MARKone1'}]}""")]
    [InlineData("""{"env": [{"name":DB_PASSWORD, "value":MARKone1}]}""")]
    [InlineData("""{"env": [{"value": "MARKone1", "name": "DB_PASSWORD"},]]}""")]
    [InlineData("""{"env": [{"name": "DB_PASSWORD", MARKone1}]}""")]
    [InlineData("""{"env": [{"name": "DB_PASSWORD", "value" MARKone1}]}""")]
    [InlineData("""{"token": `MARKone1`}""")]
    [InlineData("{\"token\": \"\"\"MARKone1\"\"\"}")]
    [InlineData("""{"token": u"MARKone1"}""")]
    [InlineData("""{"token": b'MARKone1'}""")]
    [InlineData("""{"token": <MARKone1>}""")]
    [InlineData("""{"token":: "MARKone1"}""")]
    [InlineData("""{"token": "one" + "MARKone1"}""")]
    [InlineData("""{"token": null MARKone1}""")]
    [InlineData("{\"token\": \"one\"MARKone1\"}")]
    [InlineData("""{"token": MARKone1==}""")]
    [InlineData("""{"password": MARKone1:def}""")]
    [InlineData("""{"DB_PASSWORD=MARKone1":: 1}""")]
    [InlineData("""{"value": MARKone, "name": "DB_PASSWORD"}""")]
    [InlineData("\uFEFF{\"name\": \"DB_PASSWORD\", MARKone}")]
    [InlineData("{\"token\":\n  MARKone\n}")]
    public async Task What_is_no_json_shows_no_value_of_a_promising_name(string json)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", json);

        foreach (var format in new[] { "text", "json", "sarif", "github" })
            ShouldBeClean(await Easgen.Run("check", file, "--format", format));
        ShouldBeClean(await Easgen.Run("import", file, "--output", folder.Root));
    }

    [Fact]
    public async Task What_is_no_json_still_shows_its_keys()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", """{"token": "MARKone1" "port": 8000, "command": "./iris"}""");

        var answer = await Easgen.Run("check", file);

        Assert.Contains("""    1 | {"token": ********** "port": ****, "command": ********}""", answer.Lines);
    }

    // What the tool says itself would tell which word was hidden in it.
    [Theory]
    [InlineData("in")]
    [InlineData("a")]
    [InlineData("text")]
    [InlineData("clear")]
    [InlineData("value")]
    public async Task The_words_of_a_message_stay(string secret)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Right.Replace(
            "\"command\":\"./iris\"", $$"""{{"\"env\""}}:[{"name":"DB_PASSWORD","value":"{{secret}}"}]""", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file);

        Assert.Contains(
            answer.Lines,
            static line => line.EndsWith(
                "would be in the artifact in clear text; write ${DB_PASSWORD} and fill it in at deployment", StringComparison.Ordinal));
        Assert.Contains(answer.Lines, static line => line.Contains(
            "The container has neither a command nor a script", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Lines, line => line.Contains($"\"{secret}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_secret_that_is_given_twice_is_hidden_twice()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", """{"metadata":{"name":"a"},"token":"ab1","token":"xyz"}""");

        var answer = await Easgen.Run("check", file);

        Assert.DoesNotContain("ab1", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("xyz", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_without_secrets_is_shown_as_it_is()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", """{"metadata": {"disk": "20Gi" "rpc.keepalive": 5000}}""");

        Assert.Contains("""    1 | {"metadata": {"disk": "20Gi" "rpc.keepalive": 5000}}""", (await Easgen.Run("check", file)).Lines);
    }

    [Fact]
    public async Task What_a_comment_tells_is_hidden_in_a_comparison_too()
    {
        using var folder = new Folder();
        var told = Folder.Right.Replace("./iris", "./iris MARKother1234", StringComparison.Ordinal);

        ShouldBeClean(await Easgen.Run(
            "diff",
            folder.Write("a.json", "// password: MARKother1234\n" + told),
            folder.Write("b.json", Folder.Right)));
    }

    // Each takes minutes where the time grows with the square of the size.
    [Theory]
    [InlineData("""{"containers":[{"env":[{}""", """,{"name":"T#_TOKEN","value":"a#"}""", 3_000, "]}]}")]
    [InlineData("""{"z":1""", ",\"token\":\"ab1\"", 20_000, "}")]
    [InlineData("""{"z":1""", ",\"token\":null", 20_000, "}")]
    [InlineData("""{"token": "ab1" """, "\"\\\n", 50_000, "")]
    [InlineData("""{"token": "ab1" """, "a\n\n\n\n\n\n\n\n", 50_000, "")]
    public async Task A_hostile_file_keeps_nobody_waiting(string start, string part, int times, string end)
    {
        using var folder = new Folder();
        var parts = Enumerable.Range(0, times).Select(index => part.Replace("#", $"{index}", StringComparison.Ordinal));
        var file = folder.Write("hostile.json", start + string.Concat(parts) + end);
        var other = folder.Write("other.json", Folder.Right);

        Assert.NotEqual(0, (await Easgen.Run("check", file)).Code);
        Assert.NotEqual(0, (await Easgen.Run("diff", file, other)).Code);
    }
}
