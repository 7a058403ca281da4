namespace EasGen.EndToEnd;

/// <summary>The life of a service JSON from the first build to the clean.</summary>
public class ManifestLifeTests
{
    private const string Json = "bin/Release/net10.0/eas/iris_classifier.json";

    [Fact]
    public async Task A_file_is_written_kept_healed_removed_and_cleaned()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);

        // The first build writes it, says so in one line, and leaves nothing else.
        var first = await project.BuildAsync("-c", "Release");
        Assert.Equal([$"EasGen: iris_classifier -> {Json}"], first.Written());
        Assert.Equal([Json], project.Manifests());
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(Json)));
        Assert.NotEqual(0xEF, (await File.ReadAllBytesAsync(project.At(Json)))[0]);
        Assert.Equal(
            [Path.GetFullPath(project.At(Json))],
            Directory.GetFileSystemEntries(project.At("bin/Release/net10.0/eas")).Select(Path.GetFullPath));

        // The second one says the same line and writes nothing.
        var before = Time(project);
        var second = await project.BuildAsync("-c", "Release", "--no-restore");
        Assert.Equal([$"EasGen: iris_classifier -> {Json}"], second.Written());
        Assert.Equal(before, Time(project));

        // A deleted file comes back, although nothing has to be compiled; a changed one becomes right again.
        File.Delete(project.At(Json));
        await project.BuildAsync("-c", "Release", "--no-restore");
        Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(Json)));

        // The file of a service that went goes. A stranger's file stays.
        project.Write("bin/Release/net10.0/eas/stranger.json", "{}");
        project.Write("Services.cs", Services.Class("Lily", "lily_classifier"));
        await project.BuildAsync("-c", "Release", "--no-restore");
        string[] expected = ["bin/Release/net10.0/eas/lily_classifier.json", "bin/Release/net10.0/eas/stranger.json"];
        Assert.Equal(expected, project.Manifests());

        // A clean removes what builds wrote, and still no stranger.
        (await project.DotnetAsync("clean", "-c", "Release")).ShouldSucceed();
        Assert.Equal(["bin/Release/net10.0/eas/stranger.json"], project.Manifests());
        Assert.Empty(Directory.GetFiles(project.At("obj"), "*EasGen*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_last_service_takes_its_file_along_and_a_clean_the_folder()
    {
        using var project = await UserProject.CreateAsync(Services.Iris);
        await project.BuildAsync();
        Assert.Single(project.Manifests());

        project.Write("Services.cs", "");
        var without = await project.BuildAsync("--no-restore");
        Assert.Empty(project.Manifests());
        Assert.Empty(without.Written());

        project.Write("Services.cs", Services.Iris);
        await project.BuildAsync("--no-restore");
        (await project.DotnetAsync("clean")).ShouldSucceed();
        Assert.False(Directory.Exists(project.At("bin/Debug/net10.0/eas")));
    }

    private static DateTime Time(UserProject project) => File.GetLastWriteTimeUtc(project.At(Json));
}
