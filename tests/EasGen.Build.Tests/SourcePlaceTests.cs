namespace EasGen.Build.Tests;

/// <summary>An error of the build stands at the attribute that says what is wrong, as far as the text of the source tells.</summary>
public class SourcePlaceTests
{
    // The class of the first constant is Acme.Class0.
    private const string Source = """"
        // [EasService("iris")] class Class0;
        namespace Acme;

        [EasService("iris", Instances = 1), InstanceType("ecs.c7.large")]
        [Container("a;b}", Script = """
            [Container("no")] ; class Class0 {
            """)]
        /* [Container("no")] */ [EasGen.ContainerAttribute(@"c:\""x;", Port = 8080)]
        [Other(typeof(Container), Args = new[] { @"""a"" b" })]
        public sealed partial class Class0
        {
            private const char Quote = '"';
        }

        [EasService("other")]
        class Class01;
        """";

    [Theory]
    [InlineData("\"instance\": 1", "\"instance\": -1", 4, 2)]
    [InlineData("ecs.c7.large", "", 4, 37)]
    [InlineData("acme/iris:1.4", "", 5, 2)]
    [InlineData("}]\n}", "}, { \"image\": \"acme/x:1\", \"port\": 8080, \"command\": \"x\" }]\n}", 8, 26)]
    [InlineData("\"iris\"", "\"a\"", 4, 2)]
    [InlineData("\"cloud\": {", "\"dockerAuth\": \"x\", \"cloud\": {", 4, 2)]
    public void An_error_stands_at_its_attribute(string right, string wrong, int line, int column)
    {
        var json = TaskRun.Good.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        using var run = new TaskRun { Sources = ["Iris.cs"] }.Write("Iris.cs", Source).Compile(json);

        Assert.False(run.Execute());
        Assert.All(
            run.Engine.Errors,
            error => Assert.Equal((run.At("Iris.cs"), line, column), (error.File, error.LineNumber, error.ColumnNumber)));
    }

    [Fact]
    public void The_parts_of_a_class_are_searched_one_after_the_other()
    {
        using var run = new TaskRun { Sources = ["Gone.cs", "First.cs", "Second.cs"] }
            .Write("First.cs", "[Container] partial class Class0;")
            .Write("Second.cs", "[EasService(\"iris\")]\n  [Container] partial class Class0;")
            .Compile(TaskRun.Good.ReplaceLineEndings("\n")
                .Replace("}]\n}", "}, { \"image\": \"\", \"command\": \"x\" }]\n}", StringComparison.Ordinal));

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal((run.At("Second.cs"), 2, 4), (error.File, error.LineNumber, error.ColumnNumber));
    }

    // A project "my-app" has the namespace my_app, and its constants a mark.
    [Theory]
    [InlineData("Class0", "Class0", true)]
    [InlineData("Class0", "Acme_Class0", true)]
    [InlineData("Class0", "my_app_Class0_0a1b2c3d", true)]
    [InlineData("My_Class", "Acme_My_Class_deadbeef", true)]
    [InlineData("deadbeef", "Acme_deadbeef", true)]
    [InlineData("Class0", "my_app_Class0_0a1b2c3", false)]
    [InlineData("Class", "Acme_MyClass", false)]
    public void A_class_is_known_by_its_constant(string name, string constant, bool isOf) =>
        Assert.Equal(isOf, new SourceClass("", "", 0, 0, name).IsOf(constant));

    [Theory]
    [InlineData("")]
    [InlineData("class Class0 { }")]
    [InlineData("[EasService(\"iris\")] class Class1 { }")]
    [InlineData("[EasService(\"")]
    [InlineData("\"\"\" class Class0")]
    [InlineData("/* class Class0")]
    [InlineData("namespace A { [EasService(\"a\")] record class Class0; } namespace B { [EasService(\"iris\")] class Class0; }")]
    public void What_is_not_found_stands_at_the_project(string source)
    {
        using var run = new TaskRun { Sources = ["Iris.cs"] }
            .Write("Iris.cs", source)
            .Compile(TaskRun.Good.Replace("\"iris\"", "\"a\"", StringComparison.Ordinal));

        Assert.False(run.Execute());
        Assert.Equal(run.At("App.csproj"), Assert.Single(run.Engine.Errors).File);
    }
}
