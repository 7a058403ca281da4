namespace EasGen;

/// <summary>Makes the service asynchronous: requests go into a queue, and results into another one.</summary>
/// <remarks>
/// JSON: <c>metadata.type</c> is <c>Async</c>, unless <see cref="EasServiceAttribute.Type"/> says another type that has a
/// queue, such as <c>ScalableJob</c>; with any other type the settings are the warning EAS0651. Clients post to
/// <c>/api/predict/&lt;service&gt;</c> and read from <c>/api/predict/&lt;service&gt;/sink</c>. The program gets ordinary
/// POST requests; an empty answer puts nothing into the second queue. How many requests an instance takes from the queue
/// at a time, <see cref="RequestHandlingAttribute.WorkerThreads"/> says. A web application cannot be asynchronous (the
/// warning EAS0109).
/// </remarks>
/// <example>
/// <code>
/// [AsyncQueue(MaxDelivery = 1)]
/// [RequestHandling(WorkerThreads = 1)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AsyncQueueAttribute : Attribute
{
    /// <summary>
    /// Cores of an instance of the queue, 1 or more (EAS0650). Default of EAS: 1. JSON: <c>queue.cpu</c>. Source: SDW,
    /// SDK, AQ.
    /// </summary>
    public int Cpu { get; set; }

    /// <summary>
    /// Memory of an instance of the queue in MB, 1 or more (EAS0650). Default of EAS: 4000. JSON: <c>queue.memory</c>.
    /// Source: SDW, SDK, AQ.
    /// </summary>
    public int MemoryMB { get; set; }

    /// <summary>
    /// How often a request is delivered at most, 1 or more (EAS0650); 1 means that an error is not tried again. Unset:
    /// not written. JSON: <c>queue.max_delivery</c>. Source: SDW.
    /// </summary>
    public int MaxDelivery { get; set; }

    /// <summary>
    /// The resource group on which the queue runs. Default of EAS: the public resources. JSON: <c>queue.resource</c>.
    /// Source: SDW.
    /// </summary>
    public string? ResourceGroup { get; set; }
}
