using System.Net;
using System.Text.Json.Serialization;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

public sealed record Flower(double PetalLength, string Name, IReadOnlyList<int>? Days = null);

public class PredictTests
{
    private const string Iris = """{"petalLength":1.5,"name":"iris"}""";

    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>> Kinds { get; } = new()
    {
        { "sync", static service => service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name) },
        { "Task", static service => service.PredictAsync<Flower, string>("/", static (_, flower, _) => new(Task.FromResult(flower.Name))) },
        { "ValueTask", static service => service.PredictAsync<Flower, string>(
            "/",
            static (_, flower, _) => ValueTask.FromResult(flower.Name)) },
        { "async", static service => service.PredictAsync<Flower, string>(
            "/",
            static async (_, flower, cancellationToken) => { await Task.Delay(1, cancellationToken); return flower.Name; }) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_method_may_answer_in_many_ways(string kind, Action<EasServiceBuilder<Scripted>> declare)
    {
        await using var app = await App.Start(declare);

        using var response = await app.Client.PostText("/", Iris);

        Assert.NotEmpty(kind);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("\"iris\"", await response.Content.ReadAsStringAsync());
        Assert.Equal(6, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Every_method_has_a_route_of_its_own()
    {
        await using var app = await App.Start(static service =>
        {
            service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name);
            service.Predict<Flower, double>("/v1/length", static (_, flower, _) => flower.PetalLength);
        });

        using var name = await app.Client.PostText("/", Iris);
        using var length = await app.Client.PostText("/v1/length", Iris);
        using var get = await app.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("\"iris\"", await name.Content.ReadAsStringAsync());
        Assert.Equal("1.5", await length.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task An_exception_is_logged_and_its_text_kept()
    {
        await using var app = await App.Start(static service =>
            service.Predict<Flower, string>("/", static string (_, _, _) => throw new InvalidOperationException("password=hunter2")));

        using var response = await app.Client.PostText("/", Iris);

        var problem = await response.Problem(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("traceId"));
        Assert.Equal("password=hunter2", Assert.Single(app.Log.Entries, entry => entry.Level == LogLevel.Error).Exception?.Message);
    }

    [Fact]
    public async Task A_cancellation_that_is_nobodys_wish_is_a_failure()
    {
        await using var app = await App.Start(static service =>
            service.Predict<Flower, string>(
                "/",
                static string (_, _, _) => throw new TaskCanceledException("a client of the predictor gave up")));

        using var response = await app.Client.PostText("/", Iris);

        await response.Problem(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_method_may_refuse_a_request()
    {
        await using var app = await App.Start(static service =>
            service.Predict<Flower, string>(
                "/",
                static string (_, _, _) => throw new BadHttpRequestException("Only irises.", StatusCodes.Status422UnprocessableEntity)));

        using var response = await app.Client.PostText("/", Iris);

        Assert.Equal("Only irises.", (await response.Problem(HttpStatusCode.UnprocessableEntity)).Text("detail"));
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_a_failure_and_not_half_an_answer()
    {
        await using var app = await App.Start(static service =>
            service.Predict<Flower, double[]>("/", static (_, _, _) => [.. Enumerable.Repeat(1.0, 100_000), double.NaN]));

        using var response = await app.Client.PostText("/", Iris);

        await response.Problem(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task The_declared_timeout_cancels_the_token()
    {
        var cancelled = new TaskCompletionSource();
        await using var app = await App.Start(
            service => service.PredictAsync<Flower, string>("/", async (_, _, cancellationToken) =>
            {
                using var registration = cancellationToken.Register(cancelled.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return "never";
            }),
            App.Plain with { RequestTimeoutMilliseconds = 50 });

        using var response = await app.Client.PostText("/", Iris);

        Assert.Equal("No answer within 50 ms.", (await response.Problem(HttpStatusCode.RequestTimeout)).Text("detail"));
        await cancelled.Task;
        Assert.Contains(app.Log.Warnings, text => text.Contains("50 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_that_does_not_heed_its_token_times_out_all_the_same()
    {
        var never = new TaskCompletionSource<string>();
        await using var app = await App.Start(
            service =>
            {
                service.PredictAsync<Flower, string>("/async", (_, _, _) => new(never.Task));
                service.Predict<Flower, string>("/sync", static (_, _, cancellationToken) =>
                {
                    cancellationToken.WaitHandle.WaitOne();
                    return "too late";
                });
                service.Predict<Flower, string>("/failing", static (_, _, cancellationToken) =>
                {
                    cancellationToken.WaitHandle.WaitOne();
                    throw new InvalidOperationException("too late");
                });
            },
            App.Plain with { RequestTimeoutMilliseconds = 50 });

        using var asynchronous = await app.Client.PostText("/async", Iris);
        await asynchronous.Problem(HttpStatusCode.RequestTimeout);

        // A method may see its token before anyone else does, and still is too late.
        foreach (var path in Enumerable.Repeat("/sync", 20).Append("/failing"))
        {
            using var synchronous = await app.Client.PostText(path, Iris);
            await synchronous.Problem(HttpStatusCode.RequestTimeout);
        }
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_token_silently()
    {
        var (begun, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await App.Listen(
            service => service.PredictAsync<Flower, string>("/", async (_, _, cancellationToken) =>
            {
                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    cancelled.SetResult();
                }

                return "never";
            }),
            args: ["--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Information"]);
        using var leave = new CancellationTokenSource();
        using var content = new StringContent(Iris, System.Text.Encoding.UTF8, "application/json");
        var request = app.Client.PostAsync(new Uri("/", UriKind.Relative), content, leave.Token);
        await begun.Task;

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await cancelled.Task;
        await app.Log.WaitFor("- 499");
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task The_response_keeps_the_JSON_options_of_the_app()
    {
        await using var app = await App.Start(
            static service => service.Predict<Flower, Flower>("/", static (_, flower, _) => flower),
            build: builder => Microsoft.Extensions.DependencyInjection.HttpJsonServiceExtensions.ConfigureHttpJsonOptions(
                builder.Services,
                options => options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull));

        using var response = await app.Client.PostText("/", Iris);

        Assert.Equal(Iris, await response.Content.ReadAsStringAsync());
    }
}
