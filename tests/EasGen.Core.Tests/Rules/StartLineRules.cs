using EasGen.Core.Checking;
using static EasGen.Core.Features.Container;
using static EasGen.Core.Features.StartLines;

namespace EasGen.Core.Tests;

public class StartLineRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0206_CommandIsOneProgram, "/containers/0/command", Commanded)
            .Refuses("cd /app && dotnet Iris.dll", "'&&'")
            .Refuses("${COMMAND} && run", "'&&'")
            .Refuses("dotnet Iris.dll || sleep 9", "'||'")
            .Refuses("cd /app; dotnet Iris.dll", "';'")
            .Refuses("dotnet Iris.dll | tee log", "'|'")
            .Refuses("cd /app\ndotnet Iris.dll", "'\\n'")
            .Refuses("python a.py & python b.py", "'&'")
            .Accepts("bash -c 'cd /app && exec python app.py --port 8000'", "/bin/sh -c \"python prepare.py; exec python app.py\"")
            .Accepts(
                "serve --filter 'a|b'",
                "serve --filter a|b --urls http://+:5000;http://+:8000",
                "serve 'a\nb'",
                "serve http://a/?b=1&c=2",
                "dotnet Iris.dll\n")
            .Accepts("dotnet Iris.dll", "dotnet Iris.dll --urls http://+:8000", "", "run & ", "${COMMAND}"),

        Judge<string>(EAS0211_ScriptPassesSignals, "/containers/0/script", Scripted)
            .Refuses("dotnet Iris.dll", "'exec dotnet …'", WithExec("exec dotnet Iris.dll"))
            .Refuses("cd /app\ndotnet Iris.dll\n", "'exec dotnet …'", WithExec("cd /app\nexec dotnet Iris.dll\n"))
            .Refuses("cd /app && dotnet Iris.dll", "'exec dotnet …'", WithExec("cd /app && exec dotnet Iris.dll"))
            .Refuses("cd /app; dotnet Iris.dll  \r\n", "'exec dotnet …'", WithExec("cd /app; exec dotnet Iris.dll  \r\n"))
            .Refuses("dotnet restore.dll\n\tdotnet Iris.dll", "'exec dotnet …'", WithExec("dotnet restore.dll\n\texec dotnet Iris.dll"))
            .Refuses("cd /app\nA=1 B=2 dotnet Iris.dll", "'exec dotnet …'", WithExec("cd /app\nA=1 B=2 exec dotnet Iris.dll"))
            .Refuses("cd ${APP_HOME}\ndotnet Iris.dll", "'exec dotnet …'", WithExec("cd ${APP_HOME}\nexec dotnet Iris.dll"))
            .Refuses("dotnet Iris.dll > log 2>&1", "'exec dotnet …'", WithExec("exec dotnet Iris.dll > log 2>&1"))
            .Refuses("echo 'a; b'\n/usr/bin/dotnet Iris.dll", "'exec dotnet …'", WithExec("echo 'a; b'\nexec /usr/bin/dotnet Iris.dll"))
            .Accepts(
                "trap 'kill $PID' TERM\ndotnet Iris.dll",
                "dotnet Iris.dll # exec\nexec ./run",
                "yes | dotnet Iris.dll",
                "if true; then dotnet Iris.dll; fi")
            .Accepts(
                "exec dotnet Iris.dll",
                "A=1 exec dotnet Iris.dll",
                "cd /app\nexec dotnet Iris.dll\n",
                "dotnet Iris.dll & wait",
                "dotnet a.dll\n./run",
                "mydotnet Iris.dll",
                "dotnet",
                ""),

        Judge<string>(EAS0213_ModelIsMounted, "/containers/0/command", Commanded)
            .Refuses("dotnet Iris.dll --model oss://b/iris.zip", "'oss://b/iris.zip'")
            .Refuses("serve --model=\"oss://${BUCKET}/iris\"", "'oss://${BUCKET}/iris'")
            .Accepts("dotnet Iris.dll --model /models/iris.zip", "dotnet Iris.dll --scheme oss", "echo foss://b", "")
            .Accepts(
                "python serve.py --result_dir oss://b/out/",
                "python serve.py --output=oss://b/out/",
                "OUTPUT_PATH=oss://b/out serve",
                "ossutil cp oss://b/iris /models"),
        Judge<string>(EAS0213_ModelIsMounted, "/containers/0/script", Scripted)
            .Refuses("cd /app\nvllm serve oss://b/llm/; wait", "'oss://b/llm/'")
            .Refuses("MODEL=oss://b/llm serve", "'oss://b/llm'")
            .Refuses("bash -c 'vllm serve oss://b/llm/'", "'oss://b/llm/'")
            .Accepts("cd /app\nvllm serve /models", "# vllm serve oss://b/llm/\nserve"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    public static TheoryData<string> HostileLines =>
    [
        "dotnet " + new string(' ', 100_000) + "&",
        new string('\'', 100_001),
        new string('"', 100_001),
        new string('(', 100_000),
        new string('`', 100_001),
        new string('\\', 100_001),
        new string('>', 100_000),
        new string('$', 100_000),
        string.Concat(Enumerable.Repeat("${", 50_000)),
        string.Concat(Enumerable.Repeat("<<a ", 25_000)) + "\n" + new string('\n', 50_000),
        string.Concat(Enumerable.Repeat("a;", 50_000)),
        string.Concat(Enumerable.Repeat("uvicorn a:b &", 8_000)),
        string.Concat(Enumerable.Repeat("--port ", 15_000)),
        string.Concat(Enumerable.Repeat("A=1 ", 25_000)) + "serve --port $A",
        string.Concat(Enumerable.Repeat("bash -c ", 12_000)),
        Enumerable.Range(0, 50).Aggregate("serve", static (inner, _) => $"bash -c \"{inner}\""),
        "serve --port " + string.Concat(Enumerable.Repeat("$A", 50_000)),
        "\0\u2028serve 'ünbalanced",
    ];

    [Theory, MemberData(nameof(HostileLines))]
    public async Task A_hostile_line_is_judged_at_once(string line)
    {
        var judged = await Task
            .Run(() => new[] { Scripted(line), Commanded(line) }.Select(ServiceRules.Check).ToArray())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.All(judged, static findings => Assert.DoesNotContain(findings, static finding => finding.Rule.Severity == Severity.Error));
    }

    private static Service Commanded(string command) => Valid.With(Command, command);

    private static Service Scripted(string script) => Valid.With(Command, null).With(Script, script);

    private static Fix WithExec(string script) => new("Start it with exec", script);
}
