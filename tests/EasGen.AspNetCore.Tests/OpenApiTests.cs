using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests;

public class OpenApiTests
{
    [Fact]
    public async Task The_document_has_the_predict_endpoints_with_their_types_and_nothing_else()
    {
        await using var app = await Documented(static service =>
        {
            service.ReadinessProbe("/ready", timeoutSeconds: 3);
            service.Predict<Flower, Species>("/", static (_, _, _) => new("setosa"));
            service.PredictStream<int, Flower>("/stream", static (_, _, _) => new(AsyncEnumerable.Empty<Flower>()));
        });

        var paths = (await Document(app)).GetProperty("paths");

        Assert.Equal(["/", "/stream"], paths.EnumerateObject().Select(path => path.Name).Order());
        var whole = paths.GetProperty("/").GetProperty("post");
        Assert.Equal("#/components/schemas/Flower", Schema(whole.GetProperty("requestBody"), "application/json").Text("$ref"));
        Assert.Equal("#/components/schemas/Species", Schema(Answer(whole, 200), "application/json").Text("$ref"));
        var stream = paths.GetProperty("/stream").GetProperty("post");
        Assert.Equal("#/components/schemas/Flower", Schema(Answer(stream, 200), "text/event-stream").Text("$ref"));
    }

    [Fact]
    public async Task A_batch_method_is_shown_as_what_one_caller_sends_and_gets()
    {
        await using var app = await Documented(static service =>
        {
            service.PredictBatch<Flower, Species>(
                "/",
                static (_, batch, _) => Array.ConvertAll(batch, static _ => new Species("setosa")),
                new() { MaxBatchSize = 4, OperationId = "Classify" });
            service.PredictBatch<Flower, Species>(
                "/choosy",
                static (_, batch, _) => Array.ConvertAll(batch, static BatchItemResult<Species> (_) => new BatchItemFailure("no")),
                new() { MaxBatchSize = 4 });
        });

        var paths = (await Document(app)).GetProperty("paths");

        foreach (var route in (string[])["/", "/choosy"])
        {
            var operation = paths.GetProperty(route).GetProperty("post");
            Assert.Equal("#/components/schemas/Flower", Schema(operation.GetProperty("requestBody"), "application/json").Text("$ref"));
            Assert.Equal("#/components/schemas/Species", Schema(Answer(operation, 200), "application/json").Text("$ref"));
            Assert.Equal("#/components/schemas/Problem", Schema(Answer(operation, 400), "application/problem+json").Text("$ref"));
        }
        Assert.Equal("Classify", paths.GetProperty("/").GetProperty("post").Text("operationId"));
    }

    [Fact]
    public async Task Bytes_are_binary_and_text_is_text()
    {
        await using var app = await Documented(static service =>
        {
            service.Predict<byte[], Stream>("/bytes", static (_, bytes, _) => new MemoryStream(bytes));
            service.Predict<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>("/memory", static (_, bytes, _) => bytes);
            service.Predict<Stream, byte[]>("/stream", static (_, _, _) => [1]);
            service.Predict<string, IResult>("/text", static (_, text, _) => Results.Text(text));
        });

        var paths = (await Document(app)).GetProperty("paths");

        foreach (var route in (string[])["/bytes", "/memory", "/stream"])
        {
            var raw = paths.GetProperty(route).GetProperty("post");
            Assert.Equal("binary", await Resolved(app, Schema(raw.GetProperty("requestBody"), "application/octet-stream")));
            Assert.Equal("binary", await Resolved(app, Schema(Answer(raw, 200), "application/octet-stream")));
        }
        var text = paths.GetProperty("/text").GetProperty("post");
        Assert.Equal(
            ["application/json", "text/plain"],
            text.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name));
        Assert.False(Answer(text, 200).TryGetProperty("content", out _));
    }

    [Fact]
    public async Task An_endpoint_says_what_its_method_does()
    {
        await using var app = await Documented(static service => service.Predict<Flower, string>(
            "/", static (_, flower, _) => flower.Name, new()
            {
                OperationId = "Classify",
                Summary = "Names a flower.",
                Description = "It knows three.",
            }));

        var operation = (await Document(app)).GetProperty("paths").GetProperty("/").GetProperty("post");

        Assert.Equal(
            ("Classify", "Names a flower.", "It knows three."),
            (operation.Text("operationId"), operation.Text("summary"), operation.Text("description")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Every_failure_is_a_problem_whose_members_the_document_has(int status)
    {
        await using var app = await Documented(static service =>
            service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name));

        var document = await Document(app);

        var answer = Answer(document.GetProperty("paths").GetProperty("/").GetProperty("post"), status);
        Assert.Equal("#/components/schemas/Problem", Schema(answer, "application/problem+json").Text("$ref"));
    }

    [Fact]
    public async Task What_a_problem_says_stands_in_the_document()
    {
        await using var app = await Documented(static service =>
            service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name));
        using var response = await app.Client.PostText("/", """{"petalLength":"long"}""");
        var said = (await response.Problem(HttpStatusCode.BadRequest)).EnumerateObject().Select(member => member.Name);

        var problem = (await Document(app)).GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("Problem")
            .GetProperty("properties");

        // These two are the framework's, and say nothing here.
        Assert.Equal(said.Concat(["type", "instance"]).Order(), problem.EnumerateObject().Select(member => member.Name).Order());
    }

    [Fact]
    public async Task The_names_of_a_problem_are_the_same_whatever_the_options_of_the_app()
    {
        await using var app = await Documented(
            static service => service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name),
            static builder =>
                builder.Services.ConfigureHttpJsonOptions(json =>
                    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower));

        var schemas = (await Document(app)).GetProperty("components").GetProperty("schemas");

        Assert.True(schemas.GetProperty("Problem").GetProperty("properties").TryGetProperty("jsonPath", out _));
        Assert.True(schemas.GetProperty("Flower").GetProperty("properties").TryGetProperty("petal_length", out _));
    }

    [Fact]
    public async Task An_app_whose_contracts_are_all_generated_has_a_document_too()
    {
        await using var app = await Documented(
            static service => service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name),
            static builder =>
                builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = FlowerJson.Default));

        var schemas = (await Document(app)).GetProperty("components").GetProperty("schemas");

        Assert.Equal(["Flower", "Problem"], schemas.EnumerateObject().Select(schema => schema.Name).Order());
    }

    private static Task<App> Documented(Action<EasServiceBuilder<Scripted>> configure, Action<WebApplicationBuilder>? build = null) =>
        App.Start(
        configure,
        build: builder =>
        {
            builder.Services.AddOpenApi();
            build?.Invoke(builder);
        },
        use: static app => app.MapOpenApi());

    private static async Task<JsonElement> Document(App app)
    {
        using var response = await app.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Json();
    }

    private static JsonElement Answer(JsonElement operation, int status) =>
        operation.GetProperty("responses").GetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<string> Resolved(App app, JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
            return schema.Text("format");
        var schemas = (await Document(app)).GetProperty("components").GetProperty("schemas");
        return schemas.GetProperty(reference.GetString()!.Split('/')[^1]).Text("format");
    }

    private static JsonElement Schema(JsonElement body, string contentType) =>
        body.GetProperty("content").GetProperty(contentType).GetProperty("schema");
}

public sealed record Species(string Name);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Flower))]
[JsonSerializable(typeof(string))]
internal sealed partial class FlowerJson : JsonSerializerContext;
