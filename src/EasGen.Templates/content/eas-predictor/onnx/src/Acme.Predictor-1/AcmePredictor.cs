using EasGen;

namespace Acme.Predictor_1;

/// <summary>Reads a handwritten digit.</summary>
// acme and the machine are examples: name your bucket and the instance type that your model needs. The image is that of the project.
[EasService("acme_service", Instances = 1)]
[Container(Port = 8000, Command = "dotnet Acme.Predictor-1.dll")]
[InstanceType("ecs.c7.large")]
[OssMount("oss://acme-models/acme_service/", "/models", ReadOnly = true)]
[RequestHandling(TimeoutSeconds = 5)]
[GracefulShutdown(30, SendSigterm = true)]
public sealed partial class AcmePredictor : IDisposable
{
    private DigitModel? model;

    /// <summary>Loads the model from the mount, or on a developer's machine from the folder beside the program.</summary>
    [PredictorStartup]
    public void Load()
    {
        var loaded = DigitModel.Load(Directory.Exists(Eas.MountPath) ? Eas.MountPath : LocalFolder);

        // The first run is much slower than all others: no client is to wait for it.
        loaded.Read(DigitImage.Blank);
        model = loaded;
    }

    /// <summary>Whether EAS may send requests.</summary>
    [ReadinessProbe]
    public bool IsReady() => model is not null;

    /// <summary>Reads the digit of a binary PGM image of 28 by 28 pixels, light ink on black.</summary>
    [Predict]
    public DigitReading Predict(ReadOnlyMemory<byte> image)
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

    /// <summary>Frees the memory of the model.</summary>
    public void Dispose() => model?.Dispose();

    private static string LocalFolder => Path.Combine(AppContext.BaseDirectory, "model");
}
