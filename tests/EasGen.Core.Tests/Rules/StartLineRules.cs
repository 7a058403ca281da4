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
            .Refuses("exec dotnet Iris.dll", "'exec'")
            .Refuses("cd /app", "'cd'")
            .Refuses("PORT=8000 node server.js", "'PORT='")
            .Refuses("dotnet Iris.dll > /var/log/iris.log", "'>'")
            .Refuses("dotnet Iris.dll 2>&1", "'2>&1'")
            .Refuses("dotnet Iris.dll &>log", "'&>log'")
            .Accepts("bash -c 'cd /app && exec python app.py --port 8000'", "/bin/sh -c \"python prepare.py; exec python app.py\"")
            .Accepts(
                "serve --filter 'a|b'",
                "serve --filter a|b --urls http://+:5000;http://+:8000",
                "serve 'a\nb'",
                "serve http://a/?b=1&c=2",
                "env PORT=8000 node server.js",
                "serve --stop <|im_end|> --require >=3.8",
                "serve exec cd",
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
            .Refuses("serve \"model=oss://b/iris;scale=4,labels=/models/labels\"", "'oss://b/iris'")
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
            .Accepts("cd /app\nvllm serve /models", "# vllm serve oss://b/llm/\nserve"),

        Judge<string>(EAS0217_ArgumentIsWhole, "/containers/0/script", Scripted)
            .Refuses(
                "vllm serve /m\n  --port 8000",
                "'--port' begins a new command, as the line before it does not end with '\\'; "
                + "end that line with '\\' as its last character",
                Joined("vllm serve /m \\\n  --port 8000"))
            .Refuses("vllm serve /m\n-p 8000\n--host ::\n", "'-p'", Joined("vllm serve /m \\\n-p 8000 \\\n--host ::\n"))
            .Refuses("vllm serve /m \r\n  --port 8000\r\n", "'--port'", Joined("vllm serve /m \\\n  --port 8000\r\n"))
            .Refuses("vllm serve /m \\ \n  --port=8000", "'--port'", Joined("vllm serve /m \\\n  --port=8000"))
            .Refuses("vllm serve /m \\\n\n  --port 8000", "'--port'")
            .Refuses("vllm serve /m\n\n  --port 8000", "'--port'")
            .Refuses(
                "vllm serve /m \\\n  # the port\n  --port 8000",
                "'--port' begins a new command, as the comment before it ends the last one; move the comment to another place")
            .Refuses("vllm serve /m # all\n  --port 8000", "move the comment to another place")
            .Refuses(
                "exec dotnet a.dll --urls http://+:8000;http://+:8001",
                "The shell ends the command at ';' and takes 'http://+:8001' for another one; put the argument in quotes",
                Quoted("exec dotnet a.dll --urls 'http://+:8000;http://+:8001'"))
            .Refuses(
                "exec dotnet a.dll --urls=http://+:8000;http://+:8001;http://+:8002 --verbose",
                "'http://+:8001'",
                Quoted("exec dotnet a.dll '--urls=http://+:8000;http://+:8001;http://+:8002' --verbose"))
            .Refuses(
                "ASPNETCORE_HTTP_PORTS=8000;8001 exec dotnet a.dll",
                "'8001'",
                Quoted("ASPNETCORE_HTTP_PORTS='8000;8001' exec dotnet a.dll"))
            .Refuses(
                "export ASPNETCORE_URLS=http://+:8000;http://+:8001\nexec dotnet a.dll",
                "'http://+:8001'",
                Quoted("export ASPNETCORE_URLS='http://+:8000;http://+:8001'\nexec dotnet a.dll"))
            .Refuses("serve --urls $A;http://+:8001", "'http://+:8001'")
            .Refuses("serve --urls http://+:8000; http://+:8001", "'http://+:8001'")
            .Refuses("serve --a b;--port 8000", "; remove the ';'", Quoted("serve --a b --port 8000"))
            .Refuses("serve & --port 8000", "; remove the '&'")
            .Refuses("--port 8000", "'--port' is not a program; a script begins with the program that it starts")
            .Refuses("bash -c 'serve\n --port 8000'", "'--port'")
            .Accepts(
                "vllm serve /m \\\n  --port 8000",
                "vllm serve /m \\\r\n  --port 8000",
                "exec dotnet a.dll --urls 'http://+:8000;http://+:8001'",
                "exec dotnet a.dll --urls http://+:8000\\;http://+:8001",
                "serve 'a\n--port 8000'",
                "cat > a <<EOF\n--port 8000\nEOF\nserve",
                "case $1 in\n  --port) serve;;\n  -h|--help) usage;;\nesac",
                "A=(a\n  --port 8000)\nserve \"${A[@]}\"",
                "A+=(--port 8000)\nserve",
                "URL=http://a;serve",
                "sleep 5;serve",
                "test 1 -gt 0; serve - x",
                "")
            .Refuses(
                "a command's own shell",
                Commanded("bash -c 'a --urls http://+:1;http://+:2'"),
                "/containers/0/command",
                "'http://+:2'")
            .Accepts("a command", Commanded("dotnet a.dll --urls http://+:8000;http://+:8001"))
            .Accepts("a command over two lines, of which another rule speaks", Commanded("serve\n --port 8000")),

        Judge<string>(EAS0218_QuoteIsClosed, "/containers/0/script", Scripted)
            .Refuses(
                "serve --name 'iris",
                "The quote (') in line 1 is never closed, so the rest of the text belongs to it; "
                + "close it, or write \\' for the character itself")
            .Refuses("cd /app\necho it's\nserve", "(') in line 2")
            .Refuses("echo \"a\\\"\nserve", "(\") in line 1")
            .Refuses("echo `date\nserve", "(`) in line 1")
            .Refuses("bash -c \"serve 'iris\"", "(')")
            .Accepts(
                "serve 'iris'",
                "echo it\\'s; serve",
                "echo \"it's\"; serve # don't",
                "echo 'a \" b'; serve",
                "echo $'it\\'s'; serve",
                "cat <<EOF\nit's\nEOF\nserve",
                "")
            .Refuses("a command", Commanded("serve --name it's"), "/containers/0/command", "line 1"),

        Judge<string>(EAS0219_ScriptStays, "/containers/0/script", Scripted)
            .Refuses(
                "nohup uvicorn app:app &",
                "The script ends while uvicorn runs in the background, and the container ends with it; "
                + "start it without '&', or end the script with 'wait'")
            .Refuses("cd /app\ndotnet Iris.dll > log 2>&1 &\n", "dotnet")
            .Refuses("./a & ./b &", "b runs")
            .Refuses("serve || true &", "serve runs")
            .Refuses("serve | tee log &", "serve runs")
            .Refuses("sleep 9 &", "the program runs")
            .Refuses("bash -c 'cd /app; exec serve' &", "serve")
            .Refuses("(cd /app; serve) &", "serve runs")
            .Accepts(
                "serve & wait",
                "serve &\nwait $!",
                "a & exec serve",
                "serve > log &\ntail -f log",
                "serve --a 'b &'",
                "serve --a b&c",
                "serve &> log",
                ""));

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
        string.Concat(Enumerable.Range(0, 8_000).Select(static number => $"A{number}=1; "))
            + string.Concat(Enumerable.Repeat("dotnet a& ", 8_000)),
        "\0\u2028serve 'ünbalanced",
    ];

    [Theory, MemberData(nameof(HostileLines)), Trait("Takes", "Time")]
    public async Task A_hostile_line_is_judged_at_once(string line)
    {
        var judged = await Task
            .Run(() => new[] { Scripted(line), Commanded(line) }.Select(ServiceRules.Check).ToArray())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.All(judged, static findings => Assert.DoesNotContain(findings, static finding => finding.Rule.Severity == Severity.Error));
    }

    // An option of Python has its value behind it.
    [Theory]
    [InlineData("python -W")]
    [InlineData("python3 -u -X")]
    [InlineData("python -m")]
    [InlineData("python -c")]
    [InlineData("bash -c \"python -X\"")]
    [InlineData("bash -o")]
    [InlineData("env")]
    [InlineData("su -c")]
    public void A_line_may_end_anywhere(string line)
    {
        foreach (var service in new[] { Commanded(line), Scripted(line) })
            Assert.DoesNotContain(ServiceRules.Check(service), static finding => finding.Rule.Severity == Severity.Error);
    }

    private static Service Commanded(string command) => Valid.With(Command, command);

    private static Service Scripted(string script) => Valid.With(Command, null).With(Script, script);

    private static Fix Joined(string script) => new("Join the lines", script);

    private static Fix Quoted(string script) => new("Put it in quotes", script);

    private static Fix WithExec(string script) => new("Start it with exec", script);
}
