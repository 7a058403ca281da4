using EasGen.Core.Files;

namespace EasGen.Build.Tests;

/// <summary>The output folder holds our files, whole ones, and the user's are left alone.</summary>
public class FolderTests
{
    private const string List = "obj/App.csproj.EasGen.manifests.txt";

    [Fact]
    public void What_is_right_already_is_not_written_again()
    {
        using var run = new TaskRun().Compile(TaskRun.Good);
        run.Execute();
        var then = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(run.Json, then);
        File.SetLastWriteTimeUtc(run.At(List), then);

        Assert.True(run.Execute());
        Assert.Equal(then, File.GetLastWriteTimeUtc(run.Json));
        Assert.Equal(then, File.GetLastWriteTimeUtc(run.At(List)));
    }

    [Fact]
    public void A_failed_build_leaves_the_files_of_the_last_good_one()
    {
        using var run = new TaskRun().Compile(TaskRun.Good);
        run.Execute();

        run.Compile(TaskRun.Good.Replace("8000", "8080", StringComparison.Ordinal));
        Assert.False(run.Execute());
        Assert.Equal(["EAS0201"], run.Codes());
        Assert.Equal(TaskRun.Good, File.ReadAllText(run.Json));
    }

    [Fact]
    public void Each_list_takes_care_of_its_own_files()
    {
        using var run = new TaskRun().Compile(TaskRun.Good);
        run.Execute();

        (run.OutputDirectory, run.ListFile) = (@"deploy\here", @"obj\other.txt");
        Assert.True(run.Execute());
        Assert.True(File.Exists(run.Json));
        Assert.True(File.Exists(run.At("deploy/here/iris.json")));

        run.Compile();
        Assert.True(run.Execute());
        Assert.True(File.Exists(run.Json));
        Assert.False(File.Exists(run.At("deploy/here/iris.json")));
    }

    [Fact]
    public void Files_with_a_secret_have_a_list_too()
    {
        using var run = new TaskRun { Variables = "APP=--password=MARK-12345" }.Compile(TaskRun.Good);
        run.Execute();
        Assert.Equal(File.ReadAllText(run.At(List)), File.ReadAllText(run.At(List + ".secret")));

        run.Variables = null;
        Assert.True(run.Execute());
        Assert.False(File.Exists(run.At(List + ".secret")));
    }

    [Fact]
    public void A_folder_where_the_file_should_be_is_one_error()
    {
        using var run = new TaskRun().Compile(TaskRun.Good);
        Directory.CreateDirectory(run.Json);

        Assert.False(run.Execute());
        Assert.Equal(["EAS0012"], run.Codes());
        Assert.Equal([run.Json], Directory.GetFileSystemEntries(run.At("bin/eas")));
    }

    [Fact]
    public void A_list_that_somebody_damaged_does_no_harm()
    {
        using var run = new TaskRun().Compile(TaskRun.Good).Write(List, "\n\n../no/such\n.\nbin\nbin/eas/iris.json\n");

        Assert.True(run.Execute());
        Assert.Equal("bin/eas/iris.json\n".Replace('/', Path.DirectorySeparatorChar), File.ReadAllText(run.At(List)));
        Assert.True(File.Exists(run.Json));
    }

    [Fact]
    public async Task Parallel_writers_leave_one_whole_file()
    {
        using var run = new TaskRun();
        var contents = Enumerable.Range(0, 8).Select(static i => Enumerable.Repeat((byte)i, 100_000 + i).ToArray()).ToArray();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), (i, _) =>
        {
            AtomicFile.Write(run.Json, contents[i % contents.Length]);
            return ValueTask.CompletedTask;
        });

        var left = await File.ReadAllBytesAsync(run.Json);
        Assert.Equal(contents[left[0]], left);
        Assert.Equal([run.Json], Directory.GetFiles(run.At("bin/eas")));
    }
}
