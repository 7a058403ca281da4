using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EasGen.AspNetCore.Listening;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

public class ListeningTests
{
    private const byte Http2Settings = 4;

    [Theory]
    [InlineData(null, 8000, false)]
    [InlineData("", 8000, false)]
    [InlineData("9001", 9001, true)]
    [InlineData("65535", 65535, true)]
    [InlineData("0", 0, true)]
    public void The_injected_port_wins(string? injected, int expected, bool isInjected) =>
        Assert.Equal(new ListeningPort(expected, isInjected, null), ListeningPort.From(8000, Settings(("LISTENING_PORT", injected))));

    [Theory]
    [InlineData("http")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("8000;8001")]
    [InlineData("99999999999")]
    public void An_injected_port_that_is_none_is_named(string injected)
    {
        var error = Assert.ThrowsAny<InvalidOperationException>(() => ListeningPort.From(8000, Settings(("LISTENING_PORT", injected))));

        Assert.Equal(
            $"The environment variable LISTENING_PORT is '{injected}', which is not a port: "
            + "set it to a number from 1 to 65535 (0 takes any free port), or remove it.",
            error.Message);
    }

    [Theory]
    [InlineData("urls", "http://localhost:5000", "--urls=http://localhost:5000")]
    [InlineData("urls", "http://+:8000;https://*:8001", "--urls=http://+:8000;https://*:8001")]
    [InlineData("urls", "nonsense", "--urls=nonsense")]
    [InlineData("urls", "http://0.0.0.0:8000", null)]
    [InlineData("urls", "", null)]
    [InlineData("http_ports", "8080", "--http_ports=8080")]
    [InlineData("http_ports", "8000", null)]
    [InlineData("http_ports", "8000; ; 8000;", null)]
    [InlineData("https_ports", "8443", "--https_ports=8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:5000", "--Kestrel:Endpoints:Http:Url=http://localhost:5000")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:8000", null)]
    public void An_address_that_asks_for_another_port_is_noted(string key, string value, string? overruled) => Assert.Equal(
        overruled is null ? null : new AskedAddress(overruled, IsOpened: key.StartsWith("Kestrel", StringComparison.Ordinal)),
        ListeningPort.From(8000, Settings((key, value))).Elsewhere);

    [Fact]
    public async Task It_listens_on_all_interfaces()
    {
        await using var app = await App.Listen(service => service.LivenessProbe("/live", timeoutSeconds: 3));

        Assert.StartsWith("http://[::]:", app.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
        Assert.Empty(app.Log.Warnings);
    }

    [Theory]
    [InlineData("--urls=http://localhost:5000")]
    [InlineData("--http_ports=8080")]
    [InlineData("--https_ports=8443")]
    public async Task One_warning_names_both_ports(string asked)
    {
        await using var app = await App.Listen(_ => { }, args: [asked]);

        Assert.Equal(
            $"Listening on port 0, where EAS calls the service; {asked} asks for another address and is ignored. "
            + "Remove it, or change the port of the container.",
            Assert.Single(app.Log.Warnings));
    }

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS=8080", "true", 0)]
    [InlineData("ASPNETCORE_HTTP_PORTS=8080", "false", 1)]
    [InlineData("ASPNETCORE_HTTP_PORTS=8081", "true", 1)]
    public async Task What_the_base_image_sets_is_no_wish(string setting, string isInContainer, int warnings)
    {
        using var log = new LogSpy();
        using var factory = new LoggerFactory([log]);
        var notice = new PortNotice(
            new(8000, IsInjected: false, new(setting, IsOpened: false)),
            Settings(("DOTNET_RUNNING_IN_CONTAINER", isInContainer)),
            factory.CreateLogger<PortNotice>());

        await notice.StartAsync(CancellationToken.None);

        Assert.Equal(warnings, log.Warnings.Count());
    }

    [Fact]
    public async Task An_endpoint_beside_the_port_is_opened_and_named()
    {
        var other = Ports.Free();
        await using var app = await App.Listen(
            static service => service.LivenessProbe("/live", timeoutSeconds: 3),
            args: [$"--Kestrel:Endpoints:Http:Url=http://localhost:{other}"]);
        using var client = new HttpClient { BaseAddress = new($"http://localhost:{other}") };

        Assert.Equal(HttpStatusCode.OK, (await client.Probe("/live")).Code);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
        Assert.Equal(
            $"Listening on port 0, where EAS calls the service; --Kestrel:Endpoints:Http:Url=http://localhost:{other} opens another "
            + "address beside it, which EAS does not call. Remove it, or change the port of the container.",
            Assert.Single(app.Log.Warnings));
    }

    [Fact]
    public async Task The_port_is_opened_once_however_often_it_is_asked_for()
    {
        var port = Ports.Free();
        await using var app = await App.Listen(
            static service => service.LivenessProbe("/live", timeoutSeconds: 3),
            build: builder =>
            {
                builder.Configuration["LISTENING_PORT"] = port;
                builder.Configuration["Kestrel:Endpoints:Http:Url"] = $"http://localhost:{port}";
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(int.Parse(port, CultureInfo.InvariantCulture)));
            });

        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
        Assert.False(app.Services.GetRequiredService<ProcessEnd>().HasFailed);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public void A_setting_is_named_by_where_it_stands()
    {
        using var folder = ProjectCopy.Empty();
        folder.Write("settings.json", """{ "easgen-test": { "port": "1" } }""");
        Environment.SetEnvironmentVariable("EASGEN-TEST__PORT", "2");
        var file = new ConfigurationBuilder().AddJsonFile(folder.At("settings.json")).Build();
        var line = new ConfigurationBuilder().AddCommandLine(["--easgen-test:port=3"]).Build();
        var variable = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var first = new ConfigurationBuilder().AddConfiguration(file).AddCommandLine([]).Build();

        Assert.EndsWith("settings.json (easgen-test:port=1)", Named(file, "1"), StringComparison.Ordinal);
        Assert.EndsWith("settings.json (easgen-test:port=1)", Named(first, "1"), StringComparison.Ordinal);
        Assert.Equal("--easgen-test:port=3", Named(line, "3"));
        Assert.Equal("EASGEN-TEST__PORT=2", Named(variable, "2"));
        Assert.Equal("easgen-test:port=4", Named(variable, "4"));
        Assert.Equal("--easgen-test:port=5", Named(Settings(("easgen-test:port", "5")), "5"));
        Assert.Equal("EASGEN-TEST__PORT=2", Named(Settings(("easgen-test:port", "2")), "2"));
        Environment.SetEnvironmentVariable("EASGEN-TEST__PORT", null);

        static string Named(IConfiguration configuration, string value) =>
            SettingSource.Name(configuration, "easgen-test:port", value);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task The_variable_that_asks_in_vain_is_named_unless_the_base_image_sets_it()
    {
        using var asked = await ChildApp.Start("", ("ASPNETCORE_URLS", "http://localhost:5000"));
        using var inImage = await ChildApp.Start("", ("ASPNETCORE_HTTP_PORTS", "8080"), ("DOTNET_RUNNING_IN_CONTAINER", "true"));

        Assert.Contains("ASPNETCORE_URLS=http://localhost:5000 asks for another address", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Overriding", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", inImage.Output, StringComparison.Ordinal);
    }

    [Theory, Trait("Needs", "Process")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:{0}")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://localhost:{0}")]
    [InlineData("ASPNETCORE_URLS", "http://+:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("LISTEN_TOO", "{0}")]
    public async Task A_program_that_asks_for_the_declared_port_as_well_answers_there(string variable, string value)
    {
        var port = Ports.Free();
        using var app = await ChildApp.Start(
            "",
            ("LISTENING_PORT", port),
            (variable, string.Format(CultureInfo.InvariantCulture, value, port)));

        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/healthz/live")).Code);
        Assert.DoesNotContain("warn:", app.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task An_endpoint_in_appsettings_is_served_beside_the_port_and_its_file_is_named()
    {
        var other = Ports.Free();
        using var folder = ProjectCopy.Empty();
        folder.Write("appsettings.json", $$"""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:{{other}}" } } } }""");
        using var app = await ChildApp.Start($"--contentRoot \"{folder.At(".")}\"");

        Assert.Contains(
            $"appsettings.json (Kestrel:Endpoints:Http:Url=http://localhost:{other}) opens another address",
            app.Output,
            StringComparison.Ordinal);
        Assert.Single(app.Output.Split('\n'), static line => line.Contains("warn:", StringComparison.Ordinal));
    }

    [Fact, Trait("Needs", "Process")]
    public async Task The_profile_of_launchSettings_is_named()
    {
        using var app = await ChildApp.Start("", ("ASPNETCORE_URLS", "http://localhost:5000"), ("DOTNET_LAUNCH_PROFILE", "http"));

        Assert.Contains(
            "launchSettings.json (profile 'http': ASPNETCORE_URLS=http://localhost:5000) asks for another address",
            app.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grpc_takes_HTTP_2_without_TLS()
    {
        await using var app = await App.Listen(
            service => service.Predict<int, int>("/", static (_, request, _) => request + 1),
            App.Plain with { Grpc = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content = new StringContent("41", Encoding.UTF8, "application/json");

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal("42", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Grpc_takes_HTTP_1_as_well_because_EAS_probes_with_it()
    {
        await using var app = await App.Listen(
            service =>
            {
                service.ReadinessProbe("/ready", timeoutSeconds: 3);
                service.Predict<string, int>("/", static (_, text, _) => text.Length);
            },
            App.Plain with { Grpc = true });

        var (code, _) = await app.Client.Probe("/ready");
        using var large = await app.Client.PostText("/", $"\"{new string('a', 1_000_000)}\"");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/ready");
        using var last = await app.Client.SendAsync(head);

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal("1000000", await large.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (last.StatusCode, last.Version));
    }

    [Fact]
    public async Task Grpc_is_known_by_its_first_three_signs()
    {
        await using var app = await App.Listen(static _ => { }, App.Plain with { Grpc = true });
        using var client = Connected(app);

        await client.GetStream().WriteAsync("PRI"u8.ToArray());
        await Task.Delay(300);
        await client.GetStream().WriteAsync((byte[])[.. " * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, Http2Settings, 0, 0, 0, 0, 0]);
        var frame = new byte[9];
        await client.GetStream().ReadExactlyAsync(frame).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Http2Settings, frame[3]);
    }

    [Theory]
    [InlineData(false, "Connection: close\r\n", false)]
    [InlineData(true, "Connection: close\r\n", false)]
    [InlineData(false, "", true)]
    [InlineData(true, "", true)]
    public async Task Connections_of_HTTP_1_end_with_gRPC_as_without(bool grpc, string header, bool clientHasEnded)
    {
        await using var app = await App.Listen(
            static service => service.ReadinessProbe("/ready", timeoutSeconds: 3),
            App.Plain with { Grpc = grpc });
        using var client = Connected(app);
        using var reader = new StreamReader(client.GetStream());

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /ready HTTP/1.1\r\nHost: localhost\r\n{header}\r\n"));
        var answer = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        if (clientHasEnded)
            client.Client.Shutdown(SocketShutdown.Send);
        await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("HTTP/1.1 200 OK", answer);
    }

    [Fact]
    public async Task Grpc_connections_that_break_are_no_error()
    {
        await using var app = await App.Listen(static _ => { }, App.Plain with { Grpc = true });
        using (var client = Connected(app))
        {
            await client.GetStream().WriteAsync("G"u8.ToArray());
            await app.Log.WaitFor("accepted");
            client.LingerState = new(enable: true, seconds: 0);
        }

        await app.Log.WaitFor("stopped");
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task Grpc_connections_that_say_nothing_do_not_hold_the_shutdown()
    {
        var app = await App.Listen(static _ => { }, App.Plain with { Grpc = true, GracePeriodSeconds = 600 });
        using var silent = Connected(app);
        await app.Log.WaitFor("accepted");

        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, await silent.GetStream().ReadAsync(new byte[1]));
    }

    private static TcpClient Connected(App app) => new("localhost", app.Client.BaseAddress!.Port);

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
        .Build();
}
