using EasGen.Core.Features;

namespace EasGen.Core.Catalog;

/// <summary>
/// Adds to what a class says the few settings that are written although nobody set them: those whose default the sources
/// dispute, and what EasGen.AspNetCore serves without being asked.
/// </summary>
internal static class Defaults
{
    /// <param name="features">The features as the attributes give them; completed in place.</param>
    /// <param name="served">True when EasGen.AspNetCore answers the requests and the probes.</param>
    public static Service Complete(List<Feature> features, bool served) => Complete(features, served, out _);

    /// <inheritdoc cref="Complete(List{Feature}, bool)"/>
    /// <param name="origins">For each feature of the service, which of those that were given it is; -1 for one that nobody gave.</param>
    public static Service Complete(List<Feature> features, bool served, out int[] origins)
    {
        var given = features.Count;
        if (served)
            Serve(features);
        var shutdown = features.Find(static feature => feature.Type == GracefulShutdown.FeatureType);
        for (var i = 0; i < features.Count; i++)
        {
            var whole = Withdrawal.Hurried(Whole(features, i), shutdown, setting => IsRaw(features, i, setting));
            features[i] = whole.WithWritten(setting =>
                setting is ConstantSetting ? IsSaid(features, i, setting) : IsRaw(features, i, setting));
        }
        var ordered = FeatureCatalog
            .InOrder(features.Select(static (feature, index) => (Feature: feature, Index: index)), static item => item.Feature)
            .ToArray();
        origins = Array.ConvertAll(ordered, item => item.Index < given ? item.Index : -1);
        return new(EquatableArray<Feature>.Of(Array.ConvertAll(ordered, static item => item.Feature)));
    }

    /// <summary>The path at which EasGen.AspNetCore answers a probe that names none.</summary>
    public static string DefaultPath(FeatureType probe) =>
        probe == Probe.Startup ? "/healthz/startup" : probe == Probe.Readiness ? "/healthz/ready" : "/healthz/live";

    private static void Serve(List<Feature> features)
    {
        var first = features.FindIndex(static feature => feature.Type == Container.FeatureType);
        if (first < 0)
            return;
        features[first] = features[first].Or(Container.Port, ServiceDefaults.Port);

        var shutdown = features.FindIndex(static feature => feature.Type == GracefulShutdown.FeatureType);
        if (shutdown >= 0)
            features[shutdown] = Withdrawal.WithDrain(features[shutdown]);

        var wantsProbes = features.Find(static feature => feature.Type == EasService.FeatureType)?[EasService.Probes] is not false;
        foreach (var probe in new[] { Probe.Startup, Probe.Liveness, Probe.Readiness })
        {
            var declared = false;
            for (var i = 0; i < features.Count; i++)
            {
                if (features[i].Type != probe || (features[i][FeatureType.ContainerIndex] ?? 0) != 0)
                    continue;
                declared = true;
                if (features[i][Probe.TcpPort] is null && features[i][Probe.Exec] is null)
                    features[i] = features[i].Or(Probe.Path, DefaultPath(probe));
            }
            if (!declared && wantsProbes)
                features.Add(new Feature(probe, new object?[probe.Settings.Length]).Or(Probe.Path, DefaultPath(probe)));
        }
    }

    // A constant yields to what somebody wrote at its place: to the type of a service, or a label of that key.
    private static bool IsSaid(List<Feature> features, int marked, Setting constant)
    {
        var placed = Addressing.Of(new Service(EquatableArray<Feature>.From(features)));
        var said =
            from feature in placed
            from setting in feature.Type.Settings
            where setting is not ConstantSetting && setting.InJson && feature.Feature.Value(setting) is not null
            select feature.At(setting);
        return said.Contains(placed[marked].At(constant));
    }

    // What a raw setting says, nobody else has to: a number that a placeholder stands for.
    private static bool IsRaw(List<Feature> features, int at, Setting setting)
    {
        var raws = features.Where(static feature => feature.Type == RawSetting.FeatureType).ToArray();
        if (raws.Length == 0)
            return false;
        var place = Addressing.Of(new Service(EquatableArray<Feature>.From(features)))[at].At(setting);
        return Array.Exists(raws, raw => RawSetting.Says(raw, place));
    }

    // What follows from other settings.
    private static Feature Whole(List<Feature> features, int at)
    {
        var feature = features[at];
        if (feature.Type == RegistryAuth.FeatureType)
            return RegistryAuth.Joined(feature);
        if (feature.Type != EasService.FeatureType)
            return WithProbePort(features, at);
        return features.Exists(static other => other.Type == DynamicParameter.FeatureType)
            && !IsRaw(features, at, EasService.DynamicParameters)
            ? feature.Or(EasService.DynamicParameters, true)
            : feature;
    }

    private static Feature WithProbePort(List<Feature> features, int at)
    {
        var feature = features[at];
        if (feature[Probe.Path] is null || (feature[Probe.Port] is null && IsRaw(features, at, Probe.Port)))
            return feature;
        var container = features.Where(static other => other.Type == Container.FeatureType)
            .ElementAtOrDefault(feature[FeatureType.ContainerIndex] ?? 0);
        // A port that cannot be is reported where it is said, and not once more at each probe.
        return feature.Or(Probe.Port, container?[Container.Port] is { } port && Container.Port.Allows(port) ? port : ServiceDefaults.Port);
    }
}
