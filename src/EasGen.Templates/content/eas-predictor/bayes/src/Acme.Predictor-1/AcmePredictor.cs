using EasGen;

namespace Acme.Predictor_1;

/// <summary>Tells whether a review is positive or negative.</summary>
// acme and the machine are examples: name your bucket and the instance type that your model needs. The image is that of the project.
[EasService("acme_service", Instances = 1)]
[Container(Port = 8000, Command = "dotnet Acme.Predictor-1.dll")]
[InstanceType("ecs.c7.large")]
[OssMount("oss://acme-models/acme_service/", "/models", ReadOnly = true)]
[RequestHandling(TimeoutSeconds = 5)]
[GracefulShutdown(30, SendSigterm = true)]
public sealed partial class AcmePredictor
{
    private ReviewModel? model;

    /// <summary>Learns from the reviews on the mount, or on a developer's machine from those beside the program.</summary>
    [PredictorStartup]
    public void Load() => model = ReviewModel.Learn(Directory.Exists(Eas.MountPath) ? Eas.MountPath : LocalFolder);

    /// <summary>Whether EAS may send requests.</summary>
    [ReadinessProbe]
    public bool IsReady() => model is not null;

    /// <summary>Answers one request.</summary>
    [Predict]
    public Verdict Predict(Review review)
    {
        if (string.IsNullOrWhiteSpace(review.Text))
            throw new BadHttpRequestException("The review has no text.");

        return model!.Judge(review.Text);
    }

    private static string LocalFolder => Path.Combine(AppContext.BaseDirectory, "model");
}
