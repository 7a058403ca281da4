namespace EasGen.Api.Tests;

/// <summary>What fails is said, what may pass is asked again, and nothing is done twice.</summary>
public class FailureTests
{
    private const string NotFound = """{"Code":"InvalidService.NotFound","Message":"no such service","RequestId":"R-1"}""";

    [Theory]
    [InlineData("""{"Code":"InvalidService.NotFound","Message":"no such service","RequestId":"R-1"}""")]
    [InlineData("""{"code":"InvalidService.NotFound","message":"no such service","requestId":"R-1"}""")]
    public async Task A_refusal_has_its_code_in_either_case(string body)
    {
        using var answers = new Answers().Add(404, body);

        var refused = await Assert.ThrowsAsync<EasApiException>(() => answers.Client().DescribeServiceAsync("iris"));

        Assert.True(refused.IsNotFound);
        Assert.Equal("DescribeService was answered with 404 InvalidService.NotFound: no such service (request R-1)", refused.Message);
        Assert.Single(answers.Requests);
    }

    [Fact]
    public async Task A_call_that_reads_is_repeated_with_a_signature_of_its_own()
    {
        using var answers = new Answers()
            .Lose()
            .Add(503, "<html>")
            .Add(429, """{"Code":"Throttling.User"}""", ("x-acs-retry-after", "1500"))
            .Add(200, """{"Status":"Running"}""");

        Assert.Equal("Running", (await answers.Client().DescribeServiceAsync("iris")).Status);
        Assert.Equal(4, answers.Requests.Select(static asked => asked.Headers["x-acs-signature-nonce"]).Distinct().Count());
        Assert.Equal(4, answers.Requests.Select(static asked => asked.Headers["Authorization"]).Distinct().Count());
    }

    [Fact]
    public async Task A_nonce_that_was_sent_twice_is_a_lost_answer()
    {
        const string used = """{"Code":"SignatureNonceUsed","Message":"Specified signature nonce was used already."}""";
        using var answers = new Answers().Add(400, used).Add(200, """{"Status":"Running"}""").Add(400, used);
        var client = answers.Client();

        Assert.Equal("Running", (await client.DescribeServiceAsync("iris")).Status);
        var lost = await Assert.ThrowsAsync<EasApiException>(() => client.StopServiceAsync("iris"));
        Assert.True(lost.IsAnswerLost);
        Assert.False(lost.IsUnreadable);
        Assert.Equal(3, answers.Requests.Count);
    }

    [Fact]
    public async Task In_the_end_the_failure_is_said()
    {
        using var answers = new Answers().Add(500, "").Add(500, "").Add(503, NotFound);

        var refused = await Assert.ThrowsAsync<EasApiException>(() => answers.Client(retries: 2).DescribeServiceAsync("iris"));

        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Equal(3, answers.Requests.Count);
    }

    public static TheoryData<string, Func<EasClient, Task>> Acts => new()
    {
        { "create", client => client.CreateServiceAsync("{}"u8.ToArray()) },
        { "update", client => client.UpdateServiceAsync("iris", "{}"u8.ToArray(), UpdateType.Merge) },
        { "roll back", client => client.UpdateServiceVersionAsync("iris", 1) },
        { "start", client => client.StartServiceAsync("iris") },
        { "stop", client => client.StopServiceAsync("iris") },
        { "delete", client => client.DeleteServiceAsync("iris") },
    };

    [Theory, MemberData(nameof(Acts))]
    public async Task What_acts_is_sent_once(string act, Func<EasClient, Task> call)
    {
        using var answers = new Answers().Add(503, "{}").Lose().Add(429, "{}", ("x-acs-retry-after", "10"));
        var client = answers.Client();

        Assert.Equal(503, (int)(await Assert.ThrowsAsync<EasApiException>(() => call(client))).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => call(client));
        var throttled = await Assert.ThrowsAsync<EasApiException>(() => call(client));
        Assert.True(throttled.IsThrottled, act);
        Assert.Equal(TimeSpan.FromMilliseconds(10), throttled.RetryAfter);
        Assert.Equal(3, answers.Requests.Count);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("""{"Status":""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task An_answer_that_is_no_answer_is_said_without_its_text(string body)
    {
        using var answers = new Answers().Add(200, body);

        var problem = await Assert.ThrowsAsync<EasApiException>(() => answers.Client().DescribeServiceAsync("iris"));

        Assert.Equal(
            "DescribeService was answered with 200: the answer is not what PAI-EAS answers; is the endpoint one of PAI-EAS?",
            problem.Message);
    }

    [Fact]
    public async Task A_late_answer_is_a_lost_one_and_a_cancelled_call_is_cancelled()
    {
        using var answers = new Answers().Late().Add(200, """{"Status":"Running"}""").Late();
        var client = answers.Client(retries: 1);

        Assert.Equal("Running", (await client.DescribeServiceAsync("iris")).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.StopServiceAsync("iris"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DescribeServiceAsync("iris", new CancellationToken(true)));
    }

    [Fact]
    public async Task No_key_is_in_any_text()
    {
        var credentials = new EasCredentials("id", "MARK-SECRET", "MARK-TOKEN");
        using var answers = new Answers()
            .Add(403, """{"Code":"SignatureDoesNotMatch","Message":"server string to sign: x-acs-security-token:MARK-TOKEN"}""")
            .Lose();
        var client = answers.Client(credentials, retries: 0);

        var refused = await Assert.ThrowsAsync<EasApiException>(() => client.DescribeServiceAsync("iris"));
        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => client.DescribeServiceAsync("iris"));

        Assert.True(refused.IsDenied);
        Assert.DoesNotContain("MARK", $"{refused} {lost} {credentials}", StringComparison.Ordinal);
        Assert.All(
            answers.Requests,
            asked => Assert.DoesNotContain("MARK-SECRET", string.Join(' ', asked.Headers.Values), StringComparison.Ordinal));
    }
}
