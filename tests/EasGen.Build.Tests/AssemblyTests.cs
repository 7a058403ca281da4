namespace EasGen.Build.Tests;

/// <summary>The task takes the constants out of an assembly, or says in one error why it cannot.</summary>
public class AssemblyTests
{
    [Fact]
    public void Constants_become_files_and_other_constants_do_not()
    {
        using var run = new TaskRun().Compile(TaskRun.Good, 42);

        Assert.True(run.Execute());
        Assert.Equal(TaskRun.Good, File.ReadAllText(run.Json));
        Assert.Equal([run.Json], Directory.GetFiles(run.At("bin"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_assembly_without_services_is_no_error()
    {
        using var run = new TaskRun().Compile();
        File.Copy(typeof(AssemblyTests).Assembly.Location, run.Assembly, overwrite: true);

        Assert.True(run.Execute());
        Assert.False(Directory.Exists(run.At("bin")));
    }

    [Fact]
    public void A_missing_assembly_is_one_error()
    {
        using var run = new TaskRun();

        Assert.False(run.Execute());
        Assert.Equal(["EAS0011"], run.Codes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ")]
    [InlineData("no assembly at all, but a text that is longer than the header of one would have to be")]
    public void A_file_that_is_no_assembly_is_one_error(string content)
    {
        using var run = new TaskRun().Write("obj/App.dll", content);

        Assert.False(run.Execute());
        Assert.Equal(["EAS0011"], run.Codes());
    }

    [Fact]
    public void A_damaged_assembly_never_throws()
    {
        using var run = new TaskRun().Compile(TaskRun.Good);
        var whole = File.ReadAllBytes(run.Assembly);

        for (var length = 0; length < whole.Length; length += 16)
        {
            File.WriteAllBytes(run.Assembly, whole[..length]);
            run.Execute();
        }
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(run.Assembly, damaged);
            run.Execute();
        }
    }

    [Theory]
    [InlineData("", "EAS0001")]
    [InlineData("{", "EAS0001")]
    [InlineData("[]", "EAS0002")]
    [InlineData("{}", "EAS0101")]
    public void A_constant_that_is_no_service_is_an_error(string json, string code)
    {
        using var run = new TaskRun().Compile(json);

        Assert.False(run.Execute());
        Assert.Contains(code, run.Codes());
    }
}
