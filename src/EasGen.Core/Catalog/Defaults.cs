using EasGen.Core.Features;

namespace EasGen.Core.Catalog;

/// <summary>
/// Adds to what a class says the few settings that are written although nobody set them: those whose default the sources
/// dispute, and what EasGen.AspNetCore serves without being asked.
/// </summary>
internal static class Defaults
{
    private static readonly FeatureType[] Probes = [Probe.Startup, Probe.Liveness, Probe.Readiness];

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
        var places = new Places(features);
        for (var i = 0; i < features.Count; i++)
        {
            var whole = Withdrawal.Hurried(
                Whole(features, i, places),
                shutdown,
                (places, i),
                static (here, setting) => here.places.IsRaw(here.i, setting));
            features[i] = whole.WithWritten(
                (places, i),
                static (here, setting) => setting is ConstantSetting
                    ? here.places.IsSaid(here.i, setting)
                    : here.places.IsRaw(here.i, setting));
        }
        var ordered = new (Feature Feature, int Index)[features.Count];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = (features[i], i < given ? i : -1);
        FeatureCatalog.Arrange(ordered, static item => item.Feature);
        origins = Array.ConvertAll(ordered, static item => item.Index);
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
        foreach (var probe in Probes)
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
                features.Add(Feature.Of(probe, Probe.Path, DefaultPath(probe)));
        }
    }

    // What follows from other settings.
    private static Feature Whole(List<Feature> features, int at, Places places)
    {
        var feature = features[at];
        if (feature.Type == RegistryAuth.FeatureType)
            return RegistryAuth.Joined(feature);
        if (feature.Type != EasService.FeatureType)
            return WithProbePort(features, at, places);
        return features.Exists(static other => other.Type == DynamicParameter.FeatureType)
            && !places.IsRaw(at, EasService.DynamicParameters)
            ? feature.Or(EasService.DynamicParameters, true)
            : feature;
    }

    private static Feature WithProbePort(List<Feature> features, int at, Places places)
    {
        var feature = features[at];
        if (feature[Probe.Path] is null || (feature[Probe.Port] is null && places.IsRaw(at, Probe.Port)))
            return feature;
        var container = ContainerAt(feature[FeatureType.ContainerIndex] ?? 0, features);
        // A port that cannot be is reported where it is said, and not once more at each probe.
        return feature.Or(Probe.Port, container?[Container.Port] is { } port && Container.Port.Allows(port) ? port : ServiceDefaults.Port);
    }

    private static Feature? ContainerAt(int index, List<Feature> features)
    {
        foreach (var feature in features)
        {
            if (feature.Type == Container.FeatureType && index-- == 0)
                return feature;
        }
        return null;
    }

    /// <summary>Where the features stand. It is asked once for all of them, as completing a feature moves none.</summary>
    private sealed class Places(List<Feature> features)
    {
        private readonly List<Feature> raws = features.FindAll(static feature => feature.Type == RawSetting.FeatureType);

        private AddressedFeature[]? placed;

        private AddressedFeature[] Placed => placed ??= Addressing.Of(new Service(EquatableArray<Feature>.From(features)));

        /// <summary>What a raw setting says, no other setting has to: a number that a placeholder stands for.</summary>
        public bool IsRaw(int at, Setting setting)
        {
            if (raws.Count == 0)
                return false;
            var pointer = Placed[at].Pointer;
            // The pointer of a setting is a text of its own, which few need.
            var place = default(string);
            foreach (var raw in raws)
            {
                if (RawSetting.MaySay(raw, pointer) && RawSetting.Says(raw, place ??= Placed[at].At(setting)))
                    return true;
            }
            return false;
        }

        /// <summary>A constant yields to what was written at its place: the type of a service, or a label of that key.</summary>
        public bool IsSaid(int at, Setting constant)
        {
            var place = Placed[at].At(constant);
            for (var i = 0; i < features.Count; i++)
            {
                foreach (var setting in features[i].Type.Settings)
                {
                    if (setting is not ConstantSetting
                        && setting.InJson
                        && setting.IsAt(place, Placed[i].Place)
                        && features[i].Value(setting) is not null)
                        return true;
                }
            }
            return false;
        }
    }
}
