using System.Net;
using System.Net.Http.Json;
using EasGen;

namespace Acme.Predictor_1.Tests;

/// <summary>The service as its clients see it, in memory: no port, no process, no waiting.</summary>
public sealed class AcmePredictorTests : IDisposable
{
    private readonly EasServiceFactory<AcmePredictor> service = new();

    [Fact]
    public async Task The_image_of_a_seven_is_a_seven()
    {
        var image = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "model", "seven.pgm"));

        using var answer = await PostAsync(image);

        var reading = await answer.Content.ReadFromJsonAsync<DigitReading>();
        Assert.Equal(7, reading?.Digit);
        Assert.InRange(reading!.Confidence, 0.8, 1);
    }

    [Fact]
    public async Task What_is_no_image_is_the_mistake_of_the_client()
    {
        using var answer = await PostAsync([7]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => service.Dispose();

    private async Task<HttpResponseMessage> PostAsync(byte[] image)
    {
        using var client = service.CreateClient();
        using var body = new ByteArrayContent(image);
        return await client.PostAsync(new Uri("/", UriKind.Relative), body);
    }
}
