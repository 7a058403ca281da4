using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>The document that the reference shows.</summary>
public class ReferenceTests
{
    [Fact]
    public async Task Each_body_has_an_example_that_the_service_takes()
    {
        await using var app = await Playgrounds.Flowers();

        var example = Body(await Document(app), "/").GetProperty("application/json").GetProperty("example");

        using var answer = await app.Client.PostText("/", example.GetRawText());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_token_of_eas_is_sent_as_it_is_and_only_by_those_who_want_to()
    {
        await using var app = await Playgrounds.Flowers();

        var document = await Document(app);

        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("EAS token");
        Assert.Equal(("apiKey", "header", "Authorization"), (scheme.Text("type"), scheme.Text("in"), scheme.Text("name")));
        Assert.Equal("""[{},{"EAS token":[]}]""", document.GetProperty("security").GetRawText());
    }

    [Fact]
    public async Task A_body_of_bytes_is_a_file()
    {
        await using var app = await Playgrounds.Flowers(static service =>
            service.Predict<byte[], string>("/", static (_, bytes, _) => $"{bytes.Length}"));

        var body = Body(await Document(app), "/").GetProperty("application/octet-stream");

        Assert.False(body.TryGetProperty("example", out _));
    }

    [Fact]
    public async Task The_document_of_the_app_stays_as_it_is()
    {
        await using var app = await Playgrounds.Flowers(
            build: static builder => builder.Services.AddOpenApi(static options =>
                options.AddDocumentTransformer(static (document, _, _) =>
                {
                    document.Info.Title = "Ours";
                    return Task.CompletedTask;
                })),
            use: static app => app.MapOpenApi());

        using var own = await app.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var (ours, shown) = (await own.Json(), await Document(app));

        Assert.Equal(("Ours", "Ours"), (ours.GetProperty("info").Text("title"), shown.GetProperty("info").Text("title")));
        Assert.False(Body(ours, "/").GetProperty("application/json").TryGetProperty("example", out _));
        Assert.True(Body(shown, "/").GetProperty("application/json").TryGetProperty("example", out _));
    }

    [Fact]
    public async Task Neither_the_page_nor_the_probes_are_in_it()
    {
        await using var app = await Playgrounds.Flowers();

        Assert.Equal(["/"], (await Document(app)).GetProperty("paths").EnumerateObject().Select(static path => path.Name));
    }

    private static async Task<JsonElement> Document(App app)
    {
        using var response = await app.Client.GetAsync(new Uri("/playground/openapi.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Json();
    }

    private static JsonElement Body(JsonElement document, string path) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content");
}
