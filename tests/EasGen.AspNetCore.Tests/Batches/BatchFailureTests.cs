using System.Net;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Tests.Batches;

/// <summary>What goes wrong with one request of a batch, and with all of them.</summary>
public class BatchFailureTests
{
    private static readonly BatchOptions OfEight = new() { MaxBatchSize = 8, OperationId = "Halve" };

    [Fact]
    public async Task A_poisoned_item_gets_its_own_answer_and_spoils_no_other()
    {
        var (answers, log) = await AnswersOf(static (_, batch, _) => Array.ConvertAll(batch, Half), 2, 3, 4, 5);

        static BatchItemResult<int> Half(int number) => number switch
        {
            3 => new BatchItemFailure("3 is odd."),
            5 => new BatchItemFailure("5 is gone.") { Status = 410 },
            _ => number / 2,
        };

        Assert.Equal("1", await answers[0].Content.ReadAsStringAsync());
        Assert.Equal("3 is odd.", (await answers[1].Problem(HttpStatusCode.BadRequest)).Text("detail"));
        Assert.Equal("2", await answers[2].Content.ReadAsStringAsync());
        Assert.Equal("5 is gone.", (await answers[3].Problem(HttpStatusCode.Gone)).Text("detail"));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task One_that_is_neither_answered_nor_refused_gets_500_alone()
    {
        var (answers, log) = await AnswersOf(static (_, batch, _) => [batch[0], default, batch[2]], 1, 2, 3);

        Assert.Equal("1", await answers[0].Content.ReadAsStringAsync());
        await answers[1].Problem(HttpStatusCode.InternalServerError);
        Assert.Equal("3", await answers[2].Content.ReadAsStringAsync());
        Assert.Contains(log.Entries, static entry =>
            entry.Exception?.Message == "The batch method at / gave neither an answer nor a failure for request 1 of 3.");
    }

    [Theory]
    [InlineData(0, "0 answers")]
    [InlineData(2, "2 answers")]
    [InlineData(4, "4 answers")]
    [InlineData(null, "null")]
    public async Task A_wrong_number_of_answers_is_an_error_that_says_it(int? count, string returned)
    {
        var (answers, log) = await AnswersOf(
            (_, batch, _) => batch.Length == 1 ? [batch[0]] : count is { } given ? new BatchItemResult<int>[given] : null!,
            1,
            2,
            3);

        foreach (var answer in answers)
            await answer.Problem(HttpStatusCode.InternalServerError);
        var error = Assert.Single(log.Entries, static entry => entry.Exception is not null);
        Assert.Equal("A batch of 3 at POST / failed", error.Text);
        Assert.Equal(
            $"The batch method Halve was given 3 requests and returned {returned}; "
            + "it has to return one answer for each request, in their order.",
            error.Exception!.Message);
    }

    [Fact]
    public async Task An_exception_is_told_to_all_of_the_batch_and_logged_once()
    {
        var (answers, log) = await AnswersOf(
            static (_, batch, _) => batch.Length == 1 ? [batch[0]] : throw new InvalidOperationException("no card"),
            1,
            2,
            3);

        foreach (var answer in answers)
            Assert.Equal(
                "The prediction failed; the log of the service says why.",
                (await answer.Problem(HttpStatusCode.InternalServerError)).Text("detail"));
        Assert.Equal("no card", Assert.Single(log.Entries, static entry => entry.Exception is not null).Exception!.Message);
    }

    [Fact]
    public async Task Nobody_is_blamed_for_what_may_be_the_fault_of_another()
    {
        var (answers, log) = await AnswersOf(
            static (_, batch, _) => batch.Length == 1 ? [batch[0]] : throw new BadHttpRequestException("secret of another"),
            1,
            2);

        foreach (var answer in answers)
            Assert.DoesNotContain(
                "secret",
                (await answer.Problem(HttpStatusCode.InternalServerError)).ToString(),
                StringComparison.Ordinal);
        Assert.Contains(log.Warnings, static text => text.EndsWith("return a BatchItemFailure for it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_failure_the_next_batch_runs()
    {
        await using var app = await App.Start(static service => service.PredictBatch<int, int>(
            "/",
            static (_, batch, _) => batch[0] == 0 ? throw new InvalidOperationException("no") : batch,
            OfEight));

        using var fails = await app.Client.PostText("/", "0");
        using var works = await app.Client.PostText("/", "1");

        await fails.Problem(HttpStatusCode.InternalServerError);
        Assert.Equal("1", await works.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(399)]
    [InlineData(500)]
    public void A_failure_of_an_item_blames_the_request(int status) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchItemFailure("no") { Status = status });

    [Fact]
    public void A_result_is_an_answer_a_failure_or_nothing()
    {
        BatchItemResult<string> answer = "yes";
        BatchItemResult<string> failure = new BatchItemFailure("no");
        BatchItemResult<string> nothing = default;

        Assert.Equal((true, "yes", (BatchItemFailure?)null), (answer.IsAnswer, answer.Answer, answer.Failure));
        Assert.Equal((false, (string?)null, new BatchItemFailure("no")), (failure.IsAnswer, failure.Answer, failure.Failure));
        Assert.Equal((false, (string?)null, (BatchItemFailure?)null), (nothing.IsAnswer, nothing.Answer, nothing.Failure));
        Assert.Throws<ArgumentNullException>(static () => new BatchItemResult<string>(default(BatchItemFailure)!));
    }

    /// <summary>What the callers of one batch get.</summary>
    private static async Task<(HttpResponseMessage[] Answers, LogSpy Log)> AnswersOf(
        Func<Scripted, int[], CancellationToken, IReadOnlyList<BatchItemResult<int>>> method,
        params int[] numbers)
    {
        using var gate = new Gate<int>();
        await using var app = await App.Start(service => service.PredictBatchAsync<int, int>("/", async (predictor, batch, token) =>
        {
            if (gate.Calls.Length == 0)
            {
                await gate.Pass(batch, token);
                return Array.ConvertAll(batch, static number => new BatchItemResult<int>(number));
            }
            gate.Note(batch);
            return method(predictor, batch, token);
        }, OfEight));

        var first = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        var calls = new List<Task<HttpResponseMessage>>();
        foreach (var number in numbers)
        {
            calls.Add(app.Client.PostText("/", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await app.UntilQueued(calls.Count);
        }
        gate.Open();
        (await first).Dispose();
        var answers = await Task.WhenAll(calls);
        Assert.Equal(numbers, gate.Calls[1]);
        return (answers, app.Log);
    }
}
