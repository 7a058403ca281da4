using System.Runtime.Versioning;
using EasGen.Testing;
using Xunit.Abstractions;

namespace EasGen.Build.Tests.Faults;

/// <summary>
/// Whatever happens to a build, each artifact is the old or the new one, whole, and the next build puts in order what is left.
/// EASGEN_FUZZ_COUNT asks for more builds that are killed.
/// </summary>
[UnsupportedOSPlatform("windows")]
public class FaultTests(ITestOutputHelper output)
{
    private const string List = "obj/App.csproj.EasGen.manifests.txt";

    private static readonly string[] Whole = [.. TaskProgram.Values.Select(TaskProgram.Json)];

    [Fact]
    public async Task A_build_that_is_killed_leaves_whole_files_and_the_next_one_heals()
    {
        using var run = new TaskRun().Compile(TaskProgram.Good);
        var strays = 0;

        await Fuzz.RunAsync(output.WriteLine, 4, async random =>
        {
            using (var child = ChildProcess.Start(TaskProgram.Loop, run.Folder))
            {
                await child.StandardOutput.ReadLineAsync();
                await Task.Delay(TimeSpan.FromMicroseconds(random.Next(20_000)));
                child.Kill();
                await child.WaitForExitAsync();
            }
            Assert.Contains(await File.ReadAllTextAsync(run.Json), Whole);
            Assert.Equal("bin/eas/iris.json\n", await File.ReadAllTextAsync(run.At(List)));
            strays += Age(run);
            run.Variables = $"BULK={TaskProgram.Values[0]}";
            Assert.True(run.Execute());
            Assert.Equal(Whole[0], await File.ReadAllTextAsync(run.Json));
            Assert.Equal([run.Json], Files(run, "bin"));
            Assert.DoesNotContain(Files(run, "obj"), static file => file.EndsWith(".tmp", StringComparison.Ordinal));
        }, parallel: false);

        output.WriteLine($"{strays} of them were killed in the middle of a write");
    }

    [Fact]
    public async Task A_full_disk_is_one_error_and_leaves_the_old_file()
    {
        using var run = new TaskRun { Variables = $"BULK={TaskProgram.Values[0]}" }.Compile(TaskProgram.Good);
        run.Execute();

        var codes = await ChildProcess.RunAsync(TaskProgram.Limited, run.Folder, "100000");

        Assert.Equal("EAS0012", codes);
        Assert.Equal(Whole[0], await File.ReadAllTextAsync(run.Json));
        Assert.Equal([run.Json], Files(run, "bin"));
        run.Variables = $"BULK={TaskProgram.Values[1]}";
        Assert.True(run.Execute());
        Assert.Equal(Whole[1], await File.ReadAllTextAsync(run.Json));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_one_error_and_keeps_the_old_file()
    {
        using var run = new TaskRun().Compile(TaskProgram.Good);
        run.Execute();
        foreach (var folder in new[] { "", "obj", "bin", "bin/eas" })
            File.SetUnixFileMode(run.At(folder), (UnixFileMode)0b101_101_101);
        try
        {
            Assert.Equal("EAS0012", await ChildProcess.RunAsync(TaskProgram.Stranger, run.Folder));
        }
        finally
        {
            foreach (var folder in new[] { "", "obj", "bin", "bin/eas" })
                File.SetUnixFileMode(run.At(folder), (UnixFileMode)0b111_101_101);
        }
        Assert.Equal(TaskProgram.Good, await File.ReadAllTextAsync(run.Json));
        Assert.True(run.Execute());
    }

    [Fact]
    public void What_a_build_was_killed_over_is_known_to_the_next_one()
    {
        using var run = new TaskRun { Variables = "APP=--password=MARK-12345" }.Compile(TaskProgram.Good, Named("gone"));
        // It comes as far as the second file.
        Directory.CreateDirectory(run.Json);

        Assert.False(run.Execute());
        Assert.Equal("bin/eas/gone.json\nbin/eas/iris.json\n", File.ReadAllText(run.At(List)));
        Assert.Equal("bin/eas/gone.json\nbin/eas/iris.json\n", File.ReadAllText(run.At(List + ".secret")));
        Assert.True(File.Exists(run.At("bin/eas/gone.json")));

        Directory.Delete(run.Json);
        (run.Variables, _) = (null, run.Compile(TaskProgram.Good));
        Assert.True(run.Execute());
        Assert.Equal([run.Json], Files(run, "bin"));
        Assert.False(File.Exists(run.At(List + ".secret")));
    }

    [Fact]
    public void No_list_makes_a_build_delete_what_is_elsewhere()
    {
        using var run = new TaskRun().Compile(TaskProgram.Good)
            .Write("mine.json", "{}")
            .Write("bin/mine.json", "{}")
            .Write("bin/eas2/mine.json", "{}");
        run.Write(List, $"mine.json\nbin/mine.json\nbin/eas/../mine.json\nbin/eas2/mine.json\n{run.At("mine.json")}\n");

        Assert.True(run.Execute());
        Assert.All(["mine.json", "bin/mine.json", "bin/eas2/mine.json"], file => Assert.True(File.Exists(run.At(file))));
    }

    [Fact]
    public void What_others_are_writing_stays()
    {
        using var run = new TaskRun().Compile(TaskProgram.Good)
            .Write("bin/eas/now.easgen.tmp", "{")
            .Write("bin/eas/old.easgen.tmp", "{")
            .Write("bin/eas/old.tmp", "{");
        File.SetLastWriteTimeUtc(run.At("bin/eas/old.easgen.tmp"), DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(run.At("bin/eas/old.tmp"), DateTime.UtcNow.AddHours(-1));

        Assert.True(run.Execute());
        Assert.Equal(
            ["iris.json", "now.easgen.tmp", "old.tmp"],
            Files(run, "bin").Select(Path.GetFileName));
    }

    [Fact]
    public void An_output_folder_on_another_file_system_is_as_good()
    {
        var other = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var folder = Path.Combine(other, Path.GetRandomFileName());
        using var run = new TaskRun { OutputDirectory = folder }.Compile(TaskProgram.Good);
        try
        {
            foreach (var value in TaskProgram.Values)
            {
                run.Variables = $"BULK={value}";
                Assert.True(run.Execute());
                Assert.Equal(TaskProgram.Json(value), File.ReadAllText(Path.Combine(folder, "iris.json")));
            }
            Assert.True(run.Compile().Execute());
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Builds_at_once_in_one_folder_all_succeed()
    {
        using var first = new TaskRun().Compile(TaskProgram.Good, Named("other"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(builder => Task.Run(() =>
        {
            for (var turn = 0; turn < 25; turn++)
            {
                var run = new TaskRun(first.Folder) { Variables = $"BULK={builder + turn}" };
                Assert.True(run.Execute(), string.Join('\n', run.Engine.Errors.Select(static error => error.Message)));
            }
        })));

        first.Variables = $"BULK={TaskProgram.Values[0]}";
        Assert.True(first.Execute());
        Assert.Equal(Whole[0], await File.ReadAllTextAsync(first.Json));
        Assert.Equal([first.Json, first.At("bin/eas/other.json")], Files(first, "bin"));
    }

    // The strays are those of long ago.
    private static int Age(TaskRun run)
    {
        var strays = Directory.GetFiles(run.Folder, "*.easgen.tmp", SearchOption.AllDirectories);
        foreach (var stray in strays)
            File.SetLastWriteTimeUtc(stray, DateTime.UtcNow.AddHours(-1));
        return strays.Length;
    }

    private static string Named(string name) => TaskProgram.Good.Replace("\"iris\"", $"\"{name}\"", StringComparison.Ordinal);

    private static string[] Files(TaskRun run, string folder) =>
        [.. Directory.GetFiles(run.At(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
