using System.Runtime.CompilerServices;
using EasGen;

namespace Sonnets;

/// <summary>Continues a sonnet, token by token or as a whole: what a service of a language model looks like.</summary>
[EasService("sonneteer", Instances = 2)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/sonneteer:1.0", Port = 8000, Command = "dotnet Sonneteer.dll")]
[EnvironmentVariable("Sonneteer__TokensPerSecond", "50")]
[OssMount("oss://acme-models/sonnets/", "/models", ReadOnly = true)]
// The share of a card is for the language model that would stand here; counting characters needs none.
[ResourceGroup("eas-r-9lkbl2jvdm0puv")]
[CpuResource(4, MemoryMB = 16384)]
[GpuResource(MemoryGB = 8, CorePercentage = 50)]
// The longest stream, 1000 tokens at 50 a second, takes 20 s. Up to 10 s after SIGTERM one may still begin.
[RequestHandling(TimeoutSeconds = 30)]
[GracefulShutdown(60, SendSigterm = true, DrainSeconds = 10)]
[StartupProbe(PeriodSeconds = 5, FailureThreshold = 120)]   // ten minutes to load a large model
// A second container, which watches the first from outside and tells Prometheus. What belongs to it says Container = 1.
[Container(
    "registry-vpc.cn-shanghai.aliyuncs.com/acme/blackbox-exporter:0.25.0",
    Port = 9115,
    Command = "/bin/blackbox_exporter --config.file=/etc/blackbox_exporter/config.yml")]
[EnvironmentVariable("GOMAXPROCS", "1", Container = 1)]
[LivenessProbe(Container = 1, Path = "/-/healthy")]
public sealed partial class Sonneteer(IConfiguration configuration, ILogger<Sonneteer> logger)
{
    // The model alone would be done at once; the pause lets it stream as a large one does.
    private readonly TimeSpan pause = TimeSpan.FromSeconds(1.0 / TokensPerSecond(configuration));

    private SonnetModel? model;

    /// <summary>Learns the text on the mount, or on a developer's machine the one beside the program.</summary>
    [PredictorStartup]
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var folder = configuration["Sonneteer:Folder"] ?? (Directory.Exists(Eas.MountPath) ? Eas.MountPath : LocalFolder);
        model = await SonnetModel.LoadAsync(folder, cancellationToken);
    }

    /// <summary>Not only loaded: it can write.</summary>
    [ReadinessProbe]
    public bool IsReady() => model is not null && model.Continue(new("", MaxTokens: 1)).Any();

    /// <summary>The whole text at once.</summary>
    [Predict]
    public Sonnet Write(SonnetRequest request)
    {
        var seeded = request with { Seed = request.Seed ?? Random.Shared.Next() };
        return new(string.Concat(Continue(seeded).Select(token => token.Text)), seeded.Seed.Value);
    }

    /// <summary>
    /// Each token as soon as it is there. The token of the method is cancelled when the client leaves, and at the time limit.
    /// </summary>
    [Predict("/stream")]
    public async IAsyncEnumerable<Token> StreamAsync(SonnetRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = 0;
        try
        {
            foreach (var token in Continue(request))
            {
                await Task.Delay(pause, cancellationToken);
                yield return token;
                written++;
            }
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
                LogStopped(written, request.MaxTokens);
        }
    }

    private IEnumerable<Token> Continue(SonnetRequest request) =>
        request.FindProblem() is { } problem
            ? throw new BadHttpRequestException(problem)
            : model!.Continue(request);

    private static string LocalFolder => Path.Combine(AppContext.BaseDirectory, "model");

    private static int TokensPerSecond(IConfiguration configuration) =>
        configuration.GetValue("Sonneteer:TokensPerSecond", 50) is var rate and >= 1 and <= 1000
            ? rate
            : throw new InvalidOperationException(
                $"Sonneteer:TokensPerSecond is {configuration["Sonneteer:TokensPerSecond"]}, but must be from 1 to 1000.");

    [LoggerMessage(1, LogLevel.Information, "Stopped after {Written} of {Asked} tokens: its caller has left")]
    partial void LogStopped(int written, int asked);
}
