namespace EasGen.Core.Features;

/// <summary>How many instances a rolling update adds and takes away at a time.</summary>
/// <param name="Instances">How many there are.</param>
/// <param name="Surge">How many more there may be.</param>
/// <param name="Unavailable">How many may be missing; null where PAI-EAS decides, 0 or 1.</param>
internal sealed record RolloutPace(int Instances, int Surge, int? Unavailable)
{
    private const string DefaultSurge = "2%";

    /// <summary>How often instances are replaced until all are.</summary>
    public int Steps => (int)Math.Ceiling(Instances / (double)Math.Max(1, Surge + (Unavailable ?? 0)));

    /// <param name="service">The service as it is afterwards.</param>
    /// <param name="instances">How many instances it has.</param>
    public static RolloutPace Of(Service service, int instances)
    {
        var update = service.First(RollingUpdate.FeatureType);
        var isPublic = service.First(ResourceGroup.FeatureType) is null && service.First(ResourceQuota.FeatureType) is null;
        // As Kubernetes rounds.
        var surge = Count(update?[RollingUpdate.MaxSurge] ?? DefaultSurge, instances, Math.Ceiling);
        int? unavailable = update?[RollingUpdate.MaxUnavailable] is { } amount ? Count(amount, instances, Math.Floor) : isPublic ? 0 : null;
        // An update always moves.
        return new(instances, surge == 0 && unavailable is 0 ? 1 : surge, unavailable);
    }

    private static int Count(string amount, int of, Func<double, double> round) =>
        Amount.Count(amount) ?? (int)round((Amount.Percentage(amount) ?? 0) * of / 100.0);
}
