using System.Diagnostics;
using System.Net;
using System.Text.Json;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Probes;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Tests;

public class ProbeTests
{
    [Theory]
    [InlineData("/startup", "startup")]
    [InlineData("/ready", "readiness")]
    [InlineData("/live", "liveness")]
    public async Task The_body_says_who_was_asked_what(string path, string probe)
    {
        await using var app = await App.Start(AllThree);

        var (code, body) = await app.Client.Probe(path);

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal(["service", "probe", "status", "description", "durationMs"], body.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("scripted", probe, "Healthy"), (body.Text("service"), body.Text("probe"), body.Text("status")));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("description").ValueKind);
        Assert.Equal(JsonValueKind.Number, body.GetProperty("durationMs").ValueKind);
    }

    [Fact]
    public async Task They_stay_where_EAS_asks_them_if_the_service_is_in_a_group()
    {
        await using var app = await App.Start(
            static service =>
            {
                AllThree(service);
                service.Predict<int, int>("/", static (_, number, _) => number);
            },
            use: static app => app.MapGroup("/v2").MapEasService<Scripted>());

        // The kit maps it once more, without a group.
        foreach (var path in (string[])["/startup", "/ready", "/live", "/ready/"])
            Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe(path)).Code);
        using var inGroup = await app.Client.GetAsync(new Uri("/v2/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, inGroup.StatusCode);
        using var predicted = await app.Client.PostText("/v2/", "1");
        Assert.Equal(HttpStatusCode.OK, predicted.StatusCode);
    }

    [Theory]
    [InlineData(true, true, HttpStatusCode.OK, "readiness")]
    [InlineData(false, true, HttpStatusCode.ServiceUnavailable, "readiness")]
    [InlineData(true, false, HttpStatusCode.ServiceUnavailable, "liveness")]
    [InlineData(false, false, HttpStatusCode.ServiceUnavailable, "readiness")]
    public async Task Probes_that_share_a_path_are_green_together(bool isReady, bool isAlive, HttpStatusCode expected, string told)
    {
        await using var app = await App.Start(service =>
        {
            service.ReadinessProbe("/health", timeoutSeconds: 3).Check((_, _) => isReady);
            service.LivenessProbe("/Health/", timeoutSeconds: 3).Check((_, _) => isAlive);
        });

        var (code, body) = await app.Client.Probe("/health");

        Assert.Equal((expected, told), (code, body.Text("probe")));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        await using var app = await App.Listen(AllThree);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/ready");

        using var response = await app.Client.SendAsync(head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Nothing_but_GET_and_HEAD_is_answered()
    {
        await using var app = await App.Start(AllThree);

        using var response = await app.Client.PostText("/ready", "1");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    public static TheoryData<string, Action<EasProbeBuilder<Scripted>, bool>> Checks { get; } = new()
    {
        { "bool", static (probe, good) => probe.Check((_, _) => good) },
        { "Task<bool>", static (probe, good) => probe.Check((_, _) => new(Task.FromResult(good))) },
        { "ValueTask<bool>", static (probe, good) => probe.Check((_, _) => ValueTask.FromResult(good)) },
        { "HealthCheckResult", static (probe, good) => probe.Check((_, _) => Result(good)) },
        { "Task<HealthCheckResult>", static (probe, good) => probe.Check((_, _) => new(Task.FromResult(Result(good)))) },
        { "ValueTask<HealthCheckResult>", static (probe, good) => probe.Check((_, _) => ValueTask.FromResult(Result(good))) },
        { "async", static (probe, good) => probe.Check(async (_, cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return good;
        }) },
        { "async, with more to say", static (probe, good) => probe.Check(async (_, cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return Result(good);
        }) },
    };

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task A_check_may_answer_in_many_ways(string kind, Action<EasProbeBuilder<Scripted>, bool> declare)
    {
        await using var good = await App.Start(service => declare(service.ReadinessProbe("/ready", 3), true));
        await using var bad = await App.Start(service => declare(service.ReadinessProbe("/ready", 3), false));

        var (goodCode, goodBody) = await good.Client.Probe("/ready");
        var (badCode, badBody) = await bad.Client.Probe("/ready");

        Assert.NotEmpty(kind);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (goodCode, goodBody.Text("status")));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (badCode, badBody.Text("status")));
        Assert.NotEmpty(badBody.Text("description"));
    }

    [Fact]
    public async Task Degraded_still_takes_traffic()
    {
        await using var app = await App.Start(service =>
            service.ReadinessProbe("/ready", timeoutSeconds: 3)
                .Check(static (_, _) => HealthCheckResult.Degraded("on the CPU")));

        var (code, body) = await app.Client.Probe("/ready");

        Assert.Equal((HttpStatusCode.OK, "Degraded", "on the CPU"), (code, body.Text("status"), body.Text("description")));
    }

    [Fact]
    public async Task A_check_that_throws_is_unhealthy_and_shows_no_stack()
    {
        await using var app = await App.Start(service =>
            service.LivenessProbe("/live", timeoutSeconds: 3)
                .Check(static ValueTask<bool> (_, _) => throw new InvalidOperationException("the card fell off")));

        var (code, body) = await app.Client.Probe("/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal("the check threw InvalidOperationException: the card fell off", body.Text("description"));
        Assert.Contains(app.Log.Entries, entry => entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task A_check_that_heeds_its_token_is_unhealthy_at_the_timeout()
    {
        await using var app = await App.Start(service => service.LivenessProbe("/live", 1).Check(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return true;
        }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.Probe("/live")).Code);
    }

    [Fact]
    public async Task A_check_that_hangs_is_unhealthy_and_costs_few_threads()
    {
        using var release = new ManualResetEventSlim();
        var calls = 0;
        await using var app = await App.Start(service => service.LivenessProbe("/live", 1).Check((_, _) =>
        {
            Interlocked.Increment(ref calls);
            release.Wait(CancellationToken.None);
            return ValueTask.FromResult(true);
        }));

        var answers = await Task.WhenAll(app.Client.Probe("/live"), app.Client.Probe("/live"), app.Client.Probe("/live"));
        var callsOfOneRound = calls;
        var (second, third, fourth) = (await app.Client.Probe("/live"), await app.Client.Probe("/live"), await app.Client.Probe("/live"));
        var callsOfAll = calls;
        release.Set();

        Assert.All([.. answers, second, third, fourth], answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Code));
        Assert.Equal("no answer from the checks within 0.9 s", third.Body.Text("description"));
        Assert.Equal("the checks hang: 3 runs of them have not ended", fourth.Body.Text("description"));
        Assert.Equal((1, 3), (callsOfOneRound, callsOfAll));
        await app.UntilProbed("/live", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_check_that_hangs_once_is_unhealthy_once()
    {
        using var release = new ManualResetEventSlim();
        var calls = 0;
        await using var app = await App.Start(service => service.ReadinessProbe("/ready", 1).Check((_, _) =>
        {
            if (Interlocked.Increment(ref calls) == 1)
                release.Wait(CancellationToken.None);
            return ValueTask.FromResult(true);
        }));

        var first = await app.Client.Probe("/ready");
        var second = await app.Client.Probe("/ready");
        release.Set();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.Code, second.Code));
    }

    [Fact]
    public async Task A_check_that_is_always_too_slow_is_always_unhealthy()
    {
        await using var app = await App.Start(service => service.ReadinessProbe("/ready", 1).Check(static async (_, _) =>
        {
            await Task.Delay(1500, CancellationToken.None);
            return true;
        }));
        var asked = new List<Task<(HttpStatusCode Code, JsonElement Body)>>();

        // Some come when a round has nearly ended, which is late all the same.
        for (var probe = 0; probe < 20; probe++)
        {
            asked.Add(app.Client.Probe("/ready"));
            await Task.Delay(200);
        }

        Assert.All(await Task.WhenAll(asked), static answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Code));
    }

    [Fact]
    public async Task The_checks_of_the_app_join_by_tag()
    {
        await using var app = await App.Start(AllThree, build: builder => builder.Services.AddHealthChecks()
            .AddCheck("database", () => HealthCheckResult.Unhealthy("no route to host"), tags: [EasHealthTags.Readiness])
            .AddCheck("unrelated", () => HealthCheckResult.Unhealthy("of no interest")));

        var (code, body) = await app.Client.Probe("/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database: no route to host"), (code, body.Text("description")));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/startup")).Code);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
    }

    [Fact]
    public async Task All_that_is_as_bad_as_the_verdict_is_told()
    {
        await using var app = await App.Start(
            static service => service.ReadinessProbe("/ready", 3).Check(static (_, _) => HealthCheckResult.Unhealthy("no card")),
            build: static builder => builder.Services.AddHealthChecks()
                .AddCheck("silent", static () => HealthCheckResult.Unhealthy(), tags: [EasHealthTags.Readiness])
                .AddCheck("database", static () => HealthCheckResult.Unhealthy("no route"), tags: [EasHealthTags.Readiness])
                .AddCheck("cache", static () => HealthCheckResult.Degraded("is slow"), tags: [EasHealthTags.Readiness]));

        var (_, body) = await app.Client.Probe("/ready");

        Assert.Equal(["database: no route", "no card"], body.Text("description").Split("; ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_is_told()
    {
        await using var app = await App.Start(AllThree, build: static builder => builder.Services.AddHealthChecks().Add(
            new("odd", static _ => throw new InvalidOperationException("no such service"), null, [EasHealthTags.Readiness])));

        var (code, body) = await app.Client.Probe("/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal("the checks threw InvalidOperationException: no such service", body.Text("description"));
    }

    [Fact]
    public async Task The_probes_are_ordinary_health_checks()
    {
        await using var app = await App.Start(AllThree);

        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(["eas-live", "eas-ready", "eas-startup"], report.Entries.Keys.Order());
        Assert.All(report.Entries, entry => Assert.Equal([entry.Key], entry.Value.Tags));
        Assert.Equal(HealthStatus.Healthy, report.Status);
    }

    [Fact]
    public async Task Middleware_of_the_app_does_not_stand_in_the_way()
    {
        await using var app = await App.Start(AllThree, use: app =>
        {
            app.UseRouting();
            app.Run(context =>
            {
                context.Response.StatusCode = 401;
                return Task.CompletedTask;
            });
        });

        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
    }

    [Fact]
    public async Task Documents_metrics_and_authorization_leave_the_probes_out()
    {
        await using var app = await App.Start(AllThree);

        var probes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Equal(3, probes.Count);
        Assert.All(probes, probe =>
        {
            Assert.NotNull(probe.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.True(probe.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()!.ExcludeFromDescription);
            Assert.NotNull(probe.Metadata.GetMetadata<IDisableHttpMetricsMetadata>());
        });
    }

    [Fact]
    public async Task Traces_leave_the_probes_out()
    {
        var recorded = new List<(string Path, bool Recorded)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var app = await App.Start(
            service =>
            {
                AllThree(service);
                service.Predict<int, int>("/", static (_, request, _) => request);
            },
            use: app => app.Use(async (context, next) =>
            {
                var activity = Activity.Current!;
                await next(context);
                recorded.Add((context.Request.Path, activity.Recorded));
            }).UseRouting());

        await app.Client.Probe("/ready");
        using var response = await app.Client.PostText("/", "1");

        Assert.Equal([("/ready", false), ("/", true)], recorded);
    }

    [Fact]
    public async Task Endpoints_are_called_by_the_service_and_their_probes()
    {
        await using var app = await App.Start(static service =>
        {
            service.ReadinessProbe("/health", timeoutSeconds: 3);
            service.LivenessProbe("/health/", timeoutSeconds: 3);
            service.StartupProbe("/startup", timeoutSeconds: 3);
        });

        Assert.Equal(
            ["scripted: Readiness and Liveness probe", "scripted: Startup probe"],
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(static probe => probe.DisplayName).Order());
    }

    [Fact]
    public async Task Threads_are_kept_for_the_checks_of_each_probe()
    {
        await using var app = await App.Start(AllThree);

        Assert.Equal(3 * ProbeEndpoint<Scripted>.MostRounds, app.Services.GetRequiredService<PredictThreads>().Kept);
    }

    [Fact]
    public void A_check_has_to_be_there()
    {
        var probe = new EasServiceBuilder<Scripted>().ReadinessProbe("/ready", timeoutSeconds: 3);

        Assert.Throws<ArgumentNullException>("check", () => probe.Check((Func<Scripted, CancellationToken, bool>)null!));
        Assert.Throws<ArgumentNullException>("check", () => probe.Check((Func<Scripted, CancellationToken, ValueTask<bool>>)null!));
        Assert.Throws<ArgumentNullException>("check", () => probe.Check((Func<Scripted, CancellationToken, HealthCheckResult>)null!));
        Assert.Throws<ArgumentNullException>(
            "check",
            () => probe.Check((Func<Scripted, CancellationToken, ValueTask<HealthCheckResult>>)null!));
    }

    private static void AllThree(EasServiceBuilder<Scripted> service)
    {
        service.StartupProbe("/startup", timeoutSeconds: 3);
        service.ReadinessProbe("/ready", timeoutSeconds: 3);
        service.LivenessProbe("/live", timeoutSeconds: 3);
    }

    private static HealthCheckResult Result(bool good) => good ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not good");
}
