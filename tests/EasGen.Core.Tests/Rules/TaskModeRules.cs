using EasGen.Core.Features;
using static EasGen.Core.Features.TaskMode;

namespace EasGen.Core.Tests;

public class TaskModeRules
{
    private static readonly Service Job = Valid.With(WorkloadType, "elasticjob");

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0670_WorkloadIsKnown, "/metadata/workload_type", static type => Valid.With(WorkloadType, type))
            .Refuses("job")
            .Refuses("ElasticJob")
            .Accepts("elasticjob", "", "${WORKLOAD}"),

        Judge(EAS0671_JobEnds)
            .Refuses("autoscaling", Scaled(Job), "/autoscaler/min", "Autoscale")
            .Refuses("a probe", Job.With(Probe.Startup, (Probe.TcpPort, 8000)), "/containers/0/startup_check", "probe")
            .Refuses("a web page", Job.With(EasService.WebApp, true), "/metadata/enable_webservice", "WebApp", Remove)
            .Accepts("no web page", Job.With(EasService.WebApp, false))
            .Accepts("a job", Job)
            .Accepts("a service that stays", Scaled(Valid).With(EasService.WebApp, true).With(Probe.Startup, (Probe.TcpPort, 8000)))
            .Accepts("another workload", Scaled(Valid.With(WorkloadType, "job"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Scaled(Service service) => service
        .With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, 2))
        .With(ScalingMetric.On, (ScalingMetric.Metric, "qps"), (ScalingMetric.Threshold, 1.0));
}
