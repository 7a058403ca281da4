using EasGen;

namespace Sonnets.Tests;

/// <summary>The same predictor behind a port for gRPC: <c>Grpc = true</c> is all that is said more.</summary>
[EasService("sonneteer_grpc", Grpc = true)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/sonneteer:1.0", Port = 8000, Command = "dotnet Sonneteer.dll")]
[InstanceType("ecs.c7.large")]
public sealed partial class GrpcSonneteer(Sonneteer sonneteer)
{
    [PredictorStartup]
    public Task LoadAsync(CancellationToken cancellationToken) => sonneteer.LoadAsync(cancellationToken);

    [ReadinessProbe]
    public bool IsReady() => sonneteer.IsReady();

    [Predict("/stream")]
    public IAsyncEnumerable<Token> StreamAsync(SonnetRequest request, CancellationToken cancellationToken) =>
        sonneteer.StreamAsync(request, cancellationToken);
}
