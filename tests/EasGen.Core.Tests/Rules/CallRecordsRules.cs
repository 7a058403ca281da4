using EasGen.Core.Features;
using static EasGen.Core.Features.CallRecords;

namespace EasGen.Core.Tests;

public class CallRecordsRules
{
    private static readonly Service Table = Valid.With(
        MaxComputeRecords.FeatureType,
        (MaxComputeRecords.Project, "p"),
        (MaxComputeRecords.Table, "t"),
        (MaxComputeRecords.Type, "maxcompute"));

    private static readonly Service Log = Valid.With(
        LogServiceRecords.FeatureType,
        (LogServiceRecords.Project, "p"),
        (LogServiceRecords.Logstore, "l"),
        (LogServiceRecords.Type, "sls"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0901_TargetIsKnown)
            .RefusesJson("""{"sinker": {"type": "kafka"}}""", "/sinker/type", "'kafka'")
            .RefusesJson(
                """{"sinker": {"type": "kafka", "config": {"sls": {"project": "p", "logstore": "l"}}}}""",
                "/sinker/type",
                "'kafka'")
            .RefusesJson("""{"sinker": {"config": {"sls": {"project": "p", "logstore": "l"}}}}""", "/sinker/type", "sls")
            .AcceptsJson("""{"sinker": {"type": "${TARGET}", "config": {"sls": {"project": "p", "logstore": "l"}}}}""")
            .AcceptsJson("""{"sinker": {"type": "sls", "config": {"sls": {"project": "p", "logstore": "l"}}}}""")
            .AcceptsJson("""{"sinker": {}}""")
            .Accepts("MaxCompute", Table)
            .Accepts("Log Service", Log)
            .Accepts("none", Valid),

        Judge(EAS0902_TargetIsComplete)
            .Refuses("no project", Table.With(MaxComputeRecords.Project, ""), "/sinker/config/maxcompute/project", "have no project")
            .Refuses("no table", Table.With(MaxComputeRecords.Table, null), "/sinker/config/maxcompute/table", "have no table")
            .Refuses("no log project", Log.With(LogServiceRecords.Project, " "), "/sinker/config/sls/project", "have no project")
            .Refuses("no Logstore", Log.With(LogServiceRecords.Logstore, null), "/sinker/config/sls/logstore", "have no logstore")
            .Accepts("MaxCompute", Table)
            .Accepts("Log Service", Log)
            .AcceptsJson("""{"sinker": {"type": "kafka", "config": {"sls": {"project": "p"}}}}"""),

        Judge(EAS0903_OtherTargetIsAbsent)
            .RefusesJson(
                """{"sinker": {"type": "sls", "config": {"sls": {"project": "p", "logstore": "l"}, "maxcompute": """
                + """{"project": "p", "table": "t"}}}}""",
                "/sinker/config/maxcompute/project",
                "'sls'")
            .RefusesJson(
                """{"sinker": {"type": "maxcompute", "config": {"sls": {"logstore": "l"}, "maxcompute": """
                + """{"project": "p", "table": "t"}}}}""",
                "/sinker/config/sls/logstore",
                "'maxcompute'")
            .AcceptsJson(
                """{"sinker": {"type": "maxcompute", "config": {"sls": {"project": "", "logstore": ""}, "maxcompute": """
                + """{"project": "p", "table": "t"}}}}""")
            .AcceptsJson("""{"sinker": {"type": "kafka", "config": {"sls": {"project": "p"}}}}""")
            .Accepts("MaxCompute", Table),

        Judge(EAS0904_OneTarget)
            .Refuses("two targets", Table.With(Log.Features[^1]), "/sinker/config/sls/project", "one place")
            .Accepts("MaxCompute", Table)
            .Accepts("Log Service", Log));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
