using System.CommandLine;
using System.Text;
using EasGen.Cli.Import;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Import;

/// <summary>The verb: what it writes, what it says, and how it takes bad input.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Iris =
        """{"metadata":{"name":"iris","instance":1},"cloud":{"computing":{"instances":[{"type":"ecs.c7.large"}]}},"containers":"""
        + """[{"image":"a:1","port":8000,"command":"a"}]}""";

    private readonly Folder folder = new();

    private string Out => folder.At("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Writes_a_class_for_each_file()
    {
        folder.Write("in/a.json", Iris);
        folder.Write("in/b/b.json", Iris.Replace("iris", "lily", StringComparison.Ordinal));
        folder.Write("in/package.json", """{"name":"web","version":"1"}""");

        var (code, said, complained) = Run(folder.At("in"), "--output", Out, "--namespace", "Acme.Services");

        Assert.Equal((ExitCode.Clean, ""), (code, complained));
        Assert.Equal(["Iris.cs", "Lily.cs"], Written());
        Assert.Contains("namespace Acme.Services;\n", File.ReadAllText(Path.Combine(Out, "Iris.cs")), StringComparison.Ordinal);
        Assert.Contains($"{folder.At("in/a.json")} -> {Path.Combine(Out, "Iris.cs")}", said, StringComparison.Ordinal);
        Assert.EndsWith("2 services imported, 1 other JSON file skipped\n", said, StringComparison.Ordinal);
        Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(Out, "Iris.cs"))[0]);
    }

    [Fact]
    public void Writes_the_language_of_the_project()
    {
        var (code, _, complained) = Run(folder.Write("a.json", Iris), "-o", Out, "-n", "Acme", "--language-version", "7.3");

        Assert.Equal((ExitCode.Clean, ""), (code, complained));
        Assert.Contains("namespace Acme\n{\n", File.ReadAllText(Path.Combine(Out, "Iris.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_it_did()
    {
        var file = folder.Write("a.json", """
            {
              "name": "iris", "token": "hush-hush",
              "metadata": {"rpc.keepalive": 5000, "instance": -1, "zzz": 1},
              "cloud": {"computing": {"instance_type": "ecs.c7.large", "instances": null}},
              "containers": [{"image": "a:1", "port": 8000, "command": "a", "env": [{"name": "A", "value": 1}]}]
            }
            """);

        var (code, said, _) = Run(file, "--output", Out);

        Assert.Equal(ExitCode.Errors, code);
        Assert.Equal(
            $$"""
            {{file}} -> {{Path.Combine(Out, "Iris.cs")}}
              2:11: normalised EAS0015: 'name' has moved to 'metadata.name'
              2:28: secret: 'token' is ${EAS_TOKEN} now; fill it in at deployment
              3:33: normalised: 'metadata.rpc.keepalive' has its usual form now
              3:51: error EAS0105: 'metadata.instance' is -1; set it to 0 or more
              3:62: unknown EAS0004: 'metadata.zzz' is not a known setting; check its spelling and its place
              4:44: normalised: 'cloud.computing.instance_type' is 'cloud.computing.instances[0].type' now
              4:73: normalised: 'cloud.computing.instances' is null, so it is left out
              5:96: normalised EAS0016: 'containers[0].env[0].value' is the number 1; write "1"
              The class does not build until its errors are fixed.
            1 service imported, 1 error, 1 setting unknown, 5 settings normalised, 1 secret replaced

            """,
            said.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Leaves_what_is_there_unless_it_is_the_same_or_forced()
    {
        var file = folder.Write("a.json", Iris);
        var output = folder.Write("out/Iris.cs", "// mine");

        var (code, _, complained) = Run(file, "--output", Out);
        Assert.Equal((ExitCode.Unusable, "// mine"), (code, File.ReadAllText(output)));
        Assert.Equal(
            $"error: '{file}' is not imported: '{output}' already exists and differs; use --force to replace it, or another --output\n",
            complained);

        Assert.Equal(ExitCode.Clean, Run(file, "--output", Out, "--force").Code);
        Assert.Contains("class Iris;", File.ReadAllText(output), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, Run(file, "--output", Out).Code);
    }

    [Fact]
    public void Gives_two_services_of_one_name_two_files()
    {
        var (code, said, _) = Run(
            folder.Write("a.json", Iris),
            folder.Write("b.json", Iris),
            folder.Write("c.json", Iris.Replace("iris", "IRIS", StringComparison.Ordinal)),
            "--output",
            Out);

        Assert.Equal(ExitCode.Errors, code);
        Assert.Equal(["IRIS3.cs", "Iris.cs", "Iris2.cs"], Written());
        Assert.Equal(2, said.Split("EAS1002").Length - 1);
    }

    [Theory]
    [InlineData("empty.json", "", "is empty")]
    [InlineData("blank.json", " \n", "is empty")]
    [InlineData("binary.json", "\0\u0001\u0002", "is not a text file; service JSON is text in UTF-8")]
    [InlineData("latin.json", "\"ä\"", "is not JSON: line 1, column 2: The file is not UTF-8")]
    [InlineData("text.json", "hello", "is not JSON: line 1, column 1: ")]
    [InlineData("half.json", "{\n  \"a\": ", "is not JSON: line 2, column ")]
    [InlineData("comment.json", "// nothing", "is not JSON: line 1, column ")]
    [InlineData("list.json", "[1]", "is not a service: ")]
    [InlineData("service.dll", "MZ", "is an assembly")]
    public void Takes_bad_input_in_one_line(string name, string content, string message)
    {
        File.WriteAllBytes(folder.At(name), Encoding.Latin1.GetBytes(content));

        TakesInOneLine(name, message);
    }

    [Fact]
    public void Takes_huge_input_in_one_line()
    {
        using (var file = File.Create(folder.At("huge.json")))
            file.SetLength(65 << 20);

        TakesInOneLine("huge.json", "is larger than 64 MB");
    }

    [Theory]
    [InlineData("missing.json", "does not exist")]
    [InlineData("*.jsn", "matches no files")]
    public void Takes_what_is_not_there_in_one_line(string name, string message)
    {
        var path = folder.At(name);

        var (code, _, complained) = Run(path, folder.Write("iris.json", Iris), "--output", Out);

        Assert.Equal((ExitCode.Unusable, $"error: '{path}' {message}\n"), (code, complained));
        Assert.Equal(["Iris.cs"], Written());
    }

    [Fact]
    public void Takes_an_output_that_cannot_be_in_one_line()
    {
        var file = folder.Write("iris.json", Iris);
        folder.Write("out", "a file");
        Directory.CreateDirectory(folder.At("there/Iris.cs"));

        var below = Run(file, "--output", folder.At("out/below"));
        var taken = Run(file, "--output", folder.At("there"));

        foreach (var (code, said, complained) in new[] { below, taken })
        {
            Assert.Equal(ExitCode.Unusable, code);
            Assert.StartsWith($"error: '{file}' is not imported: ", complained, StringComparison.Ordinal);
            Assert.Equal(1, complained.Count(static sign => sign == '\n'));
            Assert.Equal("0 services imported, 1 input not usable\n", said);
        }
        Assert.Empty(Directory.GetFiles(folder.At("there")));
    }

    [Theory]
    [InlineData("--namespace", "Acme.class")]
    [InlineData("--namespace", "")]
    [InlineData("--namespace")]
    [InlineData("--language-version", "7.2")]
    [InlineData("--language-version", "latest")]
    [InlineData("--language-version")]
    public void Refuses_a_wrong_command(params string[] arguments)
    {
        Assert.Equal(ExitCode.Unusable, Run([folder.Write("iris.json", Iris), "--output", Out, .. arguments]).Code);
        Assert.False(Directory.Exists(Out));
    }

    private void TakesInOneLine(string name, string message)
    {
        var (code, said, complained) = Run(folder.At(name), folder.Write("iris.json", Iris), "--output", Out);

        Assert.Equal(ExitCode.Unusable, code);
        Assert.StartsWith($"error: '{folder.At(name)}' {message}", complained, StringComparison.Ordinal);
        Assert.Equal(1, complained.Count(static sign => sign == '\n'));
        Assert.EndsWith("1 service imported, 1 input not usable\n", said, StringComparison.Ordinal);
        Assert.Equal(["Iris.cs"], Written());
    }

    private string[] Written() => [.. Directory.GetFiles(Out).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static (int Code, string Wording, string Complained) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var parsed = new RootCommand { ImportCommand.Create() }.Parse(["import", .. arguments]);
        var code = parsed.Invoke(new() { Output = output, Error = error });
        return (parsed.Errors.Count > 0 ? ExitCode.Unusable : code, output.ToString(), error.ToString());
    }
}
