using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EasGen.Testing;

namespace Iris.Tests;

/// <summary>The sample as EAS would run it: what its JSON declares is what the process does.</summary>
public class ServiceTests
{
    private const string Setosa = """{"sepalLength":5.1,"sepalWidth":3.5,"petalLength":1.4,"petalWidth":0.2}""";

    private static readonly string Folder = Path.Combine(
        Repository.Root, "samples/IrisClassifier/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    private static readonly JsonElement Artifact =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "eas/iris_classifier.json"))).RootElement;

    private static JsonElement Container => Artifact.GetProperty("containers")[0];

    [Fact]
    public void The_artifact_is_complete_and_the_same_on_every_machine() =>
        Golden.Verify(File.ReadAllText(Path.Combine(Folder, "eas/iris_classifier.json")), "iris_classifier.golden.json");

    [Fact]
    public void The_launch_profile_asks_for_the_declared_port() => Assert.Equal(
        [$"http://localhost:{IrisClassifier.Eas.Port}"],
        LaunchProfiles.AddressesOf(Repository.At("samples", "IrisClassifier")));

    [Theory]
    [InlineData("startup_check")]
    [InlineData("health_check")]
    [InlineData("liveness_check")]
    public async Task The_probes_answer_where_the_json_says(string check)
    {
        using var service = await StartAsync();
        var get = Container.GetProperty(check).GetProperty("http_get");

        using var answer = await service.Client.GetAsync(new Uri(get.GetProperty("path").GetString()!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Container.GetProperty("port").GetInt32(), get.GetProperty("port").GetInt32());
    }

    [Theory]
    [InlineData(5.1, 3.5, 1.4, 0.2, "setosa")]
    [InlineData(6.0, 2.9, 4.5, 1.5, "versicolor")]
    [InlineData(6.3, 3.3, 6.0, 2.5, "virginica")]
    public async Task Four_measurements_return_the_species(
        double sepalLength,
        double sepalWidth,
        double petalLength,
        double petalWidth,
        string species)
    {
        using var service = await StartAsync();

        using var answer = await service.Client.PostAsJsonAsync("/", new { sepalLength, sepalWidth, petalLength, petalWidth });

        Assert.Equal(species, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("species").GetString());
    }

    [Theory]
    [InlineData("{\"sepalLength\":-1,\"sepalWidth\":3.5,\"petalLength\":1.4,\"petalWidth\":0.2}", "SepalLength is -1")]
    [InlineData("{\"sepalLength\":5.1}", "sepalWidth")]
    [InlineData("[]", "line")]
    public async Task A_wrong_measurement_is_told_to_the_client(string body, string says)
    {
        using var service = await StartAsync();

        using var answer = await service.Client.PostAsync(
            new Uri("/", UriKind.Relative),
            new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sigterm_lets_a_request_in_flight_finish_and_ends_in_time_with_0()
    {
        // It says of each request that it begins, which the log of a service leaves out.
        using var service = await ServiceProcess.Start(
            Assembly,
            environment: ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Information"));
        // As EAS does before it sends traffic. Who was never called ready has nothing to drain.
        (await service.Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", service.Client.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {Setosa.Length}\r\n\r\n{Setosa[..20]}"));
        await service.WaitFor("Request starting");

        var clock = Stopwatch.StartNew();
        await service.Signal("TERM");
        await service.WaitFor("no longer ready");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Setosa[20..]));
        var answer = await new StreamReader(stream).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("\"species\":\"setosa\"", answer, StringComparison.Ordinal);
        Assert.Equal(0, await service.Exit());
        Assert.True(clock.Elapsed.TotalSeconds < Artifact.GetProperty("metadata").GetProperty("eas.termination_grace_period").GetInt32());
    }

    private static string Assembly => Path.Combine(Folder, "IrisClassifier.dll");

    private static Task<ServiceProcess> StartAsync() => ServiceProcess.Start(Assembly);
}
