using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Reading;
using EasGen.Core.Writing;
using static EasGen.Core.Checking.RawSettingRules;
using static EasGen.Core.Features.RawSetting;

namespace EasGen.Core.Tests;

public class RawSettingRuleTests
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0006_PointerHasForm)
            .Refuses("no slash in front", Valid.With(Raw("metadata/key")), "metadata/key/JsonPointer", "'metadata/key'")
            .Refuses("the whole document", Valid.With(Raw("")), "/JsonPointer", "''")
            .Refuses("a tilde alone", Valid.With(Raw("/a~")), "/a~/JsonPointer", "'/a~'")
            .Refuses("an unknown escape", Valid.With(Raw("/a~2")), "/a~2/JsonPointer", "'/a~2'")
            .Refuses("more parts than any service nests", Valid.With(Raw(Deep(65))), Deep(65) + "/JsonPointer", "65 parts")
            .Accepts("as many parts as are walked", Valid.With(Raw(Deep(64))))
            .Refuses("nothing at all", Valid.With(A(RawSetting.FeatureType)), "/JsonPointer", "''")
            .Accepts("a key", Valid.With(Raw("/metadata/key")))
            .Accepts("escapes", Valid.With(Raw("/a~0b~1c")))
            .Accepts("an empty key", Valid.With(Raw("/"))),

        Judge(EAS0007_ValueIsJson)
            .Refuses("a text without quotes", Valid.With(Raw("/a", "text")), "/a/Json", "'text' is not JSON; put text in double quotes")
            .Refuses("a comma too many", Valid.With(Raw("/a", "[1,]")), "/a/Json", "line 1, column 3: There is a comma before ']'")
            .Refuses("two values", Valid.With(Raw("/a", "1 2")), "/a/Json", "line 1, column 3: There is text after the end")
            .Refuses("a key twice", Valid.With(Raw("/a", """{"b": 1, "b": 2}""")), "/a/Json", "column 10: The key 'b' is given twice")
            .Refuses("an open text", Valid.With(Raw("/a", "\"text")), "/a/Json", "The JSON ends inside of the text")
            .Refuses("an empty value", Valid.With(Raw("/a", "")), "/a/Json", "There is no JSON here")
            .Refuses("nesting", Valid.With(Raw("/a", new string('[', 10_000))), "/a/Json", "nested")
            .Refuses("a leading zero", Valid.With(Raw("/a", "01")), "/a/Json", "line 1, column 1: '01' is not a number")
            .Accepts("a number", Valid.With(Raw("/a", "-1.5e-7")))
            .Accepts("an object", Valid.With(Raw("/a", """ {"b": [true, false, null, "\u00e4\n"], "c": {}} """))),

        Judge(EAS0008_PlaceIsFree)
            .Refuses(
                "a setting that is set",
                Valid.With(Raw("/metadata/name", "\"rose\"")),
                "/metadata/name/[RawSetting]",
                "set by another attribute",
                Remove)
            .Refuses(
                "an object with it",
                Valid.With(Raw("/metadata", """{"name": "rose"}""")),
                "/metadata/[RawSetting]",
                "'metadata.name'",
                Remove)
            .Refuses("another raw setting", Valid.With(Raw("/b")).With(Raw("/b")), "/b/[RawSetting]", "'b'", Remove)
            .Refuses(
                "a place inside of a value",
                Valid.With(Raw("/metadata/name/x")),
                "/metadata/name/x/[RawSetting]",
                "'metadata.name'",
                Remove)
            .Refuses(
                "a place deep inside of a value",
                Valid.With(Raw("/metadata/name/x/y")),
                "/metadata/name/x/y/[RawSetting]",
                "which is not an object",
                Remove)
            .Refuses(
                "a key in a list",
                Valid.With(Raw("/containers/x")),
                "/containers/x/[RawSetting]",
                "nothing can be added at 'x'",
                Remove)
            .Refuses(
                "a place behind the list",
                Valid.With(Raw("/containers/5")),
                "/containers/5/[RawSetting]",
                "'containers' has 1 item,",
                Remove)
            .Refuses(
                "a place in an item that is not there",
                Valid.With(Raw("/containers/5/x")),
                "/containers/5/x/[RawSetting]",
                "'containers[5]'",
                Remove)
            .Refuses(
                "a second item of a list that is not there",
                Valid.With(Raw("/storage/1", "{}")),
                "/storage/1/[RawSetting]",
                "'storage' has 0 items,",
                Remove)
            .Accepts("an item and a key of it", Valid.With(Raw("/containers/1/env/0", "{}")).With(Raw("/containers/1", "{}")))
            .Accepts("a list and an item of it", Valid.With(Raw("/custom/0", "1")).With(Raw("/custom", "[]")))
            .Accepts("a number as a key", Valid.With(Raw("/labels/0", "1")))
            .Refuses(
                "a place through an item that is no index",
                Valid.With(Raw("/containers/x/y")),
                "/containers/x/y/[RawSetting]",
                "'containers.x'",
                Remove)
            .Accepts("a new key", Valid.With(Raw("/metadata/new")))
            .Accepts("an object beside others", Valid.With(Raw("/metadata", """{"new": 1}""")))
            .Accepts("the end of a list", Valid.With(Raw("/containers/-", "{}")))
            .Accepts("the start of a list", Valid.With(Raw("/containers/0", "{}")))
            .Accepts("a key of an item", Valid.With(Raw("/containers/0/new"))),

        Judge(EAS0009_AttributeIsUsed)
            .Refuses(
                "a setting of the service",
                Valid.With(Raw("/metadata/enable_grpc", "true")).Without(EasService.FeatureType),
                "/metadata/enable_grpc/[RawSetting]",
                "Grpc of [EasService]")
            .Refuses(
                "a setting of an attribute that is there",
                Valid.With(Raw("/metadata/enable_grpc", "true")),
                "/metadata/enable_grpc/[RawSetting]",
                "Grpc of [EasService]",
                Move("/metadata/enable_grpc", "true", isThere: true))
            .Refuses(
                "what the constructor of an attribute that is there takes",
                Valid.With(GracefulShutdown.SendSigterm, true).With(Raw("/metadata/eas.termination_grace_period", "45")),
                "/metadata/eas.termination_grace_period/[RawSetting]",
                "[GracefulShutdown(45)]")
            .Refuses(
                "a part of two arguments",
                Valid.With(Raw("/autoscaler/max", "5")),
                "/autoscaler/max/[RawSetting]",
                "Max of [Autoscale]")
            .Refuses(
                "an old place",
                Valid.With(Raw("/runtime/termination_grace_period", "45")),
                "/runtime/termination_grace_period/[RawSetting]",
                "[GracefulShutdown(45)]",
                Move("/runtime/termination_grace_period", "45"))
            .Refuses(
                "an item",
                Valid.With(Raw("/storage/-", """{"oss": {"path": "oss://b/c/"}, "mount_path": "/m"}""")),
                "/storage/-/[RawSetting]",
                "[OssMount(\"oss://b/c/\", \"/m\")]",
                Move("/storage/-", """{"oss": {"path": "oss://b/c/"}, "mount_path": "/m"}"""))
            .Refuses(
                "a label",
                Valid.With(Raw("/labels/a~1b", "\"c\"")),
                "/labels/a~1b/[RawSetting]",
                "[Label(\"a/b\", \"c\")]",
                Move("/labels/a~1b", "\"c\""))
            .Refuses(
                "several",
                Valid.With(Raw("/labels", """{"a": "1", "b": "2"}""")),
                "/labels/[RawSetting]",
                "[Label(\"a\", \"1\")] and [Label(\"b\", \"2\")]")
            .Accepts("what is set already", Valid.With(Raw("/metadata/name", "\"rose\"")))
            .Accepts("an unknown key", Valid.With(Raw("/metadata/new")))
            .Accepts("a known one with another value", Valid.With(Raw("/metadata/enable_grpc", "\"on\"")))
            .Accepts("an object of which a part is unknown", Valid.With(Raw("/metadata/rpc", """{"keepalive": 5000, "new": 1}""")))
            .Accepts("what is no pointer", Valid.With(Raw("metadata/enable_grpc", "true")))
            .Accepts("what is no JSON", Valid.With(Raw("/metadata/enable_grpc", "on"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void Join_the_artifact_in_one_order_whatever_the_source_says()
    {
        Feature[] raws =
        [
            Raw("/b/c", "1"), Raw("/a"), Raw("/b", "{}"), Raw("/containers/-", "{}"), Raw("/containers/0", "[]"),
            Raw("/containers/1/x", "\"y\""), Raw("/l/0", "1"),
        ];
        var written = ServiceWriter.Write(
            Valid.With(raws[0]).With(raws[1]).With(raws[2]).With(raws[3]).With(raws[4]).With(raws[5]).With(raws[6]));

        Assert.Equal(written, ServiceWriter.Write(raws.Reverse().Aggregate(Valid, static (service, raw) => service.With(raw))));
        Assert.Equal("""{"a":1,"b":{"c":1},"l":[1]}""", Json.Without(written, "metadata", "cloud", "containers"));
        Assert.Equal("\"y\"", Json.At(written, "/containers/1/x")!.ToJsonString());
        Assert.Equal("{}", Json.At(written, "/containers/2")!.ToJsonString());
    }

    [Theory]
    [InlineData("/containers/2/port", "8001", "/containers/2", "Container(Port = 8001)")]
    [InlineData(
        "/containers/1/env/-",
        """{"name": "A", "value": "b"}""",
        "/containers/1/env/-",
        "EnvironmentVariable(\"A\", \"b\", Container = 1)")]
    [InlineData("/metadata/rpc.keepalive", "5000", "", "RequestHandling(TimeoutSeconds = 5)")]
    public void Know_their_attribute(string raw, string json, string place, string attribute)
    {
        var typed = TypedEquivalent.Of(raw, JsonParser.Parse(json, out _)!)!;

        Assert.Equal((place, attribute), (typed.Place, AttributeText.Of(Assert.Single(typed.Features))));
    }

    private static Fix? Move(string place, string json, bool isThere = false) =>
        RawSettingRules.Move(TypedEquivalent.Of(place, JsonParser.Parse(json, out _)!)!, isThere);

    private static string Deep(int parts) => string.Concat(Enumerable.Repeat("/a", parts));
}
