namespace EasGen;

/// <summary>How an instance takes requests: time limit, threads, queue, rate and batches.</summary>
/// <remarks>JSON: <c>metadata.rpc</c>. What is unset is not written.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequestHandlingAttribute : Attribute
{
    /// <summary>
    /// The longest time that one request may take, in seconds, from 0.001 (EAS0620). EAS then answers 408 and closes the
    /// connection. Default of EAS: 5 on the shared gateway, 600 on a dedicated gateway. JSON:
    /// <c>metadata.rpc.keepalive</c>, in milliseconds. Source: P, SEED.
    /// </summary>
    /// <remarks>
    /// An ALB dedicated gateway does not support it (the warning EAS0625). Less than 1 second is the warning EAS0621.
    /// EasGen.AspNetCore cancels the request's token at the same time.
    /// </remarks>
    public double TimeoutSeconds { get; set; }

    /// <summary>
    /// Requests that an instance works on at a time, 1 or more (EAS0622). Default of EAS: 5. JSON:
    /// <c>metadata.rpc.worker_threads</c>. Source: P, SDW.
    /// </summary>
    /// <remarks>
    /// Sources disagree about who may use it: one says built-in processors only, another sets it for the queue of an
    /// asynchronous image service.
    /// </remarks>
    public int WorkerThreads { get; set; }

    /// <summary>
    /// Threads for network input and output of an instance, 1 or more (EAS0622). Default of EAS: 4. JSON:
    /// <c>metadata.rpc.io_threads</c>. Source: P.
    /// </summary>
    public int IoThreads { get; set; }

    /// <summary>
    /// Requests that wait in the queue of an instance, 1 or more (EAS0622). When it is full, EAS answers 450 and closes
    /// the connection. Default of EAS: 64. JSON: <c>metadata.rpc.max_queue_size</c>. Source: P, TER, ER.
    /// </summary>
    /// <remarks>The documentation ties it to asynchronous services; processors use it too.</remarks>
    public int MaxQueueSize { get; set; }

    /// <summary>
    /// Requests per second that an instance takes, 0 or more (EAS0622); 0 means no limit. Above it EAS answers 429.
    /// Default of EAS: 0. JSON: <c>metadata.rpc.rate_limit</c>. Source: P.
    /// </summary>
    public int RateLimit { get; set; }

    /// <summary>
    /// Whether EAS joins requests to batches; built-in processors only (the warning EAS0623 beside a container). Default
    /// of EAS: <see langword="false"/>. JSON: <c>metadata.rpc.batching</c>. Source: P.
    /// </summary>
    public bool Batching { get; set; }

    /// <summary>
    /// The most requests of a batch, 1 or more (EAS0622); no effect without <see cref="Batching"/> (the warning EAS0624).
    /// Default of EAS: 16. JSON: <c>metadata.rpc.max_batch_size</c>. Source: P.
    /// </summary>
    public int MaxBatchSize { get; set; }

    /// <summary>
    /// The longest time that a batch waits for more requests, in milliseconds, 0 or more (EAS0622); no effect without
    /// <see cref="Batching"/> (the warning EAS0624). Default of EAS: 50. JSON: <c>metadata.rpc.max_batch_timeout</c>.
    /// Source: P.
    /// </summary>
    public int MaxBatchTimeoutMilliseconds { get; set; }

    /// <summary>
    /// The path of the container to which the requests of a queue are posted (inferred), such as <c>/</c>. Unset: not
    /// written. JSON: <c>metadata.rpc.proxy_path</c>. Source: SDK.
    /// </summary>
    public string? ProxyPath { get; set; }

    /// <summary>
    /// Whether an EasyRec or TorchEasyRec processor takes its memory from jemalloc. Unset: not written. JSON:
    /// <c>metadata.rpc.enable_jemalloc</c>, 1 or 0. Source: TER, ER.
    /// </summary>
    public bool Jemalloc { get; set; }
}
