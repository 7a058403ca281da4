using EasGen.AspNetCore;

namespace Acme;

/// <summary>Answers later than its grace period lasts.</summary>
public sealed partial class HastyClassifier(ILogger<HastyClassifier> logger) : IEasService<HastyClassifier>, IDisposable
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
        service.Predict<IrisMeasurement, IrisSpecies>("/heedless", static (predictor, _, _) => predictor.Sleep());
    }

    public void Dispose() => LogDisposed();

    private IrisSpecies Sleep()
    {
        LogBegun();
        Thread.Sleep(TimeSpan.FromMinutes(10));
        return new("late");
    }

    private async Task<IrisSpecies> ClassifyMuchLater(CancellationToken cancellationToken)
    {
        LogBegun();
        await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
        return new("late");
    }

    [LoggerMessage(1, LogLevel.Information, "begun")]
    partial void LogBegun();

    [LoggerMessage(2, LogLevel.Information, "disposed by the app")]
    partial void LogDisposed();
}
