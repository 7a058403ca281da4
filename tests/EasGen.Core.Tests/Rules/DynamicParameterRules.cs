using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using static EasGen.Core.Features.DynamicParameter;

namespace EasGen.Core.Tests;

public class DynamicParameterRules
{
    private static readonly Service Switched = Valid.With(EasService.DynamicParameters, true);

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0665_ParametersAreSwitchedOn)
            .Refuses(
                "a parameter without the switch",
                Valid.With(Parameter("a", "1")),
                "/properties",
                "DynamicParameters = true")
            .Refuses(
                "a parameter that is switched off",
                Valid.With(EasService.DynamicParameters, false).With(Parameter("a", "1")),
                Switch,
                "DynamicParameters = true",
                new("Switch them on", true))
            .RefusesJson("""{"metadata": {"name": "iris"}, "properties": {"a": 1}}""", "/properties", "switched on")
            .RefusesJson("""{"properties": {"a": 1}}""", "/properties", "switched on")
            .RefusesJson(
                """{"features": {"eas.aliyun.com/enable-properties": "false"}, "properties": {"a": 1}}""",
                Switch,
                "switched on",
                new("Switch them on", true))
            .Accepts("a parameter that is switched on", Switched.With(Parameter("a", "1")))
            .Accepts("a router, which has them anyway", Valid.With(EasService.Type, "LLMGatewayService").With(Parameter("a", "1")))
            .Accepts("the switch alone", Switched)
            .Accepts("neither", Valid),

        Judge(EAS0666_ParameterIsComplete)
            .Refuses("an empty key", Switched.With(Parameter("", "1")), "/properties/", "no key")
            .Refuses("no value", Switched.With(DynamicParameter.FeatureType, (Key, "a")), "/properties/a", "'a'")
            .Accepts("a number", Switched.With(Parameter("a", "1")))
            .Accepts("an empty text", Switched.With(Parameter("a", "\"\""))),

        Judge(EAS0672_KeysDifferInMoreThanCase)
            .Refuses(
                "two keys that differ in case",
                Switched.With(Parameter("Greeting", "1")).With(Parameter("greeting", "2")),
                "/properties/greeting",
                "'Greeting' and 'greeting' are the same key")
            .Refuses(
                "two members of one value",
                Switched.With(Parameter("a", """{"b": [{"c": 1, "C": 2}]}""")),
                "/properties/a",
                "'a:b:0:c' and 'a:b:0:C' are the same key")
            .Refuses(
                "a key with a colon, and members of that name",
                Switched.With(Parameter("a:b", "1")).With(Parameter("a", """{"b": 2}""")),
                "/properties/a",
                "'a:b' and 'a:b' are the same key")
            .Refuses("an empty object", Switched.With(Parameter("a", "{}")).With(Parameter("A", "1")), "/properties/A", "'a' and 'A'")
            .RefusesJson(
                """{"properties": {"db": {"host": "a"}, "x": 1, "DB": {"Host": "b"}}}""",
                "/properties/DB",
                "'db:host' and 'DB:Host' are the same key in the configuration of .NET")
            .Accepts("the same key twice, which is another fault", Switched.With(Parameter("a", "1")).With(Parameter("a", "2")))
            .Accepts("keys that differ", Switched.With(Parameter("a", "1")).With(Parameter("ä", "2")).With(Parameter("a_", "3")))
            .Accepts("objects whose members differ", Switched.With(Parameter("a", """{"b": 1}""")).With(Parameter("A", """{"c": 1}""")))
            .Accepts("no key, which is another fault", Switched.With(DynamicParameter.FeatureType, (Value, "1"))),

        Judge(GeneralRules.EAS0016_FormIsUsual)
            .RefusesJson(
                """{"features": {"eas.aliyun.com/enable-properties": true}}""",
                Switch,
                "write \"true\"",
                new("Use \"true\"", "\"true\""))
            .AcceptsJson(
                """{"features": {"eas.aliyun.com/enable-properties": "true"}, "properties": """
                + """{"a": [1, true, "b"], "llm_gateway.route_policy": "x"}}"""));

    private const string Switch = "/features/eas.aliyun.com~1enable-properties";

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Theory]
    [InlineData("text", "\"text\"", "\"text\"")]
    [InlineData("", "\"\"", "\"\"")]
    [InlineData(true, "true", "true")]
    [InlineData(7, "7", "7")]
    [InlineData(long.MaxValue, "9223372036854775807", "9223372036854775807")]
    [InlineData(0.7, "0.7", "0.7")]
    [InlineData("[1, \"a\"]", "[1, \"a\"]", "\"[1, \\\"a\\\"]\"")]
    [InlineData("[no JSON", "\"[no JSON\"", "\"[no JSON\"")]
    public void A_value_is_what_the_argument_is(object argument, string json, string code)
    {
        var value = Value.FromArgument(argument);

        Assert.Equal(json, value);
        Assert.Equal(code, AttributeText.Value(Value, value));
    }

    [Theory]
    [InlineData("\"[1]\"")]
    [InlineData("1e400")]
    [InlineData("1.50")]
    [InlineData("null")]
    public void Some_JSON_is_no_argument(string json) => Assert.False(Value.FitsAttribute(json));

    [Fact]
    public void Beside_a_file_the_key_can_be_copied() => Assert.EndsWith(
        """; set "eas.aliyun.com/enable-properties": "true" in 'features'""",
        Assert.Single(
            ServiceReader.Read("""{"metadata": {"name": "iris"}, "properties": {"a": 1}}""").AllFindings(),
            static finding => finding.Rule == EAS0665_ParametersAreSwitchedOn).Message.For(Audience.Json),
        StringComparison.Ordinal);

    [Fact]
    public void The_first_parameter_switches_them_on() => Assert.Contains(
        "\"eas.aliyun.com/enable-properties\": \"true\"",
        ServiceWriter.Write(Defaults.Complete([.. Valid.With(Parameter("a", "1")).Features], served: false)),
        StringComparison.Ordinal);

    private static Feature Parameter(string key, string value) => A(DynamicParameter.FeatureType, (Key, key), (Value, value));
}
