using System.Collections.Immutable;
using System.Globalization;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>EAS1017: where the code listens, against the port that the service declares.</summary>
public class ListeningRules
{
    [Theory]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://+:5000\"|});")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://localhost:8000\"|});")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://[::1]:8000/\"|});")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://localhost:5000\"|}, {|EAS1017:\"https://localhost:5001\"|});")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://+:5000;http://+:5001\"|});")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://+\"|});")]
    [InlineData("const string urls = \"http://*:5000\"; builder.WebHost.UseUrls({|EAS1017:urls|});")]
    [InlineData("app.Urls.Add({|EAS1017:\"http://0.0.0.0:80\"|});")]
    [InlineData("app.Run({|EAS1017:\"http://127.0.0.1:8000\"|});")]
    [InlineData("await app.RunAsync({|EAS1017:\"http://0.0.0.0:5000\"|});")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, {|EAS1017:\"http://+:5000\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_URLS\", {|EAS1017:\"http://+:5000\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_HTTP_PORTS\", {|EAS1017:\"5000\"|});")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP({|EAS1017:5000|}));")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.{|EAS1017:ListenLocalhost|}(8000));")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.{|EAS1017:ListenLocalhost|}({|EAS1017:5000|}));")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen({|EAS1017:IPAddress.Loopback|}, 8000));")]
    [InlineData("builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Any, {|EAS1017:5000|}));")]
    [InlineData("builder.WebHost.UseKestrel(kestrel => kestrel.Listen({|EAS1017:IPAddress.Parse(\"127.0.0.2\")|}, 8000));")]
    [InlineData("builder.WebHost.UseKestrel(kestrel => kestrel.Listen(new IPEndPoint({|EAS1017:IPAddress.Loopback|}, 8000)));")]
    [InlineData("builder.WebHost.UseKestrel(kestrel => kestrel.Listen(new IPEndPoint({|EAS1017:IPAddress.Loopback|}, {|EAS1017:5000|})));")]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://LOCALHOST:8000\"|});")]
    [InlineData("if (!app.Environment.IsDevelopment()) app.Urls.Add({|EAS1017:\"http://+:5000\"|});")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Urls.Add(\"http://+:8000\"); else app.Urls.Add({|EAS1017:\"http://+:5000\"|});")]
    [InlineData("if (app.Environment.IsDevelopment()) return; app.Run({|EAS1017:\"http://+:5000\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"URLS\", {|EAS1017:\"http://+:5000\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_HTTPS_PORTS\", {|EAS1017:\"5001\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"Kestrel__Endpoints__Http__Url\", {|EAS1017:\"http://+:5000\"|});")]
    public Task Another_address_is_wrong(string statement) => UserProgram.VerifyAsync(statement);

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://+:8000\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://0.0.0.0:8000;http://0.0.0.0:9100\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://0.0.0.0:8000\", \"http://localhost:9100\");")]
    [InlineData("builder.WebHost.UseUrls($\"http://+:{Acme.IrisClassifier.Eas.Port}\"); app.Urls.Add(\"http://localhost:5000\");")]
    [InlineData("builder.WebHost.UseUrls(args);")]
    [InlineData("builder.WebHost.UseUrls(\"http://unix:/tmp/iris.sock\");")]
    [InlineData("app.Run();")]
    [InlineData("app.Run(null);")]
    [InlineData("app.Run(args[0]);")]
    [InlineData("app.Run(async context => await context.Response.WriteAsync(\"http://localhost:5000\"));")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Urls.Add(\"http://localhost:5000\");")]
    [InlineData("if (!app.Environment.IsProduction()) app.Urls.Add(\"http://localhost:5000\");")]
    [InlineData("if (app.Environment.IsProduction()) return; app.Run(\"http://localhost:5000\");")]
    [InlineData("if (args.Length > 0) app.Run(\"http://localhost:5000\"); else app.Run();")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.ApplicationKey, \"http://localhost:5000\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"OTHER_SERVICE\", \"http://localhost:5000\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_HTTP_PORTS\", \"8000;9100\");")]
    [InlineData("new System.Collections.Generic.List<string>().Add(\"http://localhost:5000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => { kestrel.ListenAnyIP(8000); kestrel.ListenLocalhost(9100); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => { kestrel.ListenAnyIP(args.Length); kestrel.ListenAnyIP(9100); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(new IPEndPoint(IPAddress.Loopback, args.Length)));")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(args[0]), 8000));")]
    public Task The_declared_port_what_nobody_knows_and_what_is_no_address_are_right(string statement) =>
        UserProgram.VerifyAsync(statement);

    [Theory]
    [InlineData("builder.WebHost.UseUrls({|EAS1017:\"http://+:5000\"|});")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:8000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(9100));")]
    public Task A_predictor_listens_as_declared_whatever_else_does(string statement) =>
        UserProgram.VerifyAsync(statement, members: "[Predict] public Answer A(Request r) => new(\"\");");

    [Theory]
    [InlineData("Port = 8000, Command = \"vllm serve /models\"", "app.Run(\"http://localhost:5000\");")]
    [InlineData("Port = 8000, Script = \"exec ./Test\"", "app.Run({|EAS1017:\"http://localhost:5000\"|});")]
    public Task Another_program_is_not_judged(string container, string statement) =>
        UserProgram.VerifyAsync(statement, container: container);

    [Fact]
    public Task A_service_without_a_port_is_not_judged() => Eas.VerifyAsync(
        [
            Eas.Class(container: "Command = \"dotnet Iris.dll\"").Replace("[Container", "[{|EAS0207:Container|}", StringComparison.Ordinal),
            UserProgram.Program("app.Run(\"http://localhost:5000\");"),
        ],
        UserProgram.Options);

    [Theory]
    [InlineData(8000, "{|EAS1017:\"http://+:5000\"|}")]
    [InlineData(8001, "\"http://+:5000\"")]
    public Task Several_services_are_judged_if_they_agree(int port, string urls) => UserProgram.VerifyAsync(
        $"app.Run({urls});",
        more: $"""
            [EasService("other")]
            [Container("acme/iris:1", Port = {port}, Command = "dotnet Iris.dll")]
            [InstanceType("ecs.c7.large")]
            partial class Other;
            """);

    [Fact]
    public Task A_project_without_a_service_is_left_alone() =>
        Eas.VerifyAsync(UserProgram.Program("app.Run(\"http://localhost:5000\");"), UserProgram.Options);

    [Theory]
    [InlineData(
        """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:5000" } } } }""",
        "appsettings.json sets port 5000")]
    [InlineData("""{ "kestrel:endpoints:Http:url": "http://*:5000" }""", "sets port 5000")]
    [InlineData("""{ /* moved */ "Urls": "http://localhost:8000", }""", "'localhost' is only reachable inside the container")]
    [InlineData("{ \"HTTP_PORTS\": 5000 // later 8000\n }", "sets port 5000")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:8000" } } } }""", null)]
    [InlineData(
        """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:8000" }, "Own": { "Url": "http://localhost:5000" } } } }""",
        null)]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:8000" } } }, "Urls": "http://*:5000" }""", null)]
    [InlineData("""{ "Services": { "Urls": "http://*:5000" } }""", null)]
    [InlineData("""{ "Urls": null, "Kestrel": [] }""", null)]
    [InlineData("""{ "Urls": "http://*:5000" """, null)]
    [InlineData("", null)]
    public async Task The_settings_are_judged(string settings, string? says) =>
        Assert.Equal(says is null ? [] : [says], Says(await Judged("app.Run();", ("appsettings.json", settings)), says));

    [Theory]
    [InlineData("appsettings.Production.json", true)]
    [InlineData("AppSettings.json", true)]
    [InlineData("appsettings.Development.json", false)]
    [InlineData("appsettingsextra.json", false)]
    [InlineData("other.json", false)]
    public async Task Settings_of_another_environment_are_not_judged(string file, bool isJudged) =>
        Assert.Equal(
            isJudged ? ["EAS1017"] : [],
            (await Judged("app.Run();", (file, """{ "Urls": "http://*:5000" }"""))).Select(static found => found.Id));

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(8000));")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:8000\");")]
    public async Task Code_counts_before_the_settings(string statement) =>
        Assert.Empty(await Judged(statement, ("appsettings.json", """{ "Urls": "http://*:5000" }""")));

    [Fact]
    public async Task The_file_of_the_environment_counts_before_the_common_one() =>
        Assert.Empty(await Judged(
            "app.Run();",
            ("appsettings.json", """{ "Urls": "http://*:5000" }"""),
            ("appsettings.Production.json", """{ "Urls": "http://*:8000" }""")));

    [Fact]
    public async Task A_variable_of_the_service_counts_before_the_settings() => Assert.Empty(await Judged(
        "app.Run();",
        [("appsettings.json", """{ "Urls": "http://*:5000" }""")],
        "[EnvironmentVariable(\"ASPNETCORE_URLS\", \"http://*:8000\")]"));

    [Fact]
    public Task The_messages_name_both() => UserProgram.VerifyAsync(
        "builder.WebHost.ConfigureKestrel(kestrel => kestrel.{|EAS1017:ListenLocalhost|}({|EAS1017:5000|}));",
        messages:
        [
            "'localhost' is only reachable inside the container; listen on all addresses, such as http://0.0.0.0:8000",
            "This sets port 5000, but the container declares 8000, which EAS calls; make them equal",
        ]);

    private static Task<ImmutableArray<Diagnostic>> Judged(string statement, params SourceFile[] files) => Judged(statement, files, "");

    private static Task<ImmutableArray<Diagnostic>> Judged(string statement, SourceFile[] files, string attributes) =>
        AnalyzerVerifier.DiagnosticsAsync(
        Eas.Analyzers,
        [Eas.Class(attributes), UserProgram.Program(statement)],
        UserProgram.Options with { AdditionalFiles = [.. files] });

    private static IEnumerable<string> Says(ImmutableArray<Diagnostic> found, string? says) =>
        found.Select(diagnostic => diagnostic.Id == "EAS1017" && says is not null && diagnostic
            .GetMessage(CultureInfo.InvariantCulture)
            .Contains(says, StringComparison.Ordinal) ? says : diagnostic.ToString());
}
