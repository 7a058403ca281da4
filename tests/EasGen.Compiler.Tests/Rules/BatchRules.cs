namespace EasGen.Compiler.Tests.Rules;

/// <summary>What a batch method takes, returns and may say.</summary>
public class BatchRules
{
    private const string NoRequests =
        "has a MaxBatchSize, but does not take a list of requests; take IReadOnlyList<T> or T[], or remove MaxBatchSize";
    private const string NoAnswers =
        "has a MaxBatchSize, but does not return a list of answers; "
        + "return IReadOnlyList<T> or T[], or a task of it, or remove MaxBatchSize";
    private const string Streams =
        "streams, which a batch method cannot; return a list with one answer for each request, or remove MaxBatchSize";

    [Theory]
    [InlineData("IReadOnlyList<Answer>", "IReadOnlyList<Request>")]
    [InlineData("Answer[]", "Request[]")]
    [InlineData("Task<Answer[]>", "IReadOnlyList<Request>")]
    [InlineData("ValueTask<IReadOnlyList<Answer?>>", "Request[]")]
    [InlineData("List<Answer>", "Request[]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>", "int[]")]
    [InlineData("BatchItemResult<Answer>[]", "IReadOnlyList<byte[]>")]
    [InlineData("Task<IReadOnlyList<BatchItemResult<Answer>>>", "byte[][]")]
    public Task Lists_are_taken(string answer, string request) => Verify("[Predict(MaxBatchSize = 4)]", answer, request);

    [Theory]
    [InlineData("Answer", "Request", NoRequests)]
    [InlineData("Answer[]", "Request", NoRequests)]
    [InlineData("Answer[]", "Request[,]", NoRequests)]
    [InlineData("Answer[]", "List<Request>", NoRequests)]
    [InlineData("Answer[]", "IAsyncEnumerable<Request>", NoRequests)]
    [InlineData("Answer[]", "byte[]", "takes byte[], which is the body of one request; take IReadOnlyList<byte[]>, or remove MaxBatchSize")]
    [InlineData("Answer[]", "Request?[]", "must take a list of requests that are not nullable")]
    [InlineData("Answer[]", "IReadOnlyList<int?>", "must take a list of requests that are not nullable")]
    [InlineData("Answer", "Request[]", NoAnswers)]
    [InlineData("Task<string>", "Request[]", NoAnswers)]
    [InlineData("Dictionary<int, Answer>", "Request[]", NoAnswers)]
    [InlineData("IAsyncEnumerable<Answer>", "Request[]", Streams)]
    [InlineData("Task<IAsyncEnumerable<Answer>>", "Request[]", Streams)]
    [InlineData("IAsyncEnumerable<Answer>[]", "Request[]", Streams)]
    [InlineData("Answer[]?", "Request[]", "must return a list of answers that is not nullable")]
    public Task Other_methods_are_told_why_not(string answer, string request, string why) =>
        Verify("[Predict(MaxBatchSize = {|EAS1037:4|})]", answer, request, why);

    [Fact]
    public Task A_type_that_is_two_lists_is_none() => Verify(
        "public interface Lists : IReadOnlyList<int>, IReadOnlyList<string>; [Predict(MaxBatchSize = {|EAS1037:4|})]",
        "Lists",
        "Request[]",
        NoAnswers);

    [Theory]
    [InlineData("BatchItemResult<Answer>", "Request")]
    [InlineData("Task<BatchItemResult<Answer>[]>", "Request[]")]
    public Task Only_a_batch_method_returns_results_of_items(string answer, string request) => Verify(
        "[{|EAS1037:Predict|}]",
        answer,
        request,
        "returns BatchItemResult, which only a batch method can; set MaxBatchSize too");

    [Fact]
    public Task What_cannot_be_called_at_all_is_told_once() => Eas.VerifyAsync(
        Eas.Class("", "[Predict(MaxBatchSize = 4)] public Answer[] {|EAS1010:A|}(Request[] a, Request[] b) => [];"),
        Eas.Serving);

    [Theory]
    [InlineData("MaxBatchSize = {|EAS1035:1|}")]
    [InlineData("MaxBatchSize = {|EAS1035:0|}")]
    [InlineData("MaxBatchSize = {|EAS1035:-1|}")]
    [InlineData("MaxBatchSize = 2")]
    [InlineData("MaxBatchSize = 4096, MaxQueue = 4096")]
    [InlineData("MaxBatchSize = {|EAS1035:4097|}, MaxQueue = 65536")]
    [InlineData("MaxBatchSize = 2, MaxBatchDelayMilliseconds = 0")]
    [InlineData("MaxBatchSize = 2, MaxBatchDelayMilliseconds = 10000")]
    [InlineData("MaxBatchSize = 2, MaxBatchDelayMilliseconds = {|EAS1035:10001|}")]
    [InlineData("MaxBatchSize = 2, MaxBatchDelayMilliseconds = {|EAS1035:-1|}")]
    [InlineData("MaxBatchSize = 64")]
    [InlineData("MaxBatchSize = {|EAS1038:65|}")]
    [InlineData("MaxBatchSize = {|EAS1038:16|}, MaxQueue = 15")]
    [InlineData("MaxBatchSize = 16, MaxQueue = 16")]
    [InlineData("MaxBatchSize = 16, MaxQueue = {|EAS1035:-1|}")]
    public Task Numbers_go_together(string arguments) => Verify($"[Predict({arguments})]", "Answer[]", "Request[]");

    [Theory]
    [InlineData("MaxBatchSize = 4, MaxBatchDelayMilliseconds = 1999", 2)]
    [InlineData("MaxBatchSize = 4, MaxBatchDelayMilliseconds = {|EAS1039:2000|}", 2)]
    [InlineData("MaxBatchSize = 4, MaxBatchDelayMilliseconds = {|EAS1039:3000|}", 2)]
    [InlineData("MaxBatchSize = 4, MaxBatchDelayMilliseconds = 3000", 60)]
    [InlineData("MaxBatchSize = 4", 1)]
    public Task The_wait_leaves_time_to_answer(string arguments, int seconds) =>
        Verify($"[Predict({arguments})]", "Answer[]", "Request[]", attributes: $"[RequestHandling(TimeoutSeconds = {seconds})]");

    [Theory]
    [InlineData("[Predict(MaxBatchDelayMilliseconds = {|EAS1040:5|})]")]
    [InlineData("[Predict(MaxBatchDelayMilliseconds = {|EAS1040:0|})]")]
    [InlineData("[Predict(MaxBatchDelayMilliseconds = 5, MaxBatchSize = 2)]")]
    public Task A_delay_is_one_of_batches(string mark) => Verify(mark, "Answer[]", "Request[]");

    [Fact]
    public Task An_asynchronous_batch_method_has_a_queue() =>
        Verify("[Predict(MaxBatchSize = 4, MaxQueue = 8)]", "Task<Answer[]>", "Request[]");

    private static Task Verify(string mark, string answer, string request, string? why = null, string attributes = "")
    {
        var source = Eas.Class(attributes, $"{mark} public {answer} A({request} batch) => throw new NotSupportedException();");
        return Eas.VerifyAsync(
            $"#nullable enable\nusing System.Collections.Generic; {source}",
            Eas.Built,
            why is null ? [] : [$"The predict method 'A' {why}"]);
    }
}
