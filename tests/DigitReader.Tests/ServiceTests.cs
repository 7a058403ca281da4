using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EasGen.Testing;

namespace Digits.Tests;

/// <summary>The sample as EAS would run it: what its JSON declares is what the process does.</summary>
public class ServiceTests(RunningSample sample) : IClassFixture<RunningSample>
{
    [Fact]
    public void The_artifact_is_complete_and_the_same_on_every_machine() =>
        Golden.Verify(Sample.Artifact, "digit_reader.golden.json");

    [Fact]
    public void The_launch_profile_asks_for_the_declared_port() => Assert.Equal(
        [$"http://localhost:{DigitReader.Eas.Port}"],
        LaunchProfiles.AddressesOf(Repository.At("samples", "DigitReader")));

    [Fact]
    public async Task The_probes_answer_where_the_json_says()
    {
        foreach (var check in (string[])["startup_check", "health_check", "liveness_check"])
        {
            var path = Sample.Json.GetProperty("containers")[0].GetProperty(check).GetProperty("http_get").GetProperty("path").GetString()!;
            using var answer = await sample.Client.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    // What SDKs and curl call bytes, and what an image is called.
    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("image/x-portable-graymap")]
    [InlineData(null)]
    public async Task The_image_is_the_body_whatever_it_is_called(string? type)
    {
        using var answer = await Post(Committed.Seven, type);
        var reading = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(7, reading.GetProperty("digit").GetInt32());
        Assert.InRange(reading.GetProperty("confidence").GetSingle(), 0.9f, 1);
        Assert.Equal(10, reading.GetProperty("scores").GetArrayLength());
    }

    [Fact]
    public async Task Callers_at_the_same_time_get_the_answers_of_the_model()
    {
        var images = Committed.HeldOut.Take(200).Select(held => held.Image).ToList();
        var readings = new DigitReading[images.Count];

        await Parallel.ForAsync(0, images.Count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
        {
            using var answer = await Post(images[i].ToPgm());
            readings[i] = (await answer.Content.ReadFromJsonAsync<DigitReading>(cancellationToken))!;
        });

        Assert.Equal(images.Select(image => Committed.Model.Read(image).Scores), readings.Select(reading => reading.Scores));
    }

    [Theory]
    [InlineData("", "This is no binary PGM image: it does not begin with P5.")]
    [InlineData("{\"image\":\"UDUK\"}", "This is no binary PGM image: it does not begin with P5.")]
    [InlineData("P5\n64 64\n255\n", "The image has 64 x 64 pixels, but must have 28 x 28.")]
    public async Task What_is_no_image_of_a_digit_is_told_to_the_client(string body, string says)
    {
        using var answer = await Post(Encoding.ASCII.GetBytes(body));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.BadRequest, says), (answer.StatusCode, problem.GetProperty("detail").GetString()));
    }

    private async Task<HttpResponseMessage> Post(byte[] body, string? type = "application/octet-stream")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        return await sample.Client.PostAsync(new Uri("/", UriKind.Relative), content);
    }
}
