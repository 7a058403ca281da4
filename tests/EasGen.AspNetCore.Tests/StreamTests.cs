using System.Globalization;
using System.Net;
using System.Threading.Channels;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests;

public class StreamTests
{
    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>> Kinds { get; } = new()
    {
        { "stream", static service => service.PredictStream<int, int>("/", static (_, count, _) => new(Numbers(count))) },
        { "Task", static service => service.PredictStream<int, int>("/", static (_, count, _) => new(Task.FromResult(Numbers(count)))) },
        { "ValueTask", static service => service.PredictStream<int, int>(
            "/",
            static (_, count, _) => ValueTask.FromResult(Numbers(count))) },
        { "async", static service => service.PredictStream<int, int>(
            "/",
            static async (_, count, _) => { await Task.Yield(); return Numbers(count); }) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_method_may_stream_in_many_ways(string kind, Action<EasServiceBuilder<Scripted>> declare)
    {
        await using var app = await App.Start(declare);

        using var events = await Events.Post(app.Client, "/", "2");

        Assert.NotEmpty(kind);
        Assert.Equal(["data: 1", "data: 2"], await events.Rest());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_item_arrives_before_the_next_one_is_there(bool http2)
    {
        var items = Channel.CreateUnbounded<string>();
        await using var app = await App.Listen(
            service => service.PredictStream<int, string>(
                "/",
                (_, _, cancellationToken) => new(items.Reader.ReadAllAsync(cancellationToken))),
            App.Plain with { Grpc = http2 });
        if (http2)
            (
                app.Client.DefaultRequestVersion,
                app.Client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);

        items.Writer.TryWrite("a");
        using var events = await Events.Post(app.Client, "/", "0");
        var first = await events.Next();
        items.Writer.TryWrite("b");
        var second = await events.Next();
        items.Writer.Complete();

        Assert.Equal(("data: \"a\"", "data: \"b\""), (first, second));
        Assert.Empty(await events.Rest());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1500)]
    public async Task The_answer_ends_behind_what_the_method_cleans_up(int? timeout)
    {
        var items = new Untidy(isEndless: timeout is not null);
        await using var app = await App.Start(
            service => service.PredictStream<int, int>("/", (_, _, _) => new(items)),
            App.Plain with { RequestTimeoutMilliseconds = timeout });

        using var response = await app.Client.PostText("/", "1");
        await response.Content.ReadAsStringAsync();

        Assert.True(items.IsTidy);
    }

    [Fact]
    public async Task Many_items_all_arrive()
    {
        await using var app = await App.Listen(static service =>
            service.PredictStream<int, int>("/", static (_, count, _) => new(Numbers(count))));

        using var events = await Events.Post(app.Client, "/", "20000");

        Assert.Equal(
            Enumerable.Range(1, 20_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"data: {number}")),
            await events.Rest());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_may_be_empty(bool real)
    {
        Action<EasServiceBuilder<Scripted>> declare = static service => service.PredictStream<int, int>(
            "/",
            static (_, count, _) => new(Numbers(count)));
        await using var app = real ? await App.Listen(declare) : await App.Start(declare);

        using var events = await Events.Post(app.Client, "/", "0");

        Assert.Empty(await events.Rest());
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task An_item_is_one_line_whatever_its_JSON_looks_like()
    {
        await using var app = await App.Start(
            static service =>
                service.PredictStream<Flower, Flower?>(
                    "/",
                    static (_, flower, _) => new(new Flower?[] { flower, null }.ToAsyncEnumerable())),
            build: static builder => builder.Services.ConfigureHttpJsonOptions(static options =>
            {
                options.SerializerOptions.WriteIndented = true;
                options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                options.SerializerOptions.Converters.Add(new SpreadOut());
            }));

        using var events = await Events.Post(app.Client, "/", """{"petalLength":1.5,"name":"鸢尾花\r\n","days":[1]}""");

        Assert.Equal(["""data: {"petalLength":1.5,"name":"鸢尾花\r\n","days":[  1  ]}""", "data: null"], await events.Rest());
    }

    [Fact]
    public async Task The_API_description_says_what_is_streamed()
    {
        await using var app = await App.Start(
            static service => service.PredictStream<int, Flower>("/", static (_, _, _) => new(AsyncEnumerable.Empty<Flower>())),
            build: builder => builder.Services.AddEndpointsApiExplorer());

        var api = Assert.Single(
            app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
                .SelectMany(group => group.Items));

        Assert.Equal([200, 400, 408, 413, 415, 429, 500, 503], api.SupportedResponseTypes.Select(response => response.StatusCode).Order());
        var answer = api.SupportedResponseTypes.Single(response => response.StatusCode == 200);
        Assert.Equal((typeof(Flower), "text/event-stream"), (answer.Type, Assert.Single(answer.ApiResponseFormats).MediaType));
    }

    [Fact]
    public async Task An_item_without_a_contract_is_named_at_start_up()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Start(
            static service => service.PredictStream<Acme.IrisMeasurement, Flower>(
                "/",
                static (_, _, _) => new(AsyncEnumerable.Empty<Flower>())),
            build: builder => builder.Services.ConfigureHttpJsonOptions(options =>
                options.SerializerOptions.TypeInfoResolver = Acme.IrisJsonContext.Default)));

        Assert.Contains(typeof(Flower).FullName!, error.Message, StringComparison.Ordinal);
    }

    private static IAsyncEnumerable<int> Numbers(int count) => Enumerable.Range(1, count).ToAsyncEnumerable();

    /// <summary>Writes line breaks that no option of a writer takes away.</summary>
    private sealed class SpreadOut : System.Text.Json.Serialization.JsonConverter<IReadOnlyList<int>>
    {
        public override IReadOnlyList<int> Read(
            ref System.Text.Json.Utf8JsonReader reader,
            Type typeToConvert,
            System.Text.Json.JsonSerializerOptions options)
        {
            reader.Skip();
            return [1];
        }

        public override void Write(
            System.Text.Json.Utf8JsonWriter writer,
            IReadOnlyList<int> value,
            System.Text.Json.JsonSerializerOptions options) =>
            writer.WriteRawValue("[\r\n1\n\n]");
    }

    /// <summary>One item, and perhaps no end; it takes a moment to clean up.</summary>
    private sealed class Untidy(bool isEndless) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
    {
        private CancellationToken cancelled;

        public bool IsTidy { get; private set; }

        public int Current { get; private set; }

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            cancelled = cancellationToken;
            return this;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            if (Current == 1 && isEndless)
                await Task.Delay(Timeout.Infinite, cancelled);
            return ++Current == 1;
        }

        public async ValueTask DisposeAsync()
        {
            await Task.Delay(100, CancellationToken.None);
            IsTidy = true;
        }
    }
}
