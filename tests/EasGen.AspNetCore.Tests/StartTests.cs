using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Requests;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Tests;

public class StartTests
{
    private const string HostLog = "Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics";

    [Theory, Trait("Needs", "Process")]
    [InlineData("abc")]
    [InlineData("70000")]
    [InlineData("-1")]
    public async Task A_port_that_is_none_ends_the_process_with_one_line(string port)
    {
        using var app = ChildApp.Run("", ("LISTENING_PORT", port));

        Assert.Equal(1, await app.Exit());
        var line = Assert.Single(app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"LISTENING_PORT is '{port}'", line, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_port_in_use_ends_the_process_with_one_line()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";
        using var app = ChildApp.Run("", ("LISTENING_PORT", port), ("Logging__LogLevel__Default", "Warning"));

        Assert.Equal(1, await app.Exit());
        var line = Assert.Single(app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"cannot listen on port {port} (LISTENING_PORT), which is in use", line, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_developer_is_told_where_it_answers_and_how_to_ask()
    {
        var port = Ports.Free();
        using var app = ChildApp.Run("", ("ASPNETCORE_ENVIRONMENT", "Development"), ("LISTENING_PORT", port));
        await app.WaitFor("is loaded");
        await app.WaitFor("answers at");

        var line = app.Output.Split('\n').Single(static line => line.Contains("answers at", StringComparison.Ordinal)).Trim();
        Assert.Equal(
            $"iris_classifier answers at http://localhost:{port}: POST /, POST /later, POST /batch, POST /stream; "
            + "probes /healthz/startup, /healthz/ready, /healthz/live. "
            + $$"""Try: curl http://localhost:{{port}}/ --json '{"petalLength":1,"petalWidth":1}'""",
            line);
        using var answer = await app.Client.PostAsync(
            new Uri($"http://localhost:{port}/"),
            new StringContent(line.Split('\'')[1], System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("[::]", app.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task Elsewhere_the_port_is_said()
    {
        using var app = await ChildApp.Start();

        Assert.Contains(
            $"iris_classifier listens on port {app.Client.BaseAddress!.Port} of every address",
            app.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("[::]", app.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task Requests_are_in_the_log_only_if_the_app_wants_them()
    {
        using var quiet = await ChildApp.Start();
        using var talkative = await ChildApp.Start("", (HostLog, "Information"));
        foreach (var app in new[] { quiet, talkative })
        {
            await app.Client.Probe("/healthz/ready");
            using var answer = await app.Client.PostText("/", """{"petalLength":1.4,"petalWidth":0.2}""");
            await app.Client.Probe("/healthz/live");
        }

        await talkative.WaitFor("Request finished", times: 3);
        Assert.DoesNotContain("/healthz", quiet.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Request", quiet.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Default", false)]
    [InlineData("Microsoft.Extensions", false)]
    [InlineData("Microsoft", true)]
    [InlineData("Microsoft.AspNetCore", true)]
    [InlineData("microsoft.aspnetcore.hosting.diagnostics", true)]
    [InlineData("Microsoft.*", true)]
    public async Task A_rule_of_the_apps_own_counts_instead(string? category, bool isHeard)
    {
        await using var app = await App.Start(static _ => { }, build: builder =>
        {
            if (category is not null)
                builder.Configuration[$"Logging:LogLevel:{category}"] = "Information";
        });

        var filter = app.Services.GetRequiredService<IOptions<LoggerFilterOptions>>().Value;
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");
        Assert.Equal(isHeard, logger.IsEnabled(LogLevel.Information));
        Assert.Equal(!isHeard, filter.Rules.Any(static rule => rule.CategoryName == "Microsoft.AspNetCore.Hosting.Diagnostics"));
    }

    [Fact]
    public void An_example_has_what_is_required_and_is_one_that_can_be_read()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            RespectRequiredConstructorParameters = true,
        };

        string? Of<T>() => JsonExample.Of((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        Assert.Equal("""{"name":"text","sizes":[1],"when":"2026-01-31T12:00:00Z","isNew":true}""", Of<Parcel>());
        Assert.Equal("1", Of<int>());
        Assert.Equal("""["text"]""", Of<string[]>());
        Assert.Null(Of<Picky>());
        Assert.NotNull(Of<Chain>());
    }

    private sealed record Parcel(string Name, int[] Sizes, DateTimeOffset When, bool IsNew, string? Note = null);

    private sealed record Chain(string Name, Chain? Next);

    private sealed record Picky
    {
        public Picky(int size) => Size = size == 7 ? size : throw new ArgumentOutOfRangeException(nameof(size));

        public int Size { get; }
    }
}
