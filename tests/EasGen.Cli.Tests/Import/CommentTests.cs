namespace EasGen.Cli.Tests.Import;

/// <summary>Comments of the file stay beside what they are about.</summary>
public class CommentTests
{
    [Fact]
    public void Stand_at_their_attributes() => Assert.Equal(
        """
        using EasGen;

        // Who to ask: the vision team.
        // The end.
        /// <summary>Imported from iris.json.</summary>
        // What it is.
        // Its name.
        [EasService("iris")]
        // Small is enough.
        [InstanceType("ecs.c7.large")]
        // Two of them.
        //
        // * one
        // The port of the template.
        [Container("a:1", Port = 8000)]
        [Container("b:1")]
        // Loud.
        [EnvironmentVariable("LEVEL", "debug", Container = 1)]
        // Nobody knows this.
        [RawSetting("/metadata/new", "1")]
        public sealed partial class Iris;

        """,
        Imports.Of(
            """
            // Who to ask: the vision team.
            {
              // What it is.
              "metadata": {
                "name": /* Its name. */ "iris",
                // Nobody knows this.
                "new": 1,
              },
              /* Two of them.

                  * one */
              "containers": [
                {"image": "a:1", /* The port of the template. */ "port": 8000},
                {"image": "b:1", "env": [{"name": "LEVEL", /* Loud. */ "value": "debug"}]},
              ],
              "cloud": {"computing": {/* Small is enough. */ "instance_type": "ecs.c7.large"}},
              // The end.
            }
            """,
            "iris.json").Code);

    [Theory]
    [InlineData("// */ class A {} /*")]
    [InlineData("/* a\u2028class B {} \u2029 class C {} */")]
    [InlineData("// a\u0085class D {}")]
    [InlineData("//#endif")]
    [InlineData("// \0\u001b[31m")]
    [InlineData("/// <summary>")]
    [InlineData("/**/")]
    [InlineData("//\\u000aclass E {}")]
    public void Are_nothing_but_comments(string comment) =>
        Assert.Equal(
            "\"iris\"",
            Normalisation.Settings(Imports.Artifact(Imports.Of($"{{\"name\": {comment}\n\"iris\"}}")))["metadata/name"]);
}
