using System.Net;
using System.Text;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>A service without the parts of .NET that it does not need. A warning of the trimmer's would fail the publish.</summary>
public class TrimmedServiceTests
{
    private const string OnlyInTheJson = "eas.termination_grace_period";

    [Fact]
    public async Task A_trimmed_service_answers_and_has_left_its_json_behind()
    {
        using var sample = await SampleProject.CreateAsync(
            "IrisClassifier", "net10.0", "<SelfContained>true</SelfContained><PublishTrimmed>true</PublishTrimmed>");

        var folder = await sample.PublishAsync();

        await ShouldAnswer(folder);
        Assert.True(Holds(sample.Compiled, OnlyInTheJson));
        Assert.False(Holds(Path.Combine(folder, "IrisClassifier.dll"), OnlyInTheJson));
        Assert.Contains(
            OnlyInTheJson,
            await File.ReadAllTextAsync(Path.Combine(folder, "eas/iris_classifier.json")),
            StringComparison.Ordinal);
    }

    // For .NET 9, whose native compiler can be had everywhere.
    [Fact]
    [Trait("Needs", "Linker")]
    public async Task A_native_service_answers()
    {
        using var sample = await SampleProject.CreateAsync("IrisClassifier", "net9.0", "<PublishAot>true</PublishAot>");

        var folder = await sample.PublishAsync();

        Assert.False(File.Exists(Path.Combine(folder, "IrisClassifier.dll")));
        await ShouldAnswer(folder);
    }

    private static async Task ShouldAnswer(string folder)
    {
        using var service = await ServiceProcess.Start(Path.Combine(folder, "IrisClassifier"));

        foreach (var probe in new[] { "/healthz/startup", "/healthz/ready", "/healthz/live" })
        {
            using var health = await service.Client.GetAsync(new Uri(probe, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        using var flower = new StringContent(
            """{"sepalLength":5.1,"sepalWidth":3.5,"petalLength":1.4,"petalWidth":0.2}""",
            Encoding.UTF8,
            "application/json");
        using var answer = await service.Client.PostAsync(new Uri("/", UriKind.Relative), flower);
        Assert.StartsWith("""{"species":"setosa",""", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await service.Signal("INT");
        Assert.Equal(0, await service.Exit());
    }

    // Constants are UTF-16 in an assembly.
    private static bool Holds(string assembly, string text) =>
        File.ReadAllBytes(assembly).AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
