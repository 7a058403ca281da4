using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EasGen.Testing;

namespace Sonnets.Tests;

/// <summary>The sample as EAS would run it: what its JSON declares is what the process does.</summary>
public class ServiceTests
{
    [Fact]
    public void The_artifact_is_complete_and_the_same_on_every_machine() =>
        Golden.Verify(Sample.Artifact, "sonneteer.golden.json");

    [Fact]
    public void The_launch_profile_asks_for_the_declared_port() => Assert.Equal(
        [$"http://localhost:{Sonneteer.Eas.Port}"],
        LaunchProfiles.AddressesOf(Repository.At("samples", "Sonneteer")));

    [Theory]
    [InlineData("startup_check")]
    [InlineData("health_check")]
    [InlineData("liveness_check")]
    public async Task The_probes_answer_where_the_json_says(string check)
    {
        using var service = await Sample.Start();
        var path = Sample.Json.GetProperty("containers")[0].GetProperty(check).GetProperty("http_get").GetProperty("path").GetString()!;

        using var answer = await service.Client.Get(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_whole_text_comes_at_once()
    {
        using var service = await Sample.Start();
        SonnetRequest request = new("Shall I compare thee", MaxTokens: 100, Temperature: 0.8, Seed: 7);

        using var answer = await service.Client.Post("/", request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new Sonnet(Committed.Write(request), Seed: 7), await answer.Content.ReadFromJsonAsync<Sonnet>());
    }

    [Fact]
    public async Task A_prompt_is_enough()
    {
        using var service = await Sample.Start();

        using var answer = await service.Client.PostAsJsonAsync("/", new { prompt = "Shall I" });

        Assert.Equal(200, (await answer.Content.ReadFromJsonAsync<Sonnet>())!.Text.Length);
    }

    [Theory]
    [InlineData("""{"prompt":"","maxTokens":0}""", "maxTokens is 0, but must be from 1 to 1000.")]
    [InlineData("""{"prompt":"","temperature":2.5}""", "temperature is 2.5, but must be from 0 to 2.")]
    [InlineData("""{"prompt":"","seed":"seven"}""", "$.seed")]
    [InlineData("""{"prompt":null}""", "$.prompt")]
    [InlineData("""{"maxTokens":5}""", "Required are: prompt.")]
    [InlineData("", "JSON")]
    public async Task A_wrong_request_is_told_to_the_client_on_both_routes(string body, string says)
    {
        using var service = await Sample.Start();

        foreach (var route in (string[])["/", "/stream"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await service.Client.PostAsync(new Uri(route, UriKind.Relative), content);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_grpc_the_port_takes_http_1_alone()
    {
        using var service = await Sample.Start();

        await Assert.ThrowsAsync<HttpRequestException>(() => service.Client.Get("/healthz/ready", HttpVersion.Version20));
        using var answer = await service.Client.Get("/healthz/ready", HttpVersion.Version11);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (answer.StatusCode, answer.Version));
        Assert.False(Sample.Json.GetProperty("metadata").TryGetProperty("enable_grpc", out _));
    }
}
