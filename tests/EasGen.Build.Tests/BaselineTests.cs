namespace EasGen.Build.Tests;

/// <summary>A service JSON changes only when its team accepts the change.</summary>
public class BaselineTests
{
    private const string Way = "accept the change with -p:EasGenAcceptBaseline=true";

    [Fact]
    public void A_change_is_named_by_its_settings_until_it_is_accepted()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good);
        AssertFails(run, "baseline/iris.json", $"The baseline has no 'baseline/iris.json'; {Way}");

        Accept(run);
        Assert.Equal(TaskRun.Good, File.ReadAllText(run.At("baseline/iris.json")));
        Assert.True(run.Execute());

        run.Compile(TaskRun.Good.Replace("\"instance\": 1", "\"instance\": 2", StringComparison.Ordinal));
        AssertFails(run, "baseline/iris.json", $"'baseline/iris.json' differs; {Way}: ~ metadata.instance: 1 -> 2 (");
        Assert.Equal(TaskRun.Good, File.ReadAllText(run.Json));

        Accept(run);
        Assert.True(run.Execute());
    }

    [Fact]
    public void Values_of_the_build_are_no_change()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good);
        Accept(run);

        run.Variables = "APP=x.dll";
        Assert.True(run.Execute());
    }

    [Fact]
    public void Another_layout_is_no_change()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good);
        var laidOut = TaskRun.Good.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  ", "\t", StringComparison.Ordinal);
        run.Write("baseline/iris.json", laidOut);

        Assert.True(run.Execute());
    }

    [Fact]
    public void Environments_and_services_that_went_are_held_to_it_too()
    {
        using var run = new TaskRun { Baseline = "baseline", Environments = ["eas.test.json"] }
            .Compile(TaskRun.Good)
            .Write("eas.test.json", """{ "iris": { "metadata": { "instance": 3 } } }""")
            .Write("baseline/old.json", TaskRun.Good.Replace("\"iris\"", "\"old\"", StringComparison.Ordinal));
        run.Write("baseline/iris.json", TaskRun.Good);
        run.Write("baseline/test/iris.json", TaskRun.Good);

        Assert.False(run.Execute());
        Assert.Equal(["EAS0027", "EAS0027"], run.Codes());
        Assert.Contains("~ metadata.instance: 1 -> 3", run.Engine.Errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "'baseline/old.json' is of a service that the project does not have any more",
            run.Engine.Errors[1].Message,
            StringComparison.Ordinal);

        Accept(run);
        Assert.False(File.Exists(run.At("baseline/old.json")));
        Assert.True(run.Execute());
    }

    [Fact]
    public void A_secret_in_it_is_not_shown()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good);
        run.Write("baseline/iris.json", TaskRun.Good.Replace("${APP}", "--password=MARK-12345", StringComparison.Ordinal));

        Assert.False(run.Execute());
        Assert.DoesNotContain("MARK", Assert.Single(run.Engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_one_is_one_error()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good).Write("baseline/iris.json", "{");

        AssertFails(run, "baseline/iris.json", $"'baseline/iris.json' is not JSON; correct it, or {Way}");
    }

    [Fact]
    public void What_is_no_service_of_ours_is_left_alone()
    {
        string[] foreign = ["baseline/package.json", "baseline/other.json", "baseline/a/b/old.json", "baseline/a/readme.txt"];
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good);
        foreach (var file in foreign)
            run.Write(file, """{ "name": "other", "version": "1.0.0" }""");
        run.Write("baseline/a/b/old.json", TaskRun.Good.Replace("\"iris\"", "\"old\"", StringComparison.Ordinal));

        Accept(run);
        Assert.True(run.Execute());
        Assert.All(foreign, file => Assert.True(File.Exists(run.At(file)), file));
    }

    [Theory]
    [InlineData(".", true)]
    [InlineData("./", false)]
    public void The_folder_of_the_project_is_no_baseline(string folder, bool accept)
    {
        using var run = new TaskRun { Baseline = folder, AcceptBaseline = accept }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.StartsWith("EasGenBaseline is the folder of the project", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_accept_without_a_baseline_is_an_error()
    {
        using var run = new TaskRun { AcceptBaseline = true }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        Assert.StartsWith("EasGenAcceptBaseline needs EasGenBaseline", Assert.Single(run.Engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_build_fills_is_no_change()
    {
        var json = TaskRun.Good.Replace("\"iris\"", "\"iris_${STAGE}\"", StringComparison.Ordinal);
        using var run = new TaskRun { Baseline = "baseline", Variables = "STAGE=a;APP=x" }.Compile(json);
        Accept(run);

        run.Variables = "STAGE=b;APP=y";
        Assert.True(run.Execute());
        Assert.True(File.Exists(run.At("baseline/iris_${STAGE}.json")));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_error()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good).Write("baseline/iris.json", TaskRun.Good);
        using var locked = new FileStream(run.At("baseline/iris.json"), FileMode.Open, FileAccess.Write, FileShare.None);

        Assert.False(run.Execute());
        Assert.StartsWith("The baseline 'baseline' cannot be read: ", Assert.Single(run.Engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_one_error()
    {
        using var run = new TaskRun { Baseline = "baseline", AcceptBaseline = true }.Compile(TaskRun.Good).Write("baseline", "a file");

        Assert.False(run.Execute());
        Assert.Equal(["EAS0012"], run.Codes());
    }

    [Fact]
    public void A_link_in_it_leads_to_no_file_of_somebody_else()
    {
        using var run = new TaskRun { Baseline = "baseline" }.Compile(TaskRun.Good).Write("mine/gone.json", Named("gone"));
        run.Write("baseline/gone.json", Named("gone"));
        Directory.CreateSymbolicLink(run.At("baseline/production"), run.At("mine"));

        Accept(run);

        Assert.Equal([run.At("baseline/iris.json")], Directory.GetFiles(run.At("baseline")));
        Assert.True(File.Exists(run.At("mine/gone.json")));
    }

    private static string Named(string name) => TaskRun.Good.Replace("\"iris\"", $"\"{name}\"", StringComparison.Ordinal);

    private static void Accept(TaskRun run)
    {
        run.AcceptBaseline = true;
        Assert.True(run.Execute());
        run.AcceptBaseline = false;
    }

    private static void AssertFails(TaskRun run, string file, string says)
    {
        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal(("EAS0027", run.At(file)), (error.Code, error.File));
        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }
}
