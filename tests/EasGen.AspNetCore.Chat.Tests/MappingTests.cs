using System.Net;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>How the endpoints come into an app, and what goes wrong then.</summary>
public class MappingTests
{
    private const string Question = """{"messages":[{"role":"user","content":"Hello"}]}""";

    [Fact]
    public async Task They_stand_beside_predict_endpoints_and_probes()
    {
        await using var app = await App.Listen(
            static service =>
            {
                service.Predict<int, int>("/", static (_, number, _) => number + 1);
                service.ReadinessProbe("/ready", timeoutSeconds: 3);
            },
            use: static app => app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi")));

        using var chat = await app.Client.PostText("/v1/chat/completions", Question);
        using var predicted = await app.Client.PostText("/", "1");
        using var wrong = await app.Client.PostText("/", "x");

        Assert.Equal(HttpStatusCode.OK, chat.StatusCode);
        Assert.Equal("2", await predicted.Content.ReadAsStringAsync());
        await wrong.Problem(HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/ready")).Code);
    }

    [Fact]
    public async Task Conventions_hold_for_all_of_them()
    {
        await using var app = await App.Listen(
            static _ => { },
            use: static app => app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi")).WithMetadata(new Closed()));

        var closed = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(static endpoint => endpoint.Metadata.GetMetadata<Closed>() is not null)
            .OfType<RouteEndpoint>()
            .Select(static endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(
            ["/v1/chat/completions", "/v1/models", "/v1/models/{**name}"],
            closed.Distinct().Order(StringComparer.Ordinal));
    }

    private sealed record Closed;

    [Fact]
    public async Task A_developer_is_told_how_to_ask()
    {
        await using var app = await App.Listen(
            static _ => { },
            args: ["--environment=Development"],
            use: static app => app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi")));

        await app.Log.WaitFor("""
            POST /v1/chat/completions; probes none. Try: curl http://localhost:
            """.Trim());
        await app.Log.WaitFor($"/v1/chat/completions --json '{Question}'");
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_an_error_that_says_so()
    {
        await using var app = await Clients.Listen((IChatClient)null!);

        using var answer = await app.Client.PostText("/v1/chat/completions", Question);

        await answer.Error(HttpStatusCode.InternalServerError);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message.StartsWith(
            "Scripted has no chat client", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Twice_is_once_too_often()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Listen(static _ => { }, use: static app =>
        {
            app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi"));
            app.MapEasChat<Scripted>(static _ => Talker.Saying("Ho"));
        }));

        Assert.Equal("POST /v1/chat/completions is mapped already; map it once, or in another group.", thrown.Message);
    }

    [Fact]
    public async Task A_predict_method_at_the_same_route_is_named()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Listen(
            static service => service.Predict<int, int>("/v1/Embeddings/", static (_, number, _) => number),
            use: static app => app.MapEasEmbeddings<Scripted>(static _ => null!)));

        Assert.Contains("'/v1/embeddings'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_predict_method_at_the_same_route_is_not_in_the_way_of_a_group()
    {
        await using var app = await App.Listen(
            static service => service.Predict<int, int>("/v1/chat/completions", static (_, number, _) => number),
            use: static app => app.MapGroup("/llm").MapEasChat<Scripted>(static _ => Talker.Saying("Hi")));

        using var chat = await app.Client.PostText("/llm/v1/chat/completions", Question);
        using var predicted = await app.Client.PostText("/v1/chat/completions", "7");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (chat.StatusCode, predicted.StatusCode));
    }

    [Fact]
    public void A_service_that_was_not_added_is_named()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var thrown = Assert.Throws<InvalidOperationException>(() => app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi")));

        Assert.StartsWith("Scripted is not added", thrown.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string[]> WrongModels { get; } = [[], [" "], ["a", "a"]];

    [Theory, MemberData(nameof(WrongModels))]
    public void Names_of_models_are_right(string[] names)
    {
        var thrown = Assert.Throws<ArgumentException>(() => new EasModelOptions { Models = names });

        Assert.Contains("must have one name or more", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Middleware_sees_the_requests()
    {
        await using var app = await App.Listen(static _ => { }, use: static app =>
        {
            app.Use(static (context, next) =>
            {
                context.Response.Headers["x-seen"] = context.GetEndpoint()?.DisplayName;
                return next(context);
            });
            app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi"));
        });

        using var answer = await app.Client.PostText("/v1/chat/completions", Question);

        Assert.Equal("scripted: POST /v1/chat/completions", Assert.Single(answer.Headers.GetValues("x-seen")));
    }
}
