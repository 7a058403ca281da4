namespace EasGen.Core.Features;

/// <summary>The queue in front of an asynchronous service.</summary>
internal static class AsyncQueue
{
    public static readonly ConstantSetting Type = new("Type", "metadata/type", "Async")
    {
        Console = ConsoleParameters.AsynchronousServices,
    };
    public static readonly IntegerSetting Cpu = new("Cpu", "queue/cpu") { Minimum = 1, Console = ConsoleParameters.AsynchronousServices };
    public static readonly IntegerSetting MemoryMB = new("MemoryMB", "queue/memory")
    {
        Minimum = 1,
        Console = ConsoleParameters.AsynchronousServices,
    };
    public static readonly IntegerSetting MaxDelivery = new("MaxDelivery", "queue/max_delivery")
    {
        Minimum = 1,
        Console = ConsoleParameters.AsynchronousServices,
    };
    public static readonly StringSetting ResourceGroup = new("ResourceGroup", "queue/resource")
    {
        Console = ConsoleParameters.AsynchronousServices,
    };

    private static readonly Setting[] Settings = [Cpu, MemoryMB, MaxDelivery, ResourceGroup];

    public static readonly Rule EAS0650_AmountIsPositive = Rule.Error("EAS0650", "Queue setting is not positive")
        .Bounds(Cpu, MemoryMB, MaxDelivery);

    public static readonly Rule EAS0651_ServiceHasQueue = Rule.Warning("EAS0651", "Queue settings without a queue")
        .When(Cpu, static service =>
        {
            if (service.One(Cpu) is not { } queue
                || Array.Find(Settings, setting => queue.Feature.Value(setting) is not null and not "") is not { } first)
                return;
            var kind = EasService.KindOf(service);
            if (kind is not ("Async" or "ScalableJob" or "ScalableJobService") && !Placeholder.IsIn(kind ?? ""))
                service.Report(
                    queue.At(first),
                    $"The service type is {(kind is null ? "not set" : $"'{kind}'")}, so the service has no queue; "
                    + $"set the type to 'Async', or remove the queue settings");
        });

    public static readonly FeatureType FeatureType = new("AsyncQueue", "", [Type, Cpu, MemoryMB, MaxDelivery, ResourceGroup]);

    public static readonly Rule[] Rules = [EAS0650_AmountIsPositive, EAS0651_ServiceHasQueue];
}
