using static EasGen.AspNetCore.Tests.Proofs.HostileBody;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>
/// Hundreds of bodies, the same ones in every run, for a predict method that takes <see cref="RequestBodyTests.Meadow"/>.
/// </summary>
internal static partial class HostileBodies
{
    public const int MaxBytes = 150_000;

    private const string Valid =
        """{"best":{"petalLength":1.5,"name":"\u00e4 ä€😀","days":[1,2]},"others":{"b":{"petalLength":1,"name":"b"}},"shape":"""
        + """{"$type":"round","radius":2},"date":"2026-01-01","image":"AAEC"}""";

    public static IEnumerable<HostileBody> All =>
    [
        Good("whole", Valid),
        .. Truncated(), .. WrongTypes(), .. Nested(), .. NotUtf8(), .. Escapes(), .. Numbers(), .. Keys(),
        .. NotQuiteJson(), .. OtherEncodings(), .. ContentTypes(), .. Large(),
    ];

    private static string Best(string name, string more = "") => $$"""{"best":{"petalLength":1,"name":{{name}}}{{more}}}""";

    private static IEnumerable<HostileBody> Truncated()
    {
        var valid = Utf8(Valid);
        return Enumerable.Range(0, valid.Length).Select(length => Bad($"cut after {length} bytes", valid[..length]));
    }

    private static IEnumerable<HostileBody> WrongTypes()
    {
        string[] values = ["true", "null", "1.5", "99999999999999999999", "\"x\"", "\"\"", "[]", "[[]]", "[null]", "{}", """{"x":1}"""];
        (string Place, string Before, string After, string[] Right)[] places =
        [
            ("body", "", "", []),
            ("best", """{"best":""", "}", []),
            ("petalLength", """{"best":{"name":"a","petalLength":""", "}}", ["1.5", "99999999999999999999"]),
            ("name", """{"best":{"petalLength":1,"name":""", "}}", ["\"x\"", "\"\""]),
            ("days", """{"best":{"petalLength":1,"name":"a","days":""", "}}", ["null", "[]"]),
            ("day", """{"best":{"petalLength":1,"name":"a","days":[""", "]}}", []),
            ("others", """{"best":{"petalLength":1,"name":"a"},"others":""", "}", ["null", "{}"]),
            ("shape", """{"best":{"petalLength":1,"name":"a"},"shape":""", "}", ["null"]),
            ("area", """{"best":{"petalLength":1,"name":"a"},"area":""", "}", ["null"]),
            ("date", """{"best":{"petalLength":1,"name":"a"},"date":""", "}", ["null"]),
            ("image", """{"best":{"petalLength":1,"name":"a"},"image":""", "}", ["null", "\"\""]),
        ];
        return from place in places
               from value in values
               let text = place.Before + value + place.After
               select place.Right.Contains(value) ? Good($"{place.Place} is {value}", text) : Bad($"{place.Place} is {value}", text);
    }

    private static IEnumerable<HostileBody> Nested()
    {
        foreach (var depth in (int[])[64, 65, 1000, 20_000])
        {
            yield return Bad($"{depth} arrays", new string('[', depth) + new string(']', depth));
            yield return Bad(
                $"{depth} arrays in an unknown property",
                Best("\"a\"", $""","x":{new string('[', depth)}{new string(']', depth)}"""));
            yield return Bad($"{depth} objects without an end", string.Concat(Enumerable.Repeat("{\"a\":", depth)));
        }

        yield return Good("60 arrays in an unknown property", Best("\"a\"", $""","x":{new string('[', 60)}{new string(']', 60)}"""));
    }

    private static IEnumerable<HostileBody> Escapes()
    {
        string[] wrong =
        [
            @"\ud800", @"\udc00", @"\ud800\ud800", @"\udc00\ud800", @"\ud800x", @"\ud83d\n", @"\u12", @"\uzzzz", @"\x41",
            @"\'", @"\", @"\u{1F600}", "\t", "\n", "\0", "\u001f",
        ];
        string[] right =
        [
            @"\ud83d\ude00", @"\u0000", @"\/", @"\b\f\n\r\t\\", "\u007f", "\u2028", "\ufeff", "\uffff", "\u202e",
            "' OR 1=1 --", "${jndi:ldap://x}", "<script>",
        ];
        return [.. wrong.Select(static text =>
            Bad($"escape {text}", Best($"\"{text}\""))), .. right.Select(static text => Good($"text {text}", Best($"\"{text}\"")))];
    }

    private static IEnumerable<HostileBody> Numbers()
    {
        string[] wrong =
        [
            "+1", "01", "1.", ".5", "1e", "1e+", "--1", "-", "0x10", "1_000", "1,5", "NaN", "Infinity", "-Infinity",
            "\"NaN\"x", "1 2", "١", "1d", "1n", "½",
        ];
        string[] right =
        [
            "-0", "1E5", "1e-400", "0.1e1", "5e-324", "1.7976931348623157e308", new string('9', 300),
            $"0.{new string('1', 10_000)}",
        ];
        string[] days = ["2147483648", "-2147483649", "1.0001", "1e2", "1e99999", "99999999999999999999999999"];
        return
        [
            .. wrong.Select(static number => Bad($"number {number}", $$$"""{"best":{"name":"a","petalLength":{{{number}}}}}""")),
            .. right.Select(static number =>
                Good($"number of {number.Length} digits", $$$"""{"best":{"name":"a","petalLength":{{{number}}}}}""")),
            .. days.Select(static day => Bad($"day {day}", $$$"""{"best":{"name":"a","petalLength":1,"days":[{{{day}}}]}}""")),
        ];
    }

    private static IEnumerable<HostileBody> Keys() =>
    [
        Good("a key twice", """{"best":{"petalLength":1,"petalLength":2,"name":"a"}}"""),
        Bad("a key twice, the last one wrong", """{"best":{"petalLength":1,"petalLength":"x","name":"a"}}"""),
        Bad("a key twice, the first one wrong", """{"best":{"petalLength":"x","petalLength":1,"name":"a"}}"""),
        Bad("a type twice", Best("\"a\"", ""","shape":{"$type":"round","$type":"round","radius":1}""")),
        Bad("a type too late", Best("\"a\"", ""","shape":{"radius":1,"$type":"round"}""")),
        Bad("a type of ours", Best("\"a\"", ""","shape":{"$type":"System.Diagnostics.Process, System","radius":1}""")),
        Good("keys of other languages", Best("\"a\"", ""","__proto__":{"x":1},"constructor":1,"":0,"@class":"java.lang.Runtime" """)),
        Good("10,000 unknown keys", Best("\"a\"", string.Concat(Enumerable.Range(0, 10_000).Select(static index => $",\"k{index}\":0")))),
        Bad("a key without quotes", """{best:1}"""),
        Bad("a key in single quotes", """{'best':1}"""),
        Bad("a number as key", """{1:1}"""),
        Bad("a reference", """{"best":{"$ref":"1"}}"""),
    ];

    private static IEnumerable<HostileBody> NotQuiteJson()
    {
        var whole = Best("\"a\"");
        string[] around = ["/* */", "// x\n", "# x\n", ")]}',\n", "<?xml?>", "\0", "\u00a0", "\u2028", "x", ",", "1", "{}", "\u001e"];
        string[] instead =
        [
            "", " ", "\n", "nul", "True", "None", "undefined", "<a/>", "a=b", "best: a", "---\nbest: a", "\"{}", "[1,]",
            "[,1]", "{,}", """{"best":1,}""", """{"best";1}""", """{"best"}""", "{]", "[}", ";", "\\",
        ];
        return
        [
            .. around.Select(text => Bad($"{text} before", text + whole)),
            .. around.Select(text => Bad($"{text} after", whole + text)),
            .. instead.Select(static text => Bad($"{text} instead", text)),
            Good("white space around", $" \t\r\n{whole}\r\n\t "),
        ];
    }
}
