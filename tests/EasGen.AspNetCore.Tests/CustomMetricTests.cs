using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using EasGen.AspNetCore.CustomMetrics;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.Tests;

public class CustomMetricTests
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task What_instruments_measure_is_posted_in_the_form_of_the_engine()
    {
        await using var engine = await FakeEngine.Start();
        await using var app = await StartWith(engine.Address, TimeSpan.FromSeconds(5));
        var gauge = Meter(app).CreateGauge<double>("fill");

        gauge.Record(0.5, Tag("zone", "north"));
        var post = await engine.Next();

        Assert.Equal("""[{"name":"fill","tags":{"zone":"north"},"value":0.5}]""", post);
    }

    [Fact]
    public async Task Nothing_is_posted_while_nothing_is_measured()
    {
        await using var engine = await FakeEngine.Start();
        await using var app = await StartWith(engine.Address, TimeSpan.FromSeconds(5));

        await Task.Delay(5 * Often);

        Assert.Empty(engine.Posts);
    }

    [Fact]
    public void Each_kind_of_instrument_has_its_value()
    {
        using var services = Services();
        var meter = services.GetRequiredService<IMeterFactory>().Create("Acme");
        var total = 100L;
        string[] names = ["added", "grown", "level", "seen_level", "took", "fill", "seen_fill"];
        var clock = new Clock();
        using var readings = new MetricReadings(
            [.. names.Select(static name => new EasCustomMetric(name))],
            services.GetRequiredService<IMeterFactory>(),
            clock);
        var added = meter.CreateCounter<int>("added");
        var level = meter.CreateUpDownCounter<short>("level");
        var took = meter.CreateHistogram<float>("took");
        var fill = meter.CreateGauge<byte>("fill");
        meter.CreateObservableCounter("grown", () => total);
        meter.CreateObservableUpDownCounter("seen_level", () => 7m);
        meter.CreateObservableGauge("seen_fill", () => 0.25);

        added.Add(1);
        clock.Seconds++;
        var first = Values(readings);
        added.Add(20);
        added.Add(20);
        level.Add(5);
        level.Add(-2);
        took.Record(1);
        took.Record(2);
        fill.Record(3);
        fill.Record(4);
        total = 140;
        clock.Seconds += 5;
        var second = Values(readings);
        clock.Seconds++;
        var third = Values(readings);

        // A total that is seen for the first time has grown by nothing that is known.
        Assert.Equal(["added", "seen_fill", "seen_level"], first.Keys.Order());
        Assert.Equal((8, 8), (second["added"], second["grown"]));
        Assert.Equal((3, 7, 1.5, 4, 0.25), (second["level"], second["seen_level"], second["took"], second["fill"], second["seen_fill"]));
        Assert.Equal((0, 0, 3, 4), (third["added"], third["grown"], third["level"], third["fill"]));
        Assert.DoesNotContain("took", third.Keys);
    }

    [Fact]
    public void A_tag_tells_values_apart_and_others_do_not()
    {
        using var services = Services();
        var level = services.GetRequiredService<IMeterFactory>().Create("Acme").CreateUpDownCounter<int>("level");
        using var readings = Readings(services, new EasCustomMetric("level") { Tag = "status" });

        level.Add(1, Tag("status", 200), Tag("zone", "north"));
        level.Add(2, Tag("status", 200), Tag("zone", "south"));
        level.Add(4, Tag("status", "500"));
        level.Add(8);

        Assert.Equal(
            ["level{} 8", "level{status=200} 3", "level{status=500} 4"],
            readings.Read().Readings.Select(static reading =>
                $"{reading.Name}{{{string.Join(',', reading.Tags.Select(static tag => $"{tag.Key}={tag.Value}"))}}} "
                + $"{reading.Value}").Order());
    }

    [Fact]
    public void Too_many_values_of_a_tag_do_no_harm()
    {
        using var services = Services();
        var level = services.GetRequiredService<IMeterFactory>().Create("Acme").CreateUpDownCounter<int>("level");
        using var readings = Readings(services, new EasCustomMetric("level") { Tag = "user" });

        for (var user = 0; user < 10_000; user++)
            level.Add(1, Tag("user", user));

        Assert.Equal(MetricReadings.MostTagValues, readings.Read().Readings.Count);
    }

    [Fact]
    public void What_JSON_cannot_carry_and_what_is_of_another_app_is_left_out()
    {
        using var services = Services();
        using var others = Services();
        using var global = new Meter("Acme");
        using var readings = Readings(services, new EasCustomMetric("fill"), new EasCustomMetric("free"));
        services.GetRequiredService<IMeterFactory>().Create("Acme").CreateGauge<double>("fill").Record(double.NaN);
        others.GetRequiredService<IMeterFactory>().Create("Acme").CreateGauge<int>("fill").Record(1);

        global.CreateGauge<int>("free").Record(2);

        Assert.Equal("free", Assert.Single(readings.Read().Readings).Name);
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("refuses")]
    [InlineData("never ends")]
    [InlineData("is not there")]
    public async Task A_bad_engine_is_named_once_and_delays_nothing(string engineThat)
    {
        await using var engine = await FakeEngine.Start(async context =>
        {
            if (engineThat == "refuses")
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            if (engineThat == "never ends")
                await context.Response.WriteAsync("a");
            if (engineThat is "hangs" or "never ends")
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var address = engineThat == "is not there" ? $"http://127.0.0.1:{Ports.Free()}/" : engine.Address;
        var app = await StartWith(address, TimeSpan.FromMilliseconds(200));
        var gauge = Meter(app).CreateGauge<int>("fill");

        gauge.Record(1);
        if (engineThat != "is not there")
        {
            for (var post = 0; post < 3; post++)
                await engine.Next();
        }
        else
        {
            await app.Log.WaitFor("could not be posted");
            await Task.Delay(5 * Often);
        }
        using var answer = await app.Client.PostText("/", "7");
        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // The answer's head says enough.
        if (engineThat == "never ends")
            Assert.Empty(app.Log.Warnings);
        else
            Assert.Equal(
                $"The custom metrics could not be posted to {address}: {Reason(engineThat)} "
                + "The service goes on trying, and does not say so again.",
                Assert.Single(app.Log.Warnings));

        string Reason(string engineThat) => engineThat switch
        {
            "hangs" => "no answer within 0.2 s.",
            "refuses" => "Response status code does not indicate success: 500 (Internal Server Error).",
            _ => "Connection refused.",
        };
    }

    [Fact]
    public async Task An_instrument_that_fails_is_named_once_and_the_others_go_on()
    {
        await using var engine = await FakeEngine.Start();
        await using var app = await StartWith(engine.Address, TimeSpan.FromSeconds(5));
        var meter = Meter(app);
        meter.CreateObservableGauge("fill", int () => throw new InvalidOperationException("no sensor"));
        meter.CreateObservableUpDownCounter("level", static () => 7);

        await app.Log.WaitFor("no sensor");
        for (var posts = 0; posts < 3; posts++)
            Assert.Equal("""[{"name":"level","tags":{},"value":7}]""", await engine.Next());

        Assert.Single(app.Log.Warnings);
    }

    [Theory]
    [InlineData(null, null, "Production", false)]
    [InlineData("8000", null, "Production", true)]
    [InlineData("8000", null, "Development", false)]
    [InlineData(null, "http://localhost:1/", "Production", true)]
    [InlineData("8000", "http://localhost:1/", "Development", true)]
    public async Task Without_an_engine_nothing_is_posted(string? port, string? address, string environment, bool isPosted)
    {
        await using var app = await App.Start(static _ => { }, Metered, builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Configuration["LISTENING_PORT"] = port;
            builder.Configuration[MetricTarget.Variable] = address;
        });
        await using var unmetered = await App.Start(
            static _ => { },
            build: static builder => builder.Configuration["LISTENING_PORT"] = "8000");

        Assert.Equal(isPosted, app.Services.GetServices<IHostedService>().OfType<MetricReporter>().Any());
        Assert.Empty(unmetered.Services.GetServices<IHostedService>().OfType<MetricReporter>());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost/")]
    [InlineData("/metrics")]
    public async Task An_address_that_is_none_is_named(string address)
    {
        var error = await Assert.ThrowsAsync<WrongSettingException>(
            () => App.Start(static _ => { }, Metered, builder => builder.Configuration[MetricTarget.Variable] = address));

        Assert.Equal(
            $"The environment variable EASGEN_METRICS_URL is '{address}', which is not an address: "
            + "set it to one with http://, or remove it.",
            error.Message);
    }

    [Theory]
    [InlineData(null, "http://localhost:8080/api/builtin/realtime_metrics")]
    [InlineData("https://localhost:1/", "https://localhost:1/")]
    public async Task The_engine_of_EAS_is_asked_as_often_as_it_reads(string? asked, string address)
    {
        await using var app = await App.Start(static _ => { }, Metered, builder =>
        {
            builder.Configuration["LISTENING_PORT"] = "8000";
            builder.Configuration[MetricTarget.Variable] = asked;
        });

        Assert.Equal(
            new MetricTarget(new Uri(address), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5)),
            app.Services.GetRequiredService<MetricTarget>());
    }

    [Theory]
    [InlineData(5.0, 5.0, 0.0)]
    [InlineData(5.0, 7.0, 2.0)]
    [InlineData(5.0, 4.0, null)]
    public void A_total_that_shrinks_has_begun_anew(double before, double now, double? grown)
    {
        var value = new MetricValue(MetricKind.ObservedRate);
        value.Measure(before);
        Assert.Null(value.Read(TimeSpan.FromSeconds(1)));
        value.Measure(now);

        Assert.Equal(grown, value.Read(TimeSpan.FromSeconds(1)));
        Assert.Null(value.Read(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void What_JSON_cannot_carry_is_no_value()
    {
        var value = new MetricValue(MetricKind.Last);
        value.Measure(double.PositiveInfinity);

        Assert.Null(value.Read(TimeSpan.FromSeconds(1)));
        value.Measure(3);
        Assert.Equal(3, value.Read(TimeSpan.FromSeconds(1)));
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_generated_service_reports()
    {
        await using var engine = await FakeEngine.Start();
        using var app = await ChildApp.Start("metered", (MetricTarget.Variable, engine.Address));

        using var answer = await app.Client.PostText("/", """{"petalLength":1.4,"petalWidth":0.2}""");
        using var post = JsonDocument.Parse(await engine.Next());

        var reading = Assert.Single(post.RootElement.EnumerateArray());
        Assert.Equal("classified", reading.Text("name"));
        Assert.Equal("setosa", reading.GetProperty("tags").Text("species"));
        Assert.InRange(reading.GetProperty("value").GetDouble(), 0.01, 1);
    }

    private static EasServiceDescription Metered { get; } = App.Plain with
    {
        CustomMetrics = [new("fill") { Tag = "zone" }, new("level")],
    };

    private static Task<App> StartWith(string address, TimeSpan timeout) => App.Start(
        static service => service.Predict<int, int>("/", static (_, number, _) => number),
        Metered,
        builder =>
        {
            builder.Configuration[MetricTarget.Variable] = address;
            builder.Services.AddSingleton(new MetricTarget(new Uri(address), Often, timeout));
        });

    private static Meter Meter(App app) => app.Services.GetRequiredService<IMeterFactory>().Create("Acme");

    private static ServiceProvider Services() => new ServiceCollection().AddMetrics().BuildServiceProvider();

    private static MetricReadings Readings(ServiceProvider services, params EasCustomMetric[] metrics) =>
        new(metrics, services.GetRequiredService<IMeterFactory>(), TimeProvider.System);

    private static Dictionary<string, double> Values(MetricReadings readings) =>
        readings.Read().Readings.ToDictionary(static reading => reading.Name, static reading => reading.Value);

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
