using System.Net.Http.Json;
using EasGen;

namespace Iris.Tests;

/// <summary>What a user's own tests of a service look like: no port, no process, no waiting.</summary>
public class InMemoryTests
{
    [Fact]
    public async Task A_small_flower_is_a_setosa()
    {
        using var service = new EasServiceFactory<IrisClassifier>();
        using var client = service.CreateClient();

        using var answer = await client.PostAsJsonAsync(
            "/",
            new IrisMeasurement { SepalLength = 5.1, SepalWidth = 3.5, PetalLength = 1.4, PetalWidth = 0.2 });

        Assert.Equal("setosa", (await answer.Content.ReadFromJsonAsync<IrisSpecies>())?.Species);
    }

    [Fact]
    public async Task A_caller_needs_no_http()
    {
        using var service = new EasServiceFactory<IrisClassifier>();
        using var http = service.CreateClient();

        var iris = await new IrisClassifierClient(http).ClassifyAsync(
            new() { SepalLength = 5.1, SepalWidth = 3.5, PetalLength = 1.4, PetalWidth = 0.2 });

        Assert.Equal("setosa", iris.Species);
    }
}
