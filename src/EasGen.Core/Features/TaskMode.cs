namespace EasGen.Core.Features;

/// <summary>Runs the program to its end, as a job, instead of keeping it as a service.</summary>
internal static class TaskMode
{
    public static readonly ConstantSetting WorkloadType = new("WorkloadType", "metadata/workload_type", "elasticjob")
    {
        Console = ConsoleParameters.TaskMode,
    };

    public static readonly Rule EAS0670_WorkloadIsKnown = Rule.Error("EAS0670", "Workload type is not known")
        .When(WorkloadType, static service =>
        {
            if (service.One(WorkloadType) is { } task
                && task[WorkloadType] is { Length: > 0 } type
                && type != WorkloadType.Text
                && !Placeholder.IsIn(type))
                service.Report(
                    task.At(WorkloadType),
                    $"The workload type '{type}' is not known; "
                    + $"write {WorkloadType.Expected}, or remove it for a service that keeps running");
        });

    public static readonly Rule EAS0671_JobEnds = Rule.Warning("EAS0671", "Job has settings of a service that keeps running")
        .When(static service =>
        {
            if (service.One(WorkloadType)?[WorkloadType] != WorkloadType.Text)
                return;
            if (service.One(Autoscale.Min) is { } scaling)
                service.Report(
                    scaling.At(Autoscale.Min),
                    $"A job ends by itself and is not scaled; remove {Autoscale.FeatureType} or {FeatureType!}");
            if (service.One(EasService.WebApp) is { } web && web[EasService.WebApp] is true)
                service.Report(
                    web.At(EasService.WebApp),
                    $"A job does not serve a web page; remove {EasService.WebApp} or {FeatureType!}",
                    Fix.Remove);
            foreach (var probe in service.All(Probe.Path))
                service.Report(
                    probe.Pointer,
                    $"A job does not answer probes; remove the probe or "
                    + $"{new Wording("TaskMode, and set Probes = false on a class with a Predict method", FeatureType!.JsonPlace)}");
        });

    public static readonly FeatureType FeatureType = new("TaskMode", "", [WorkloadType]);

    public static readonly Rule[] Rules = [EAS0670_WorkloadIsKnown, EAS0671_JobEnds];
}
