using System.Text;
using System.Text.Json;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>
/// Of what is no JSON it is said what stands there, where, and what to write: in the words of EasGen, which are the same for a file
/// and for the argument of an attribute.
/// </summary>
public class BrokenJsonTests
{
    public static TheoryData<string, int, int, string> Broken => new()
    {
        // Characters that look like those of JSON.
        { "{\n  \"labels\"：{}}", 2, 11, "'：' (U+FF1A) is a full-width character; write ':'" },
        { "{\"a\": 1，\"b\": 2}", 1, 8, "'，' (U+FF0C) is a full-width character; write ','" },
        { "｛\"a\": 1}", 1, 1, "'｛' (U+FF5B) is a full-width character; write '{'" },
        { "{\"a\": 1｝", 1, 8, "'｝' (U+FF5D) is a full-width character; write '}'" },
        { "{\"a\": ［1]}", 1, 7, "'［' (U+FF3B) is a full-width character; write '['" },
        { "{\"a\": [1］}", 1, 9, "'］' (U+FF3D) is a full-width character; write ']'" },
        { "{\"a\": １}", 1, 7, "'１' (U+FF11) is a full-width character; write '1'" },
        { "{\"a\": 1、\"b\": 2}", 1, 8, "'、' (U+3001) is a full-width character; write ','" },
        { "{\"a\": 【1]}", 1, 7, "'【' (U+3010) is a full-width character; write '['" },
        { "{＂a＂: 1}", 1, 2, "'＂' (U+FF02) is a typographic quotation mark; write a straight one (\")" },
        { "{“a”: 1}", 1, 2, "'“' (U+201C) is a typographic quotation mark; write a straight one (\")" },
        { "{「a」: 1}", 1, 2, "'「' (U+300C) is a typographic quotation mark; write a straight one (\")" },
        { "{\"a\":\u00A01}", 1, 6, "There is a no-break space (U+00A0), which JSON does not allow; write an ordinary space" },
        { "{\"a\":\u30001}", 1, 6, "There is a special space (U+3000), which JSON does not allow; write an ordinary space" },
        { "{\"a\":\u200B1}", 1, 6, "There is an invisible character (U+200B), which JSON does not allow; delete it" },
        { "{\"a\":\u00011}", 1, 6, "There is an invisible character (U+0001), which JSON does not allow; delete it" },
        { "{\"a\":\uFEFF1}", 1, 6, "There is a byte order mark (U+FEFF) inside the text; delete it" },
        { "{'a': 1}", 1, 2, "JSON uses double quotes; write \" instead of '" },
        { "{\"a\": 'b'}", 1, 7, "JSON uses double quotes; write \" instead of '" },
        { "{`a`: 1}", 1, 2, "JSON uses double quotes; write \" instead of `" },

        // What ends too early, or not.
        { "", 1, 1, "There is no JSON here; write a value" },
        { "{", 1, 2, "The JSON ends while the '{' at line 1, column 1 is still open; add what is missing, and '}' at the end" },
        {
            "{\n \"a\": [\n  {\"b\": 1",
            3,
            10,
            "The JSON ends while the '{' at line 3, column 3 is still open; add what is missing, and '}]}' at the end"
        },
        { "{\"a\": 1,", 1, 9, "The JSON ends while the '{' at line 1, column 1 is still open; add what is missing, and '}' at the end" },
        { "{\"a\":", 1, 6, "The JSON ends while the '{' at line 1, column 1 is still open; add what is missing, and '}' at the end" },
        { "{\"a\": \"b", 1, 9, "The JSON ends inside of the text that begins at line 1, column 7; add what is missing" },
        { "{\"a\": \"b\\", 1, 10, "The JSON ends inside of the text that begins at line 1, column 7; add what is missing" },
        { "{\"a\": [1}", 1, 9, "'}' closes an object, but a list is open here; write ']'" },
        { "{\"a\": 1]", 1, 8, "']' closes a list, but an object is open here; write '}'" },
        { "{]", 1, 2, "']' closes a list, but an object is open here; write '}'" },
        { "{\"a\": 1}}", 1, 9, "'}' closes nothing; delete it" },
        { "{\"a\": 1}\n{\"b\": 2}", 2, 1, "A second JSON document begins here; keep one in a file" },
        { "{\"a\": 1},\n{\"b\": 2}", 1, 9, "A second JSON document begins here; keep one in a file" },
        { "{},", 1, 3, "There is a comma too many; delete it" },
        { "{} x", 1, 4, "There is text after the end of the JSON; delete it" },
        { "\"metadata\": {}", 1, 11, "There is a key outside of an object; put { before the first key, and } at the end" },

        // Commas and colons.
        { "{\"a\": 1\n \"b\": 2}", 2, 2, "A comma is missing before this; add one" },
        { "[1 2]", 1, 4, "A comma is missing before this; add one" },
        { "[{} {}]", 1, 5, "A comma is missing before this; add one" },
        { "[1,, 2]", 1, 4, "There is a comma too many; delete it" },
        { "{\"a\": 1,, \"b\": 2}", 1, 9, "There is a comma too many; delete it" },
        { "{,}", 1, 2, "There is a comma too many; delete it" },
        { "{\"a\": 1; \"b\": 2}", 1, 8, "';' separates nothing in JSON; write a comma" },
        { "{\"a\" 1}", 1, 6, "The colon is missing after the key 'a'; write ':' and a value" },
        { "{\"a\"}", 1, 5, "The colon is missing after the key 'a'; write ':' and a value" },
        { "{\"a\" = 1}", 1, 6, "JSON has ':' between a key and its value, not '='; write ':'" },
        { "{\"a\":: 1}", 1, 6, "The value of 'a' is missing; write one, or delete the key" },
        { "{\"a\": 1 : 2}", 1, 9, "There is a colon too many; delete it" },
        { "{\"a\": b=c}", 1, 7, "'b' is not JSON; put text in double quotes" },

        // Keys.
        { "{a: 1}", 1, 2, "The key 'a' has no quotes; write \"a\"" },
        { "{名字: 1}", 1, 2, "The key '名字' has no quotes; write \"名字\"" },
        { "{1: 2}", 1, 2, "The key '1' has no quotes; write \"1\"" },
        { "{: 2}", 1, 2, "The key is missing before ':'; write it in double quotes" },
        { "{[1]}", 1, 2, "A key is missing before '['; write one in double quotes, and a colon" },
        { "{🌸: 1}", 1, 2, "'🌸' does not begin a key in JSON; write a key in double quotes" },

        // Values.
        { "{\"a\": }", 1, 7, "The value of 'a' is missing; write one, or delete the key" },
        { "{\"a\": , \"b\": 1}", 1, 7, "The value of 'a' is missing; write one, or delete the key" },
        { "{\"a\": True}", 1, 7, "'True' is not JSON; write true" },
        { "{\"a\": None}", 1, 7, "'None' is not JSON; write null" },
        { "{\"a\": no}", 1, 7, "'no' is not JSON; write false" },
        { "{\"a\": ture}", 1, 7, "'ture' is not JSON; write true" },
        { "{\"a\": tru}", 1, 7, "'tru' is not JSON; write true" },
        { "{\"a\": hello}", 1, 7, "'hello' is not JSON; put text in double quotes" },
        { "{\"a\": /models/x}", 1, 7, "'/models/x' is not JSON; put text in double quotes" },
        { "{\"a\": $HOME}", 1, 7, "'$HOME' is not JSON; put text in double quotes" },
        { "{\"a\": 🌸}", 1, 7, "'🌸' does not begin a value in JSON; put text in double quotes" },
        { "{\"a\": NaN}", 1, 7, "'NaN' is not a number in JSON; write a number, or null" },
        { "{\"a\": Infinity}", 1, 7, "'Infinity' is not a number in JSON; write a number, or null" },
        { "{\"a\": -Infinity}", 1, 7, "'-Infinity' is not a number in JSON; write a number, or null" },
        { "{\"a\": (1, 2)}", 1, 7, "'(' does not occur in JSON; write a list in [ ]" },
        { "{\"a\": <token>}", 1, 7, "'<' does not occur in JSON outside of text; fill in what it means, in double quotes if it is text" },
        { "<html></html>", 1, 1, "This looks like HTML or XML, such as an error page, and is not JSON" },
        { "{\"a\": {{ x }}}", 1, 8, "'{{' looks like a part of a template; fill in its value first, in double quotes if it is text" },
        { "{% if x %}", 1, 2, "'{%' looks like a part of a template; fill in the template first" },
        { "{\"a\": 1, ...}", 1, 10, "'...' means something that is left out; write it, or delete the dots" },

        // Texts.
        { "{\"a\": \"x\ny\"}", 1, 9, "The line ends inside of a text; close the text with \", or write a line break in it as \\n" },
        { "{\"a\": \"x\\\ny\"}", 1, 10, "The line ends inside of a text; close the text with \", or write a line break in it as \\n" },
        { "{\"a\": \"x\ty\"}", 1, 9, "There is a tab in a text; write it as \\t" },
        { "{\"a\": \"x\u0007y\"}", 1, 9, "There is a control character (U+0007) in a text; delete it, or write it as \\u0007" },
        { "{\"a\": \"C:\\Users\"}", 1, 10, "'\\U' is not an escape in JSON; write a backslash in a text as \\\\" },
        { "{\"a\": \"\\🌸\"}", 1, 8, "'\\🌸' is not an escape in JSON; write a backslash in a text as \\\\" },
        { "{\"a\": \"it\\'s\"}", 1, 10, "'\\'' is not an escape in JSON; write ' without the backslash" },
        { "{\"a\": \"\\u12\"}", 1, 8, "'\\u' needs four hexadecimal digits, as in \\u00e9" },
        { "{\"a\": \"b\"c\"}", 1, 10, "The text ends at the quotation mark before this; write one inside of a text as \\\"" },

        // Comments of other languages.
        { "{\n # c\n \"a\": 1}", 2, 2, "'#' does not begin a comment in JSON; delete the comment" },
        { "{\"a\": 1 # c\n}", 1, 9, "'#' does not begin a comment in JSON; delete the comment" },
    };

    // Of these the argument of an attribute is told that it may have no comments at all.
    public static TheoryData<string, int, int, string> BrokenInFiles => new()
    {
        {
            "{\"a\" /* b */: 1}",
            1,
            6,
            "There is a comment between a key and its colon, where JSON readers take none; move it"
        },
        {
            "{\"a\" // b\n: 1}",
            1,
            6,
            "There is a comment between a key and its colon, where JSON readers take none; move it"
        },
        { "{} /* c", 1, 4, "The comment is not closed; write */ at its end" },
        { "{// a\u2028b\n}", 1, 6, "There is an invisible character (U+2028), which JSON does not allow; delete it" },
        { "// c", 1, 5, "There is no JSON here; write a value" },
        { "metadata:\n  name: iris\n", 1, 1, "This is YAML, and EAS takes a service as JSON; convert it, for example with 'yq -o=json'" },
        { "# mine\n\n---\nmetadata:\n", 1, 1, "This is YAML, and EAS takes a service as JSON; convert it, for example with 'yq -o=json'" },
        { "- a\n- b\n", 1, 1, "This is YAML, and EAS takes a service as JSON; convert it, for example with 'yq -o=json'" },
    };

    public static TheoryData<string> Numbers => ["012", "+1", ".5", "5.", "0x10", "1e", "1_000", "-", "1-2", "--1", "1.2.3", "5Gi"];

    [Theory, MemberData(nameof(Broken)), MemberData(nameof(BrokenInFiles))]
    public void A_file_is_told_what_is_wrong_and_where(string json, int line, int column, string message)
    {
        var finding = Assert.Single(ServiceReader.Read(json).AllFindings());
        var place = new FileSpans(Encoding.UTF8.GetBytes(json), ServiceReader.Read(json)).Find("");

        Assert.Equal((GeneralRules.EAS0001_JsonIsWellFormed, message), (finding.Rule, finding.Message.For(Audience.Json)));
        Assert.Equal((line, column), (place.Line, place.Column));
        Assert.Empty(PlainEnglish.Faults(message));
    }

    [Theory, MemberData(nameof(Broken))]
    public void The_argument_of_an_attribute_is_told_the_same(string json, int line, int column, string message) => Assert.EndsWith(
        $" is not JSON: line {line}, column {column}: {message}",
        Of(json),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{} // c", "line 1, column 4: JSON has no comments; delete the comment")]
    [InlineData("{\"a\": /* c */ 1}", "line 1, column 7: JSON has no comments; delete the comment")]
    [InlineData("{\"a\": 1,}", "line 1, column 8: There is a comma before '}', which strict JSON does not allow; delete it")]
    public void The_argument_of_an_attribute_is_strict(string json, string expected)
    {
        Assert.EndsWith(expected, Of(json), StringComparison.Ordinal);
        Assert.DoesNotContain(ServiceReader.Read(json).Findings, static finding => finding.Rule == GeneralRules.EAS0001_JsonIsWellFormed);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void What_is_no_number_is_quoted(string number) => Assert.Equal(
        $"'{number}' is not a number in JSON; write one such as 12, 0.5 or -1e3, or put text in double quotes",
        Assert.Single(ServiceReader.Read($"{{\"a\": {number}}}").Findings).Message.For(Audience.Json));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Nesting_has_a_limit(int depth, bool isRead)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var inner = open == "[" ? "" : "1";
            var json = string.Concat([.. Enumerable.Repeat(open, depth), inner, .. Enumerable.Repeat(close, depth)]);
            var broken = ServiceReader.Read(json).Findings.Where(static finding => finding.Rule == GeneralRules.EAS0001_JsonIsWellFormed);

            Assert.Equal(isRead, !broken.Any());
            Assert.Equal(isRead, JsonParser.Parse(json, out var problem) is not null);
            if (!isRead)
                Assert.Equal(
                    "The JSON is nested more than 64 levels deep; no setting is, so remove some levels",
                    Assert.Single(broken).Message.For(Audience.Json));
            Assert.Equal(isRead ? null : 64 * open.Length, problem?.At);
        }
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void What_System_Text_Json_refuses_the_parser_refuses_too_and_nothing_else()
    {
        const string Others = "{}[]\":,0-9.eE\\tnu \n\r\t\0花/*#'；：\u2028";
        var good = ServiceWriter.Write(Samples.Everything(new Random(3)));
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var start = random.Next(good.Length - 200);
            var text = new StringBuilder(i % 2 == 0 ? good : $"[{good.Substring(start, 100)}]");
            for (var changes = random.Next(3); changes >= 0; changes--)
                text[random.Next(text.Length)] = Others[random.Next(Others.Length)];
            var file = Encoding.UTF8.GetBytes(text.ToString());

            JsonParser.Parse(text.ToString(), JsonDialect.Document, out var problem);

            Assert.True(IsRead(file) == problem is null, $"{text} {problem}");
        }
    }

    [Fact]
    public void A_secret_in_the_broken_place_is_not_shown()
    {
        const string Json = """{"a": 1, "password": MARKhush1234}""";
        var read = ServiceReader.Read(Json);

        Assert.Equal("'***' is not JSON; put text in double quotes", Assert.Single(read.AllFindings()).Message.For(Audience.Json));
        var line = new FileSpans(Encoding.UTF8.GetBytes(Json), read).Find("").Text;
        Assert.DoesNotContain("MARK", line, StringComparison.Ordinal);
    }

    private static string Of(string json) => Assert.Single(
        ServiceRules.Check(Valid.With(RawSetting.FeatureType, (RawSetting.Pointer, "/a"), (RawSetting.Json, json))),
        static finding => finding.Rule == RawSetting.EAS0007_ValueIsJson).Message.For(Audience.Code);

    private static bool IsRead(byte[] file)
    {
        try
        {
            DocumentReader.Parse(file, out _);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
