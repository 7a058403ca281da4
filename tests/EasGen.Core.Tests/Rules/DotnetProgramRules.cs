using EasGen.Core.Rooms;
using static EasGen.Core.Rooms.DotnetProgram;

namespace EasGen.Core.Tests;

public class DotnetProgramRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0208_ProgramListensOnPort, "/containers/0/command", Command)
            .Refuses("dotnet Iris.dll --urls http://0.0.0.0:5000", "5000")
            .Refuses("dotnet Iris.dll --urls=http://+:5000", "5000")
            .Refuses("dotnet Iris.dll --urls \"https://*:5001\"", "5001")
            .Refuses("dotnet Iris.dll --urls http://[::]:5000", "5000")
            .Refuses("serve --port 7999", "7999")
            .Refuses("serve --port=8001", "8001")
            .Refuses("serve --server_port 80", "80")
            .Refuses("ASPNETCORE_HTTP_PORTS=8080 dotnet Iris.dll", "8080")
            .Refuses("dotnet Iris.dll --urls http://+:5000;http://+:5001", "5000, 5001")
            .Refuses("ASPNETCORE_HTTP_PORTS=8080;8081 dotnet Iris.dll", "8080, 8081")
            .Accepts("dotnet Iris.dll --urls http://+:5000;http://+:8000", "DOTNET_HTTP_PORTS=5000;8000 serve", "dotnet Iris.dll --urls http://0.0.0.0:8000", "serve --port 8000", "serve --port=${PORT}", "serve --urls http://+:${PORT}", "serve --urls http://$HOST:$PORT/", "serve", "")
            .Refuses("serve --urls http://+", "80")
            .Refuses("serve --urls https://+/", "443")
            .Refuses("a script", Script("exec serve --port 5000"), "/containers/0/script", "5000")
            .Refuses("arguments", Valid.With(Rooms.Container.Args, Sequence<string>.Of("--urls", "http://+:5000")), "/containers/0/args", "5000")
            .Refuses("ASPNETCORE_URLS", Variable("ASPNETCORE_URLS", "http://+:5000"), "/containers/0/env/0/value", "5000")
            .Refuses("DOTNET_HTTP_PORTS", Variable("DOTNET_HTTP_PORTS", "5000"), "/containers/0/env/0/value", "5000")
            .Refuses(
                "a variable of the second container",
                Second(8001).With(EnvironmentVariable.Room, (EnvironmentVariable.Name, "DOTNET_URLS"), (EnvironmentVariable.Value, "http://+:8000"), (Container.Index, 1)),
                "/containers/1/env/0/value",
                "8000")
            .Accepts("an undeclared port", Command("serve --port 5000").With(Container.Port, null))
            .Accepts("a variable of the same port", Variable("ASPNETCORE_HTTP_PORTS", "8000"))
            .Accepts("a variable without a value", Valid.With(EnvironmentVariable.Name, "ASPNETCORE_URLS"))
            .Accepts("a port in another variable", Variable("UPSTREAM", "http://other:5000")),

        Judge<string>(EAS0209_ProgramListensOutside, "/containers/0/command", Command)
            .Refuses("dotnet Iris.dll --urls http://localhost:8000", "'localhost'")
            .Refuses("dotnet Iris.dll --urls http://127.0.0.1:8000", "'127.0.0.1'")
            .Refuses("dotnet Iris.dll --urls 'http://[::1]:8000'", "'[::1]'")
            .Refuses("dotnet Iris.dll --urls http://localhost", "'localhost'")
            .Refuses("dotnet Iris.dll --urls http://localhost:8000;http://127.0.0.1:8000", "'localhost'")
            .Accepts("dotnet Iris.dll --urls http://localhost:9000;http://0.0.0.0:8000", "dotnet Iris.dll --urls http://0.0.0.0:8000", "dotnet Iris.dll --urls http://[::]:8000", "dotnet Iris.dll --urls http://localhost.acme.com:8000", "curl http://localhost:8000")
            .Refuses("ASPNETCORE_URLS", Variable("ASPNETCORE_URLS", "http://localhost:8000"), "/containers/0/env/0/value", "'localhost'"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Command(string command) => Valid.With(Container.Command, command);

    private static Service Script(string script) => Valid.With(Container.Command, null).With(Container.Script, script);

    private static Service Second(int port) => Valid.With(Container.Room, (Container.Image, "a:1"), (Container.Port, port), (Container.Command, "run"));

    private static Service Variable(string name, string value) =>
        Valid.With(EnvironmentVariable.Room, (EnvironmentVariable.Name, name), (EnvironmentVariable.Value, value));
}
