using EasGen.AspNetCore;

namespace Acme;

/// <summary>Answers later than its grace period lasts.</summary>
public sealed partial class HastyClassifier(ILogger<HastyClassifier> logger) : IEasService<HastyClassifier>
{
    static void IEasService<HastyClassifier>.Configure(EasServiceBuilder<HastyClassifier> service)
    {
        service.Describe(new()
        {
            Name = "hasty",
            GracePeriodSeconds = 4,
            DrainSeconds = 0,
        });
        service.PredictAsync<IrisMeasurement, IrisSpecies>(
            "/",
            static (predictor, _, cancellationToken) => new(predictor.ClassifyMuchLater(cancellationToken)));
    }

    private async Task<IrisSpecies> ClassifyMuchLater(CancellationToken cancellationToken)
    {
        LogBegun();
        await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
        return new("late");
    }

    [LoggerMessage(1, LogLevel.Information, "begun")]
    partial void LogBegun();
}
