using System.Text.Json.Serialization;

namespace EasGen.Benchmarks.Batching;

/// <summary>
/// A model on another machine or card, for which this one waits: a batch of 16 takes as long as two single requests. The same with batches
/// and without, with as many calls at a time.
/// </summary>
[EasService("slow_model")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/slow:1", Port = 8000, Command = "dotnet Slow.dll")]
[InstanceType("ecs.c7.large")]
public sealed partial class SlowModel
{
    private const int SingleMilliseconds = 20;
    private const int Size = 16;
    private const int Delay = 5;
    private const int Many = 4;

    [Predict("/single", MaxConcurrency = 1, MaxQueue = 256)]
    public async Task<double> Answer(double request, CancellationToken cancellation)
    {
        await Run(1, cancellation);
        return request;
    }

    [Predict("/batch", MaxConcurrency = 1, MaxQueue = 256, MaxBatchSize = Size, MaxBatchDelayMilliseconds = Delay)]
    public async Task<double[]> AnswerAll(double[] batch, CancellationToken cancellation)
    {
        await Run(batch.Length, cancellation);
        return batch;
    }

    [Predict("/single-many", MaxConcurrency = Many, MaxQueue = 256)]
    public Task<double> AnswerOfMany(double request, CancellationToken cancellation) => Answer(request, cancellation);

    [Predict("/batch-many", MaxConcurrency = Many, MaxQueue = 256, MaxBatchSize = Size, MaxBatchDelayMilliseconds = Delay)]
    public Task<double[]> AnswerAllOfMany(double[] batch, CancellationToken cancellation) => AnswerAll(batch, cancellation);

    private static Task Run(int requests, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromMilliseconds(SingleMilliseconds * (1 + ((requests - 1.0) / (Size - 1)))), cancellation);
}

[JsonSerializable(typeof(double))]
internal sealed partial class SlowJson : JsonSerializerContext;
