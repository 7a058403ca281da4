using EasGen.Cli.Tests.Kit;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Emit;

public class EmitTests
{
    // Built before this project, because its tests are.
    internal static readonly string Sample = Directory
        .EnumerateFiles(Repository.At("samples", "IrisClassifier", "bin"), "IrisClassifier.dll", SearchOption.AllDirectories)
        .OrderByDescending(File.GetLastWriteTimeUtc).First(static file => Path.GetFileName(Path.GetDirectoryName(file)) == "net10.0");

    [Fact]
    public async Task A_service_comes_out_of_its_assembly_as_the_build_writes_it()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("emit", Sample, "--output", folder.At("new/folder"));

        Assert.Equal(
            await File.ReadAllBytesAsync(Repository.At("tests", "IrisClassifier.Tests", "iris_classifier.golden.json")),
            await File.ReadAllBytesAsync(folder.At("new/folder/iris_classifier.json")));
        Assert.Equal([$"{Sample} -> {folder.At("new/folder/iris_classifier.json")}", "1 service, 0 errors, 0 warnings"], answer.Lines);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task Two_assemblies_with_one_service_do_not_overwrite_each_other()
    {
        using var folder = new Folder();
        File.Copy(Sample, folder.At("other.dll"));

        var answer = await Easgen.Run("emit", Sample, folder.At("other.dll"), "--output", folder.Root);

        Assert.Contains(
            "already has the file 'iris_classifier.json'; emit them into separate folders",
            Assert.Single(answer.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
        Assert.True(File.Exists(folder.At("iris_classifier.json")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_and_nothing_is_left()
    {
        using var folder = new Folder();
        folder.Write("file", "");

        var answer = await Easgen.Run("emit", Sample, "--output", folder.At("file/below"));

        Assert.Contains("is not written: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
        Assert.Equal([folder.At("file")], Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("file", "is a file; give a folder")]
    [InlineData("", "names no folder")]
    public async Task An_output_that_is_no_folder_is_told_before_anything_is_done(string name, string says)
    {
        using var folder = new Folder();
        folder.Write("file", "");

        var answer = await Easgen.Run("emit", Sample, "--output", name.Length == 0 ? "" : folder.At(name));

        Assert.Contains(says, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((2, ""), (answer.Code, answer.Output.Trim()));
    }

    [Fact]
    public async Task Only_assemblies_are_taken()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("emit", folder.Write("a.json", Folder.Right), "--output", folder.Root);

        Assert.Contains("is not an assembly", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task Check_looks_into_an_assembly_too()
    {
        var answer = await Easgen.Run("check", Sample);

        Assert.Equal("1 service, 0 errors, 0 warnings", answer.Lines[^1]);
    }
}
