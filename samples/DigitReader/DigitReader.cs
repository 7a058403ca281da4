using EasGen;

namespace Digits;

/// <summary>Reads a handwritten digit: what a service of an ONNX model looks like.</summary>
[EasService("digit_reader", Instances = 2)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/digits:1.0", Port = 8000, Command = "dotnet DigitReader.dll")]
[OssMount("oss://acme-models/digits/", "/models", ReadOnly = true)]
[ResourceGroup("eas-r-9lkbl2jvdm0puv")]
[CpuResource(DigitReader.Cores, MemoryMB = 8192)]
#if GPU
[GpuResource(1)]
#endif
[RequestHandling(TimeoutSeconds = 5)]
[GracefulShutdown(30, SendSigterm = true)]
[StartupProbe(PeriodSeconds = 2)]
public sealed partial class DigitReader : IDisposable
{
    private const int Cores = 4;

    // ONNX Runtime's own threads. Times the images that are read at once, they are the cores: more would wait for each other.
    private const int ThreadsPerImage = 1;

    private DigitModel? model;

    /// <summary>Loads the model from the mount, or on a developer's machine from the folder beside the program.</summary>
    [PredictorStartup]
    public void Load()
    {
        var loaded = DigitModel.Load(Directory.Exists(Eas.MountPath) ? Eas.MountPath : LocalFolder, ThreadsPerImage);

        // The first run is much slower than all others: no client is to wait for it, and until then the service is not ready.
        loaded.Read(DigitImage.Blank);
        model = loaded;
    }

    [ReadinessProbe]
    public bool IsReady() => model is not null;

    /// <summary>Reads the digit of a binary PGM image of 28 by 28 pixels, light ink on black.</summary>
    [Predict(MaxConcurrency = Cores / ThreadsPerImage)]
    public DigitReading Read(ReadOnlyMemory<byte> image)
    {
        try
        {
            return model!.Read(DigitImage.FromPgm(image));
        }
        catch (InvalidDataException wrong)
        {
            throw new BadHttpRequestException(wrong.Message);
        }
    }

    public void Dispose() => model?.Dispose();

    private static string LocalFolder => Path.Combine(AppContext.BaseDirectory, "model");
}
