using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EasGen.AspNetCore.Listening;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Tests;

public class ListeningTests
{
    [Theory]
    [InlineData(null, 8000)]
    [InlineData("", 8000)]
    [InlineData("9001", 9001)]
    [InlineData("0", 0)]
    public void The_injected_port_wins(string? injected, int expected) =>
        Assert.Equal(expected, ListeningPort.From(8000, Settings(("LISTENING_PORT", injected))).Port);

    [Theory]
    [InlineData("http")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("8000;8001")]
    [InlineData("99999999999")]
    public void An_injected_port_that_is_none_is_named(string injected)
    {
        var error = Assert.ThrowsAny<InvalidOperationException>(() => ListeningPort.From(8000, Settings(("LISTENING_PORT", injected))));

        Assert.Contains("LISTENING_PORT", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{injected}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://localhost:5000", "--urls=http://localhost:5000")]
    [InlineData("urls", "http://+:8000;https://*:8001", "--urls=http://+:8000;https://*:8001")]
    [InlineData("urls", "nonsense", "--urls=nonsense")]
    [InlineData("urls", "http://0.0.0.0:8000", null)]
    [InlineData("urls", "", null)]
    [InlineData("http_ports", "8080", "--http_ports=8080")]
    [InlineData("http_ports", "8000", null)]
    [InlineData("https_ports", "8443", "--https_ports=8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:5000", "--Kestrel:Endpoints:Http:Url=http://localhost:5000")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:8000", null)]
    public void An_address_that_asks_for_another_port_is_noted(string key, string value, string? overruled) =>
        Assert.Equal(overruled, ListeningPort.From(8000, Settings((key, value))).Elsewhere?.Setting);

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
    public async Task One_warning_names_both_ports(string asked)
    {
        await using var app = await App.Listen(_ => { }, args: [asked]);

        var warning = Assert.Single(app.Log.Warnings);
        Assert.Contains("Listening on port 0", warning, StringComparison.Ordinal);
        Assert.Contains(asked, warning, StringComparison.Ordinal);
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
        request.Content = new StringContent("41", System.Text.Encoding.UTF8, "application/json");

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
    public async Task Grpc_connections_that_say_nothing_do_not_hold_the_shutdown()
    {
        var app = await App.Listen(static _ => { }, App.Plain with { Grpc = true, GracePeriodSeconds = 600 });
        using var silent = new TcpClient("localhost", new Uri(app.Address.Replace("[::]", "localhost", StringComparison.Ordinal)).Port);
        await app.Log.WaitFor("accepted");

        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, await silent.GetStream().ReadAsync(new byte[1]));
    }

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
        .Build();
}
