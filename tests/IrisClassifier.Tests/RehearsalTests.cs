using EasGen;

namespace Iris.Tests;

/// <summary>The sample as PAI-EAS would start it, load it and roll it out.</summary>
public class RehearsalTests
{
    [Fact]
    public async Task It_starts_in_time_and_rolls_without_loss() => await EasRehearsal.RunAsync<IrisClassifier>(new()
    {
        Requests = [RehearsalRequest.Json("""{"sepalLength":5.1,"sepalWidth":3.5,"petalLength":1.4,"petalWidth":0.2}""")],
        Rollouts = 1,
        SteadyTime = TimeSpan.FromSeconds(3),
    });
}
