using EasGen.Core.Features;

namespace EasGen.Rehearsal.Services;

/// <summary>A container of the service, as far as it can run here.</summary>
/// <param name="Index">Its index in the JSON.</param>
/// <param name="Pointer">Where it stands in the JSON.</param>
/// <param name="Port">The port that it has to listen on; null for a sidecar that names none.</param>
internal sealed record RehearsedContainer(int Index, string Pointer, int? Port)
{
    public string? Command { get; private init; }

    public string? Script { get; private init; }

    public IReadOnlyList<string> Arguments { get; private init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; private init; } = [];

    public RehearsedProbe? Startup { get; private init; }

    public RehearsedProbe? Liveness { get; private init; }

    /// <summary>The first container has one in any case.</summary>
    public RehearsedProbe? Readiness { get; private init; }

    public IEnumerable<RehearsedProbe> Probes => new[] { Startup, Liveness, Readiness }.OfType<RehearsedProbe>();

    /// <summary>All ports of it that are called.</summary>
    public IEnumerable<int> Ports => Probes.Where(static probe => probe.Exec.Count == 0).Select(static probe => probe.Port)
        .Concat(Port is { } port ? [port] : [])
        .Distinct();

    public string At(Setting setting) => setting.At(Pointer);

    /// <summary>A probe's place, whether or not there is one.</summary>
    public string At(FeatureType probe) => Pointer + probe.Anchor[probe.Anchor.LastIndexOf('/')..];

    public static RehearsedContainer Of(AddressedFeature container, int index, IReadOnlyList<AddressedFeature> features)
    {
        int? port = container[Container.Port] ?? (index == 0 ? ServiceDefaults.Port : null);
        var inside = features.Where(feature => (feature[FeatureType.ContainerIndex] ?? 0) == index).ToList();
        var readiness = Find(Probe.Readiness);
        return new(index, container.Pointer, port)
        {
            Command = NullIfEmpty(container[Container.Command]),
            Script = NullIfEmpty(container[Container.Script]),
            Arguments = [.. container[Container.Args].GetValueOrDefault()],
            Variables =
            [
                .. inside.Where(static feature => feature.Type == EnvironmentVariable.FeatureType)
                    .Select(static feature => KeyValuePair.Create(
                        feature[EnvironmentVariable.Name] ?? "", feature[EnvironmentVariable.Value] ?? ""))
                    .Where(static variable => variable.Key.Length > 0 && !variable.Key.Contains('=', StringComparison.Ordinal)),
            ],
            Startup = Find(Probe.Startup),
            Liveness = Find(Probe.Liveness),
            Readiness = readiness ?? (index == 0 ? RehearsedProbe.OfPort(container.Pointer, port!.Value) : null),
        };

        RehearsedProbe? Find(FeatureType type) => inside
            .Where(feature => feature.Type == type)
            .Select(feature => RehearsedProbe.Of(feature, port ?? ServiceDefaults.Port))
            .FirstOrDefault();
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
