using System.Net;
using System.Net.Http.Json;
using System.Text;
using EasGen;

namespace Acme.Predictor_1.Tests;

/// <summary>The service as its clients see it, in memory: no port, no process, no waiting.</summary>
public sealed class AcmePredictorTests : IDisposable
{
    private readonly EasServiceFactory<AcmePredictor> service = new();

    // Reviews that the model has not learned.
    [Theory]
    [InlineData("What a lovely phone, I am happy with it.", "positive")]
    [InlineData("Rude staff and cold food. Never again!", "negative")]
    public async Task The_words_of_a_review_tell_what_it_is(string text, string label)
    {
        using var client = service.CreateClient();

        using var answer = await client.PostAsJsonAsync("/", new Review { Text = text });

        var verdict = await answer.Content.ReadFromJsonAsync<Verdict>();
        Assert.Equal(label, verdict?.Label);
        Assert.InRange(verdict!.Confidence, 0.8, 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":" "}""")]
    public async Task A_review_without_text_is_the_mistake_of_the_client(string json)
    {
        using var client = service.CreateClient();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => service.Dispose();
}
