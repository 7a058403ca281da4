using EasGen.Core.Rooms;
using static EasGen.Core.General;

namespace EasGen.Core.Tests;

public class GeneralRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0001_JsonIsWellFormed)
            .RefusesJson("", "", "Line 1, byte 1")
            .RefusesJson("{\n  \"metadata\": }", "", "Line 2, byte 15")
            .AcceptsJson("{}"),

        Judge(EAS0002_ValueHasType)
            .RefusesJson("""{"metadata": {"instance": "2"}}""", "/metadata/instance", "\"2\"")
            .AcceptsJson("""{"metadata": {"instance": 2}}"""),

        Judge(EAS0003_SettingIsGivenOnce)
            .Refuses("a label given twice", Labelled("a").With(Label.Room, (Label.Key, "a"), (Label.Value, "2")), "/labels/a", "'/labels/a'", Remove)
            .Refuses("two grace periods", Valid.With(GracefulShutdown.Seconds, 30).With(GracefulShutdown.Room, (GracefulShutdown.Seconds, 60)), "/metadata/eas.termination_grace_period", "twice", Remove)
            .Refuses("two probes", Probed(0).With(Probe.Startup, (Probe.Path, "/b")), "/containers/0/startup_check", "twice", Remove)
            .Accepts("two labels", Labelled("a").With(Label.Room, (Label.Key, "b"), (Label.Value, "1")))
            .Accepts("a probe of each container", Probed(0).With(Container.Room, (Container.Image, "a:1")).With(Probe.Startup, (Probe.Path, "/"), (Container.Index, 1)))
            .Accepts("different settings of one room", Valid.With(GracefulShutdown.Seconds, 30).With(GracefulShutdown.Room, (GracefulShutdown.SendSigterm, true)))
            .RefusesJson("""{"metadata": {"name": "iris", "name": "iris"}}""", "/metadata/name", "'/metadata/name'")
            .RefusesJson("""{"labels": {"a": "1", "\u0061": "2"}}""", "/labels/a", "'/labels/a'"),

        Judge(EAS0004_KeyIsKnown)
            .RefusesJson("""{"metadata": {"nmae": "iris"}}""", "/metadata/nmae", "'/metadata/nmae'")
            .RefusesJson("""{"a/b~c": 1}""", "/a~1b~0c", "'/a~1b~0c'")
            .AcceptsJson("""{"metadata": {"name": "iris"}}""")
            .AcceptsJson("""{"labels": {"whatever": "1"}}"""),

        Judge(EAS0005_TextIsUnicode)
            .Refuses("half a pair in a text", Valid.With(Container.Command, "a\ud800b"), "/containers/0/command", "Command")
            .Refuses("the other half", Valid.With(Container.Command, "\udc00"), "/containers/0/command", "Command")
            .Refuses("a pair the wrong way round", Valid.With(Container.Command, "\udc00\ud800"), "/containers/0/command", "Command")
            .Refuses("half a pair at the end", Valid.With(Container.Command, "🌸\ud83c"), "/containers/0/command", "Command")
            .Refuses("half a pair in a list", Valid.With(Container.Args, Sequence<string>.Of("a", "\ud800")), "/containers/0/args", "Args")
            .Refuses("half a pair in a key", Labelled("\ud800"), "/labels/\ud800", "Key")
            .RefusesJson("""{"labels": {"\ud800": "1"}}""", "/labels", "A key in '/labels'")
            .RefusesJson("""{"metadata": {"name": "\ud800"}}""", "/metadata/name", "Name")
            .RefusesJson("""{"containers": [{"args": ["a", "\udc00"]}]}""", "/containers/0/args", "Args")
            .Accepts("a flower", Valid.With(Container.Command, "🌸鸢尾花"))
            .Accepts("an empty text", Valid.With(Container.Command, "")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Labelled(string key) => Valid.With(Label.Room, (Label.Key, key), (Label.Value, "1"));

    private static Service Probed(int container) => Valid.With(Probe.Startup, (Probe.Path, "/"), (Container.Index, container));
}
