using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Client.Tests;

/// <summary>The generated client and the service, with Kestrel between them.</summary>
public sealed partial class CallTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private AnsweringClient Client => new(fixture.Http);

    [Fact]
    public async Task Json() => Assert.Equal(42, await Client.AddAsync(new(40, 2)));

    [Fact]
    public async Task Nothing()
    {
        Assert.Null(await Client.EchoOrNothingAsync(new(0, 0)));
        Assert.Equal(new(1, 2), await Client.EchoOrNothingAsync(new(1, 2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"quoted\" 中文\n")]
    public async Task Text(string text) => Assert.Equal(text.ToUpperInvariant(), await Client.ShoutAsync(text));

    [Fact]
    public async Task Bytes() => Assert.Equal([3, 2, 1], await Client.ReverseAsync([1, 2, 3]));

    [Fact]
    public async Task Memory() => Assert.Equal([1, 2], (await Client.HalfAsync(new byte[] { 1, 2, 3, 4 })).ToArray());

    [Fact]
    public async Task A_stream_of_bytes()
    {
        await using var copy = await Client.CopyAsync(new MemoryStream([1, 2, 3]));

        var bytes = new MemoryStream();
        await copy.CopyToAsync(bytes);
        Assert.Equal([1, 2, 3], bytes.ToArray());
    }

    [Fact]
    public async Task An_answer_that_writes_itself()
    {
        using var answer = await Client.BrewAsync(new(3, 0));

        Assert.Equal((HttpStatusCode.Accepted, "3 cups"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task One_of_a_batch()
    {
        Assert.Equal(0.5, await Client.InvertAsync(new(1, 2)));

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => Client.InvertAsync(new(1, 0)));
        Assert.Equal("400: There is nothing to divide by.", problem.Message);
    }

    [Fact]
    public async Task Items()
    {
        var items = new List<int>();
        await foreach (var item in Client.CountAsync(new(1, 5)))
            items.Add(item);

        Assert.Equal([1, 2, 3, 4, 5], items);
    }

    [Fact]
    public async Task No_items()
    {
        await foreach (var item in Client.CountAsync(new(5, 1)))
            Assert.Fail($"{item}");
    }

    [Fact]
    public async Task A_problem_after_the_first_item()
    {
        var items = new List<int>();
        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(async () =>
        {
            await foreach (var item in Client.CountAsync(new(11, 20)))
                items.Add(item);
        });

        Assert.Equal([11, 12], items);
        Assert.Equal((HttpStatusCode.BadRequest, "13 is no number."), (problem.StatusCode, problem.Detail));
        Assert.NotNull(problem.TraceId);
    }

    [Fact]
    public async Task A_caller_who_has_enough_leaves()
    {
        using var enough = new CancellationTokenSource();
        var last = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in Client.CountAsync(new(20, int.MaxValue), enough.Token))
            {
                last = item;
                if (item == 25)
                    await enough.CancelAsync();
            }
        });

        Assert.Equal(25, last);
    }

    [Fact]
    public async Task A_failure_is_an_exception_without_its_secrets()
    {
        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => Client.AddAsync(new(int.MaxValue, 1)));

        Assert.Equal("500: The prediction failed; the log of the service says why.", problem.Message);
        Assert.Equal("Internal Server Error", problem.Title);
        Assert.Null(problem.RetryAfter);
    }

    [Fact]
    public async Task A_wrong_request_tells_where_it_is_wrong()
    {
        var wrong = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        wrong.Converters.Add(new Misspelling());

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(
            () => new AnsweringClient(fixture.Http, json: wrong).AddAsync(new(1, 2)));

        Assert.Equal((HttpStatusCode.BadRequest, "$.a"), (problem.StatusCode, problem.JsonPath));
    }

    [Fact]
    public async Task Contracts_known_at_compile_time_are_enough()
    {
        var client = new AnsweringClient(fixture.Http, json: Contracts.Default.Options);

        Assert.Equal(3, await client.AddAsync(new(1, 2)));
        Assert.Equal("A", await client.ShoutAsync("a"));
    }

    [Fact]
    public async Task A_contract_that_is_missing_is_named()
    {
        var client = new AnsweringClient(fixture.Http, json: Contracts.Default.Options);

        var missing = await Assert.ThrowsAsync<NotSupportedException>(() => client.InvertAsync(new(1, 2)));

        Assert.Contains("System.Double", missing.Message, StringComparison.Ordinal);
    }

    private sealed class Misspelling : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetInt32();

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue("one");
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Sum))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(string))]
    private sealed partial class Contracts : JsonSerializerContext;
}
