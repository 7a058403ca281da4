namespace EasGen.Core.Tests;

/// <summary>The examples of RFC 7396, and what it leaves to us: order, and keys that are given twice.</summary>
public class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a": "c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a": "b", "b": "c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b": "c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a": "c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a": ["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a": {"b": "d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a": [1]}""")]
    [InlineData("""["a","b"]""", """["c","d"]""", """["c", "d"]""")]
    [InlineData("""{"a":"b"}""", """["c"]""", """["c"]""")]
    [InlineData("""{"a":"foo"}""", "null", "null")]
    [InlineData("""{"a":"foo"}""", "\"bar\"", "\"bar\"")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e": null, "a": 1}""")]
    [InlineData("[1,2]", """{"a":"b","c":null}""", """{"a": "b"}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a": {"bb": {}}}""")]
    [InlineData("""{"z":1,"a":2,"m":3}""", """{"b":4,"m":null,"z":5}""", """{"z": 5, "a": 2, "b": 4}""")]
    [InlineData("""{"a":1}""", """{"a":null,"a":2}""", """{"a": 2}""")]
    [InlineData("""{"a":1}""", """{"a":2,"a":null,"b":1,"b":2}""", """{"b": 2}""")]
    [InlineData("""{"a":1.50}""", """{"b":1e3}""", """{"a": 1.50, "b": 1e3}""")]
    public void A_document_becomes_what_the_patch_says(string target, string patch, string result)
    {
        var (before, change) = (Read(target), Read(patch));

        Assert.Equal(result, MergePatch.Apply(before, change).ToString());
        Assert.Equal((Read(target).ToString(), Read(patch).ToString()), (before.ToString(), change.ToString()));
    }

    private static JsonNode Read(string json) => Files.JsonFile.Read(System.Text.Encoding.UTF8.GetBytes(json)).Root!;
}
