using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The first minutes of a user: <c>dotnet new eas-predictor</c>, and what can be done with it.</summary>
public class TemplateTests
{
    [Fact]
    public async Task A_predictor_passes_its_own_tests_and_serves()
    {
        using var project = await TemplateProject.CreateAsync("Sentiment");

        (await project.DotnetAsync("test")).ShouldSay("Passed!");

        ShouldHaveWritten(project, "sentiment");
        Assert.Equal(["http://localhost:8000"], LaunchProfiles.AddressesOf(project.Source));
        using var review = new StringContent("""{"text":"A wonderful evening"}""", Encoding.UTF8, "application/json");
        Assert.StartsWith("""{"label":"positive",""", await AnswerAsync(project, "Sentiment", review), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_onnx_model_passes_its_own_tests_and_serves_under_an_awkward_name()
    {
        using var project = await TemplateProject.CreateAsync("My.2nd-Reader", "--onnx");

        (await project.DotnetAsync("test")).ShouldSay("Passed!");

        ShouldHaveWritten(project, "my_2nd_reader");
        using var seven = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(project.Source, "model/seven.pgm")));
        seven.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        Assert.StartsWith("""{"digit":7,""", await AnswerAsync(project, "My.2nd-Reader", seven), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_needs_no_code_and_writes_its_json()
    {
        using var project = await TemplateProject.CreateAsync("Sentiment", "--describe-only");
        Assert.Equal(
            ["Sentiment.csproj", "SentimentPredictor.cs", "eas.production.json"],
            project.Files.Order(StringComparer.Ordinal));

        await project.DotnetAsync("build");

        ShouldHaveWritten(project, "sentiment");
        Assert.DoesNotContain("AspNetCore", project.Read("obj/project.assets.json"), StringComparison.Ordinal);
    }

    // EAS takes three lower-case letters, digits or underscores and more, and expects a letter first.
    [Theory]
    [InlineData("My.Sentiment-App", "My.Sentiment_App", "MySentimentAppPredictor", "my_sentiment_app")]
    [InlineData("IrisPredictor", "IrisPredictor", "IrisPredictorService", "irispredictor")]
    [InlineData("3d", "_3d", "_3dPredictor", "service_3d")]
    [InlineData("情感", "情感", "情感Predictor", "predictor")]
    public async Task Any_name_makes_valid_names(string name, string expectedNamespace, string expectedClass, string expectedService)
    {
        using var project = await TemplateProject.CreateAsync(name, "--describe-only");

        var source = project.Read($"{expectedClass}.cs");

        Assert.Contains($"namespace {expectedNamespace};", source, StringComparison.Ordinal);
        Assert.Contains($"public sealed partial class {expectedClass};", source, StringComparison.Ordinal);
        Assert.Contains($"[EasService(\"{expectedService}\", ", source, StringComparison.Ordinal);
        Assert.Contains($"\"{expectedService}\": {{", project.Read("eas.production.json"), StringComparison.Ordinal);
    }

    private static void ShouldHaveWritten(TemplateProject project, string service)
    {
        Assert.Equal((8000, 1), PortAndInstances(project, $"eas/{service}.json"));
        Assert.Equal((8000, 2), PortAndInstances(project, $"eas/production/{service}.json"));
    }

    private static (int Port, int Instances) PortAndInstances(TemplateProject project, string file)
    {
        using var json = JsonDocument.Parse(project.Read(Path.Combine(project.Output, file)));
        return (
            json.RootElement.GetProperty("containers")[0].GetProperty("port").GetInt32(),
            json.RootElement.GetProperty("metadata").GetProperty("instance").GetInt32());
    }

    private static async Task<string> AnswerAsync(TemplateProject project, string program, HttpContent request)
    {
        using var service = await ServiceProcess.Start(Path.Combine(project.Output, $"{program}.dll"));
        using var health = await service.Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);

        using var answer = await service.Client.PostAsync(new Uri("/", UriKind.Relative), request);
        return await answer.Content.ReadAsStringAsync();
    }
}
