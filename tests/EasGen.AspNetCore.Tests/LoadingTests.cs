using System.Net;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

public class LoadingTests
{
    private static void Probes(EasServiceBuilder<Scripted> service)
    {
        service.StartupProbe("/startup", timeoutSeconds: 3);
        service.ReadinessProbe("/ready", timeoutSeconds: 3).Check(static (_, _) => true);
        service.LivenessProbe("/live", timeoutSeconds: 3);
        service.Predict<int, int>("/", static (_, request, _) => request + 1);
    }

    [Fact]
    public async Task Until_it_is_loaded_nothing_is_ready()
    {
        var load = new TaskCompletionSource();
        await using var app = await App.Start(
            service =>
            {
                service.Startup((_, _) => new(load.Task));
                Probes(service);
            },
            waitForLoad: false);

        var startup = await app.Client.Probe("/startup");
        var ready = await app.Client.Probe("/ready");
        var alive = await app.Client.Probe("/live");
        using var early = await app.Client.PostText("/", "1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "is loading"), (startup.Code, startup.Body.Text("description")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Code);
        Assert.Equal((HttpStatusCode.OK, "not loaded; the startup probe decides"), (alive.Code, alive.Body.Text("description")));
        await early.Problem(HttpStatusCode.ServiceUnavailable);
        Assert.Empty(app.Log.Warnings);

        load.SetResult();
        await app.Log.WaitFor("is loaded");
        using var late = await app.Client.PostText("/", "1");

        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/startup")).Code);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/ready")).Code);
        Assert.Equal("2", await late.Content.ReadAsStringAsync());
    }

    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>> Failures { get; } = new()
    {
        { "sync", service => service.Startup(static (_, _) => throw new FileNotFoundException("no model at /models/iris")) },
        { "Task", service => service.Startup(
            static (_, _) => new(Task.FromException(new FileNotFoundException("no model at /models/iris")))) },
        { "ValueTask", service => service.Startup(static (_, _) =>
            ValueTask.FromException(new FileNotFoundException("no model at /models/iris"))) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failed_load_is_logged_and_told_by_the_startup_probe(string kind, Action<EasServiceBuilder<Scripted>> fail)
    {
        await using var app = await App.Start(
            service =>
            {
                fail(service);
                Probes(service);
            },
            waitForLoad: false);
        await app.Log.WaitFor("could not be loaded");

        var (code, body) = await app.Client.Probe("/startup");

        Assert.NotEmpty(kind);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal("could not be loaded: FileNotFoundException: no model at /models/iris", body.Text("description"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.Probe("/ready")).Code);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
        Assert.IsType<FileNotFoundException>(Assert.Single(app.Log.Entries, entry => entry.Level == LogLevel.Error).Exception);
    }

    [Theory]
    [InlineData(false, "Scripted could not be loaded; the startup probe fails until EAS replaces this instance")]
    [InlineData(true, "Scripted could not be loaded; the process ends with exit code 1")]
    public async Task A_failed_load_ends_the_process_only_where_that_is_wanted(bool exits, string said)
    {
        await using var app = await App.Start(
            service => service.Startup(static (_, _) => throw new FileNotFoundException("no model"), exitOnFailure: exits),
            waitForLoad: false);
        await app.Log.WaitFor("could not be loaded");
        var process = app.Services.GetRequiredService<ProcessEnd>();
        if (exits)
            await app.Until(_ => process.HasFailed);

        Assert.Equal(exits, process.HasFailed);
        Assert.Equal(said, Assert.Single(app.Log.Warnings));
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_failed_load_ends_the_process_where_that_is_wanted()
    {
        using var app = ChildApp.Run("broken");

        Assert.Equal(1, await app.Exit());
        Assert.Contains("no model at /models/iris", app.Output, StringComparison.Ordinal);
        Assert.Contains("the process ends with exit code 1", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_constructor_is_told_by_the_startup_probe()
    {
        await using var app = await App.Start(
            Probes,
            build: builder => builder.Services.AddSingleton<Scripted>(_ => throw new InvalidDataException("bad weights")),
            waitForLoad: false);
        await app.Log.WaitFor("could not be loaded");

        var (code, body) = await app.Client.Probe("/startup");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal("could not be loaded: InvalidDataException: bad weights", body.Text("description"));
    }

    [Fact]
    public async Task A_stopping_host_cancels_the_load_and_does_not_call_it_a_failure()
    {
        var started = new TaskCompletionSource();
        var app = await App.Start(
            service => service.Startup(async (_, cancellationToken) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }),
            waitForLoad: false);
        await started.Task;

        await app.DisposeAsync();

        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task The_predictor_of_the_requests_is_the_one_that_was_loaded()
    {
        Scripted? loaded = null;
        await using var app = await App.Start(service =>
        {
            service.Startup((predictor, _) =>
            {
                loaded = predictor;
                return ValueTask.CompletedTask;
            });
            service.Predict<int, bool>("/", (predictor, _, _) => ReferenceEquals(predictor, loaded));
        });

        using var response = await app.Client.PostText("/", "1");

        Assert.Equal("true", await response.Content.ReadAsStringAsync());
        Assert.Same(loaded, app.Services.GetRequiredService<Scripted>());
    }

    [Fact]
    public void A_second_service_is_refused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddEasService<Acme.IrisClassifier>();

        var error = Assert.Throws<InvalidOperationException>(() => builder.AddEasService<Acme.PatientClassifier>());

        Assert.Equal(
            "PatientClassifier cannot be added: the app already has an EAS service. EAS runs one service per container, "
            + "so move it to another app.",
            error.Message);
    }

    [Fact]
    public void A_service_that_does_not_describe_itself_is_refused()
    {
        Scripted.Is(static service => service.StartupProbe("/startup", timeoutSeconds: 3));

        var error = Assert.Throws<InvalidOperationException>(() => WebApplication.CreateSlimBuilder().AddEasService<Scripted>());

        Assert.Equal(
            "Scripted is not described: its Configure has to call service.Describe(new() { Name = … }).",
            error.Message);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var service = new EasServiceBuilder<Scripted>();

        Assert.Throws<ArgumentNullException>("load", () => service.Startup(null!));
        Assert.Throws<ArgumentNullException>("description", () => service.Describe(null!));
        Assert.Throws<ArgumentNullException>("builder", static () => EasServiceExtensions.AddEasService<Scripted>(null!));
        Assert.Throws<ArgumentNullException>("endpoints", static () => EasServiceExtensions.MapEasService<Scripted>(null!));
    }

    [Fact]
    public async Task An_app_ends_its_own_process_unless_it_says_otherwise()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddEasService<Acme.IrisClassifier>();
        await using var app = builder.Build();

        Assert.Equal(typeof(ProcessEnd), app.Services.GetRequiredService<ProcessEnd>().GetType());
    }

    [Fact]
    public async Task What_else_belongs_to_a_service_is_mapped_with_it()
    {
        await using var app = await App.Start(
            static _ => { },
            build: static builder => builder.Services.AddSingleton<IServiceEndpoints, Page>());

        Assert.Equal("a page", await app.Client.GetStringAsync(new Uri("/page", UriKind.Relative)));
    }

    [Fact]
    public async Task A_service_that_was_not_added_cannot_be_mapped()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();

        var error = Assert.Throws<InvalidOperationException>(() => app.MapEasService<Acme.IrisClassifier>());

        Assert.Contains("builder.AddEasService<IrisClassifier>()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Declarations_that_contradict_each_other_are_refused()
    {
        var service = new EasServiceBuilder<Scripted>();
        service.Startup(static (_, _) => new(Task.CompletedTask));
        service.Describe(App.Plain);
        var startup = service.StartupProbe("/a", 1);
        startup.Check(static (_, _) => true);
        service.Predict<int, int>("/", static (_, request, _) => request);

        Told<InvalidOperationException>(
            "Scripted has two load methods; a service has at most one.",
            () => service.Startup(static (_, _) => new(Task.CompletedTask)));
        Told<InvalidOperationException>(
            "Scripted is described twice; a service has one description.",
            () => service.Describe(App.Plain));
        Told<InvalidOperationException>(
            "Scripted has two Startup probes; a service has at most one of each kind.",
            () => service.StartupProbe("/b", 1));
        Told<InvalidOperationException>(
            "The Startup probe of Scripted has two checks; a probe has at most one.",
            () => startup.Check(static (_, _) => true));
        Told<InvalidOperationException>(
            "Scripted has two predict methods at '/'; each needs its own route.",
            () => service.Predict<int, int>("/", static (_, request, _) => request));
        Assert.Throws<InvalidOperationException>(() => service.PredictStream<int, int>("/", static (_, _, _) => new(Empty())));
        Told<ArgumentException>(
            "The path 'live' of the Liveness probe does not start with a slash. (Parameter 'path')",
            () => service.LivenessProbe("live", 1));
        Assert.Throws<ArgumentNullException>("path", () => service.LivenessProbe(null!, 1));
        Told<ArgumentException>(
            "The predict route 'predict' does not start with a slash. (Parameter 'route')",
            () => service.Predict<int, int>("predict", static (_, request, _) => request));
        Assert.Throws<ArgumentNullException>("route", () => service.Predict<int, int>(null!, static (_, request, _) => request));
        Assert.Throws<ArgumentNullException>("predict", () => service.Predict<int, int>("/a", null!));
        Assert.Throws<ArgumentNullException>("predict", () => service.PredictAsync<int, int>("/a", null!));
        Assert.Throws<ArgumentNullException>("predict", () => service.PredictStream<int, int>("/a", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => service.LivenessProbe("/live", 0));
    }

    private static IAsyncEnumerable<int> Empty() => AsyncEnumerable.Empty<int>();

    private static void Told<TException>(string message, Action action)
        where TException : Exception => Assert.Equal(message, Assert.Throws<TException>(action).Message);

    private sealed class Page : IServiceEndpoints
    {
        public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/page", static () => "a page");
    }
}
