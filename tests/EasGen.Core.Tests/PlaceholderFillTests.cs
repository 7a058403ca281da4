using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>A placeholder is filled in a text, and becomes a number or a switch where one belongs.</summary>
public class PlaceholderFillTests
{
    [Theory]
    [InlineData("""{"metadata": {"instance": "${N}"}}""", "4", """{"metadata": {"instance": 4}}""")]
    [InlineData("""{"metadata": {"instance": "${N}", "name": "a_${N}"}}""", "4", """{"metadata": {"instance": 4, "name": "a_4"}}""")]
    [InlineData("""{"metadata": {"rpc": {"keepalive": "${N}"}}}""", " 5000 ", """{"metadata": {"rpc": {"keepalive": 5000}}}""")]
    [InlineData("""{"metadata": {"enable_webservice": "${N}"}}""", "true", """{"metadata": {"enable_webservice": true}}""")]
    [InlineData("""{"metadata": {"name": "${N}"}}""", "4", """{"metadata": {"name": "4"}}""")]
    [InlineData("""{"metadata": {"instance": "${N}"}}""", "four", """{"metadata": {"instance": "four"}}""")]
    [InlineData("""{"metadata": {"instance": "${N}"}}""", "\"4\"", """{"metadata": {"instance": "\"4\""}}""")]
    [InlineData("""{"metadata": {"instance": "${N}0"}}""", "4", """{"metadata": {"instance": "40"}}""")]
    [InlineData("""{"metadata": {"instance": "${M}"}}""", "4", """{"metadata": {"instance": "${M}"}}""")]
    [InlineData("""{"花": "🌸${N}", "metadata": {"instance": "${N}"}}""", "4", """{"花": "🌸4", "metadata": {"instance": 4}}""")]
    [InlineData("""{"containers": [{"port": "${N}", "env": [{"name": "A", "value": "${N}"}]}]}""", "81",
        """{"containers": [{"port": 81, "env": [{"name": "A", "value": "81"}]}]}""")]
    [InlineData("\uFEFF{\"metadata\": {\"instance\": \"${N}\"}}", "4", "\uFEFF{\"metadata\": {\"instance\": 4}}")]
    [InlineData("{\"metadata\": ", "4", "{\"metadata\": ")]
    public void By_its_place(string json, string value, string filled) =>
        Assert.Equal(filled, PlaceholderFill.Fill(json, name => name == "N" ? value : null));
}
