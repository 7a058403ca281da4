using EasGen.AspNetCore.Batches;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests.Batches;

/// <summary>What a batch method may be declared with.</summary>
public class BatchDeclarationTests
{
    private static readonly BatchOptions OfFour = new() { MaxBatchSize = 4, MaxConcurrency = 3 };

    [Fact]
    public void A_method_and_its_options_have_to_be_there()
    {
        var service = new EasServiceBuilder<Scripted>();

        Assert.Throws<ArgumentNullException>("predict", () => service.PredictBatch(
            "/", (Func<Scripted, int[], CancellationToken, IReadOnlyList<int>>)null!, OfFour));
        Assert.Throws<ArgumentNullException>("predict", () => service.PredictBatch(
            "/", (Func<Scripted, int[], CancellationToken, IReadOnlyList<BatchItemResult<int>>>)null!, OfFour));
        Assert.Throws<ArgumentNullException>("predict", () => service.PredictBatchAsync(
            "/", (Func<Scripted, int[], CancellationToken, ValueTask<IReadOnlyList<int>>>)null!, OfFour));
        Assert.Throws<ArgumentNullException>("predict", () => service.PredictBatchAsync(
            "/", (Func<Scripted, int[], CancellationToken, ValueTask<IReadOnlyList<BatchItemResult<int>>>>)null!, OfFour));
        Assert.Throws<ArgumentNullException>("options", () => service.PredictBatch<int, int>("/", static (_, batch, _) => batch, null!));
    }

    [Fact]
    public void It_has_a_route_of_its_own()
    {
        var service = new EasServiceBuilder<Scripted>();
        service.PredictBatch<int, int>("/", static (_, batch, _) => batch, OfFour);

        Assert.Throws<InvalidOperationException>(() => service.PredictBatch<int, int>("/", static (_, batch, _) => batch, OfFour));
    }

    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>, bool> Kinds { get; } = new()
    {
        { "answers", static service => service.PredictBatch<int, int>("/", static (_, batch, _) => batch, OfFour), true },
        { "results", static service => service.PredictBatch<int, int>("/", static (_, batch, _) => Results(batch), OfFour), true },
        {
            "answers, later",
            static service => service.PredictBatchAsync<int, int>("/", static (_, batch, _) => new(batch), OfFour),
            false
        },
        {
            "results, later",
            static service => service.PredictBatchAsync<int, int>("/", static (_, batch, _) => new(Results(batch)), OfFour),
            false
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_that_holds_its_thread_has_it_kept(string kind, Action<EasServiceBuilder<Scripted>> declare, bool isSynchronous)
    {
        await using var app = await App.Start(declare);
        using var response = await app.Client.PostText("/", "7");

        Assert.NotEmpty(kind);
        Assert.Equal("7", await response.Content.ReadAsStringAsync());
        Assert.Equal(
            isSynchronous ? 3 : Math.Max(16, 2 * Environment.ProcessorCount),
            app.Services.GetRequiredService<PredictThreads>().Kept);
    }

    [Fact]
    public async Task Without_a_name_it_is_called_by_its_route()
    {
        await using var app = await App.Start(static service =>
            service.PredictBatch<int, int>("/v1", static (_, _, _) => Array.Empty<int>(), OfFour));

        using var response = await app.Client.PostText("/v1", "7");

        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message
            == "The batch method at /v1 was given 1 requests and returned 0 answers; "
            + "it has to return one answer for each request, in their order.");
    }

    [Fact]
    public void Limits_say_what_they_may_be()
    {
        Told("MaxBatchSize must be 2 or more.", static () => new BatchOptions { MaxBatchSize = 1 });
        Told("MaxBatchDelayMilliseconds must be 0 or more.", static () => new BatchOptions
        {
            MaxBatchSize = 2,
            MaxBatchDelayMilliseconds = -1,
        });
        Told("The status of a failed item must be 400 to 499.", static () => new BatchItemFailure("no") { Status = 399 });
        Told("The status of a failed item must be 400 to 499.", static () => new BatchItemFailure("no") { Status = 500 });
        Assert.Equal((400, 499), (new BatchItemFailure("no") { Status = 400 }.Status, new BatchItemFailure("no") { Status = 499 }.Status));
        Assert.Equal(
            "A batch of 8 never fills, because MaxQueue lets only 4 requests wait; raise MaxQueue, or lower MaxBatchSize. "
            + "(Parameter 'options')",
            Assert.Throws<ArgumentException>(static () => BatchLimits.Of(new() { MaxBatchSize = 8, MaxQueue = 4 })).Message);
        Assert.Equal(8, BatchLimits.Of(new() { MaxBatchSize = 8, MaxQueue = 8 }).MaxSize);
    }

    [Fact]
    public void One_that_has_left_is_in_no_batch()
    {
        var batch = new Batch<int, int>();
        var left = new BatchItem<int, int>(1, arrived: 0);
        left.WatchCaller(static _ => { }, new CancellationToken(canceled: true));

        batch.Add(left);

        Assert.Empty(batch.Items);
        Assert.Equal(1, batch.Callers);
        Assert.False(batch.Close());
        Assert.True(left.Task.IsCanceled);
    }

    [Fact]
    public void A_batch_is_given_up_with_its_last_caller()
    {
        using var leave = new CancellationTokenSource();
        var batch = new Batch<int, int>();
        var item = new BatchItem<int, int>(1, arrived: 0);
        item.WatchCaller(static _ => { }, leave.Token);
        batch.Add(item);

        Assert.True(batch.Close());
        Assert.False(batch.Abandoned.IsCancellationRequested);
        leave.Cancel();

        Assert.True(SpinWait.SpinUntil(() => batch.Abandoned.IsCancellationRequested, TimeSpan.FromSeconds(30)));
        Assert.Equal(0, batch.Callers);
    }

    private static BatchItemResult<int>[] Results(int[] batch) => Array.ConvertAll(batch, static BatchItemResult<int> (number) => number);

    private static void Told(string message, Func<object> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);
}
