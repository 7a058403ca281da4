namespace EasGen.EndToEnd;

/// <summary>Whoever lets <c>dotnet watch</c> build has the service JSON of what was saved last.</summary>
public class WatchTests
{
    private const string Plain = "bin/Debug/net10.0/eas/iris_classifier.json";
    private const string Production = "bin/Debug/net10.0/eas/production/iris_classifier.json";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_saved_class_and_a_saved_environment_are_in_the_next_json()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);
        project.Write("eas.production.json", Patch(4));
        using var stop = new CancellationTokenSource();
        var watch = project.DotnetAsync(stop.Token, "watch", "build", "--non-interactive");

        await HasInstances(project, Plain, 2);
        project.Write("Services.cs", Services.Iris.Replace("Instances = 2", "Instances = 3", StringComparison.Ordinal));
        await HasInstances(project, Plain, 3);
        await HasInstances(project, Production, 4);
        project.Write("eas.production.json", Patch(5));
        await HasInstances(project, Production, 5);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    private static string Patch(int instances) => $$"""{ "*": { "metadata": { "instance": {{instances}} } } }""";

    private static async Task HasInstances(UserProject project, string file, int instances)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await Read(project.At(file))).Contains($"\"instance\": {instances}", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
    }

    private static async Task<string> Read(string path) => File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
}
