using EasGen.Core.Files;

namespace EasGen.Build.Tests;

/// <summary>No service name leads out of the output folder or to a file that some system cannot have.</summary>
public class FileNameTests
{
    [Theory]
    [InlineData("iris")]
    [InlineData("iris-2_x")]
    [InlineData("console")]
    [InlineData("iris_${STAGE}")]
    public void Names_of_services_are_names_of_files(string name)
    {
        Assert.Null(SafeFileName.Judge(name));
    }

    [Theory]
    [InlineData("con")]
    [InlineData("NUL")]
    [InlineData("com1")]
    [InlineData("..")]
    [InlineData("../iris")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("c:iris")]
    [InlineData("iris\n")]
    [InlineData("iris\0")]
    [InlineData("iris.")]
    [InlineData("${../../x}")]
    [InlineData("${}")]
    [InlineData("模型")]
    public void Others_are_not(string name)
    {
        Assert.NotNull(SafeFileName.Judge(name));
    }

    [Fact]
    public void A_name_may_be_long_but_not_too_long()
    {
        Assert.Null(SafeFileName.Judge(new string('a', 128)));
        Assert.NotNull(SafeFileName.Judge(new string('a', 129)));
    }

    [Fact]
    public void A_name_that_leads_out_of_the_folder_is_never_written()
    {
        using var run = new TaskRun().Compile(TaskRun.Good.Replace("\"iris\"", "\"../${X}\"", StringComparison.Ordinal));

        Assert.False(run.Execute());
        Assert.Equal(["EAS0014"], run.Codes());
        Assert.False(Directory.Exists(run.At("bin")));
    }

    [Fact]
    public void Names_that_differ_in_case_only_would_be_one_file()
    {
        using var run = new TaskRun().Compile(
            TaskRun.Good.Replace("\"iris\"", "\"${X}_iris\"", StringComparison.Ordinal),
            TaskRun.Good.Replace("\"iris\"", "\"${x}_iris\"", StringComparison.Ordinal));

        Assert.False(run.Execute());
        Assert.Equal(["EAS1002"], run.Codes());
    }
}
