using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace EasGen.Client.Tests;

/// <summary>What the service is asked and answers.</summary>
public sealed record Sum(int A, int B);

/// <summary>Answers in every form there is.</summary>
[EasService("answering")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/answering:1", Port = 8000, Command = "dotnet Answering.dll")]
[InstanceType("ecs.c7.large")]
[RequestHandling(TimeoutSeconds = 2)]
public sealed partial class Answering
{
    /// <summary>Adds.</summary>
    [Predict]
    public static int Add(Sum sum) => checked(sum.A + sum.B);

    [Predict("/echo")]
    public static Sum? EchoOrNothing(Sum sum) => sum.A == 0 ? null : sum;

    [Predict("/text")]
    public static string Shout(string text) => text.ToUpperInvariant();

    [Predict("/bytes")]
    public static byte[] Reverse(byte[] bytes) => [.. Enumerable.Reverse(bytes)];

    [Predict("/memory")]
    public static ReadOnlyMemory<byte> Half(ReadOnlyMemory<byte> bytes) => bytes[..(bytes.Length / 2)];

    [Predict("/copy")]
    public static Stream Copy(Stream bytes) => bytes;

    [Predict("/teapot")]
    public static IResult Brew(Sum sum) => Results.Text($"{sum.A} cups", statusCode: StatusCodes.Status202Accepted);

    [Predict("/batch", MaxBatchSize = 4)]
    public static BatchItemResult<double>[] Invert(IReadOnlyList<Sum> batch) =>
    [
        .. batch.Select(static sum => sum.B == 0
            ? new BatchItemFailure("There is nothing to divide by.")
            : new BatchItemResult<double>((double)sum.A / sum.B)),
    ];

    [Predict("/count")]
    public static async IAsyncEnumerable<int> Count(Sum sum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = sum.A; number <= sum.B; number++)
        {
            await Task.Delay(1, cancellationToken);
            yield return number == 13 ? throw new BadHttpRequestException("13 is no number.") : number;
        }
    }
}
