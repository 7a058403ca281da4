using EasGen.Core.Comparing;
using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>What two services do not have in common is named by its setting.</summary>
public class ComparingTests
{
    [Theory]
    [InlineData("{}", "{}", "")]
    [InlineData("""{"a": 1, "b": {"c": true}}""", """{"b": {"c": true}, "a": 1}""", "")]
    [InlineData("""{"metadata": {"instance": 1}}""", """{"metadata": {"instance": 2}}""", "~ metadata.instance: 1 -> 2")]
    [InlineData("""{"metadata": {"instance": 1}}""", """{"metadata": {}}""", "- metadata.instance: 1")]
    [InlineData("""{"metadata": {}}""", """{"metadata": {"rolling": {"a": 1}}}""", """+ metadata.rolling: {"a": 1}""")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "~ a: 1 -> \"1\"")]
    [InlineData("""{"a": null}""", """{"a": false}""", "~ a: null -> false")]
    [InlineData("""{"a": {"b": 1}}""", """{"a": [1]}""", """~ a: {"b": 1} -> [1]""")]
    [InlineData("""{"a": [1, 2]}""", """{"a": [1, 3, 4]}""", "~ a[1]: 2 -> 3|+ a[2]: 4")]
    [InlineData(
        """{"env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]}""",
        """{"env": [{"name": "B", "value": "3"}, {"name": "C", "value": "4"}]}""",
        """- env[name=A]: {"name": "A", "value": "1"}|~ env[name=B].value: "2" -> "3"|+ env[name=C]: {"name": "C", "value": "4"}""")]
    [InlineData(
        """{"c": [{"name": "a", "x": 1}, {"name": "b"}]}""",
        """{"c": [{"name": "b"}, {"name": "a", "x": 2}]}""",
        """~ the order of c: ["name=a", "name=b"] -> ["name=b", "name=a"]|~ c[name=a].x: 1 -> 2""")]
    [InlineData("""{"c": [{"name": "a"}, {"name": "a"}]}""", """{"c": [{"name": "a"}]}""", """- c[1]: {"name": "a"}""")]
    [InlineData(
        """{"storage": [{"mount_path": "/m", "oss": {"path": "oss://a/"}}]}""",
        """{"storage": [{"mount_path": "/m", "oss": {"path": "oss://b/"}}]}""",
        """~ storage[mount_path=/m].oss.path: "oss://a/" -> "oss://b/" """)]
    [InlineData("""{"a": 1}""", """{"a": 1, "a": 2}""", "+ a (again): 2")]
    [InlineData("""{"a": 1, "a": 2}""", """{"a": 2, "a": 2}""", "~ a: 1 -> 2")]
    [InlineData("""{"a": 1, "a": 2, "a": 3}""", """{"a": 1, "a": 2}""", "- a (again, 3): 3")]
    public void By_setting(string before, string after, string changes) =>
        Assert.Equal(changes.Trim(), string.Join("|", Compare(before, after)));

    [Fact]
    public void Secrets_are_hidden_and_still_seen_to_change()
    {
        const string Before = """{"token": "MARKone1234", "dockerAuth": "MARKtwo1234", "a": "x"}""";
        const string After = """{"token": "MARKnew1234", "dockerAuth": "MARKtwo1234", "a": "MARKone1234"}""";

        Assert.Equal(["~ token: \"***\" (changed)", "~ a: \"x\" -> \"***\""], Compare(Before, After));
    }

    [Fact]
    public void A_short_secret_is_hidden_at_its_place_alone()
    {
        const string Before = """{"containers": [{"env": [{"name": "DB_PASSWORD", "value": "in"}, {"name": "A", "value": "in"}]}]}""";
        const string After = """{"containers": [{"env": [{"name": "DB_PASSWORD", "value": "out"}]}], "token": "ab1"}""";

        Assert.Equal(
            [
                """~ containers[0].env[name=DB_PASSWORD].value: "***" (changed)""",
                """- containers[0].env[name=A]: {"name": "A", "value": "in"}""",
                """+ token: "***" """.Trim(),
            ],
            Compare(Before, After));
    }

    private static IEnumerable<string> Compare(string before, string after)
    {
        var (one, other) = (ServiceReader.Read(before), ServiceReader.Read(after));
        var hide = ServiceComparison.Hiding(one.Concealment, other.Concealment);
        return ServiceComparison.Compare(one.Document!, other.Document!, one.Concealment, other.Concealment)
            .Select(change => change.Describe(hide));
    }
}
