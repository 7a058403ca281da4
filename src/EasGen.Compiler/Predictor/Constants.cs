using System.Globalization;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>The settings that code may want to know: for the predictor itself, for tests and for clients.</summary>
internal sealed class Constants
{
    public static readonly Constant Name = new("Name", "string", "The name of the service");
    public static readonly Constant Port = new("Port", "int", "The port that the service listens on");

    public static readonly Constant RequestTimeout =
        new("RequestTimeoutMilliseconds", "int", "The time one request may take, in milliseconds");

    public static readonly Constant GracePeriod =
        new("GracePeriodSeconds", "int", "The time an instance has to finish its requests, in seconds");

    public static readonly Constant Drain =
        new("DrainSeconds", "int", "The time after SIGTERM in which requests are still accepted, in seconds");

    private readonly List<(Constant Constant, string Value)> all = new(8);

    private Constants()
    {
    }

    /// <summary>The probes, by the names that code knows them by.</summary>
    public static (string Name, FeatureType Type, Constant Path)[] Probes { get; } =
    [
        ("Startup", Probe.Startup, new("StartupPath", "string", "The path of the startup probe")),
        ("Readiness", Probe.Readiness, new("ReadinessPath", "string", "The path of the readiness probe")),
        ("Liveness", Probe.Liveness, new("LivenessPath", "string", "The path of the liveness probe")),
    ];

    public static Constants Of(Service service)
    {
        var constants = new Constants();
        constants.Add(Name, service.First(EasService.FeatureType)?[EasService.Name]);
        constants.Add(Port, service.First(Container.FeatureType)?[Container.Port]);
        foreach (var (_, probe, path) in Probes)
            constants.Add(path, ProbeOf(service, probe)?[Probe.Path]);
        constants.Add(RequestTimeout, Milliseconds(service.First(RequestHandling.FeatureType)?[RequestHandling.TimeoutSeconds]));
        var shutdown = service.First(GracefulShutdown.FeatureType);
        constants.Add(GracePeriod, shutdown?[GracefulShutdown.Seconds]);
        constants.Add(Drain, shutdown?[GracefulShutdown.DrainSeconds]);
        var mounts = 0;
        foreach (var feature in service.Features)
        {
            if (feature[Mount.MountPath] is { } path)
                constants.Add(MountPath(++mounts), path);
        }
        return constants;
    }

    /// <summary>The probe of the container that takes the traffic.</summary>
    public static Feature? ProbeOf(Service service, FeatureType probe)
    {
        foreach (var feature in service.Features)
        {
            if (feature.Type == probe && (feature[FeatureType.ContainerIndex] ?? 0) == 0)
                return feature;
        }
        return null;
    }

    public bool Has(Constant constant) => ValueOf(constant) is not null;

    /// <summary>The constant as other generated code says it: by name, or by value when the class has no room for the names.</summary>
    public string Use(Constant constant, bool byName) => byName ? constant.NameInside : ValueOf(constant)!;

    /// <param name="body">The body of the class.</param>
    /// <param name="modifier">Says that the constants hide those of a base class; else empty.</param>
    public void Write(SourceWriter body, string modifier) => body
        .Line("/// <summary>What the deployment of this service says.</summary>")
        .MadeByUs()
        .Block($"public {modifier}static class {KnownNames.Constants}", type =>
        {
            foreach (var (constant, value) in all)
            {
                if (constant != all[0].Constant)
                    type.Line();
                type.Line($"/// <summary>{constant.Meaning}.</summary>")
                    .Line($"public const {constant.Type} {constant.Name} = {value};");
            }
        });

    private static Constant MountPath(int number) => new(
        number == 1 ? "MountPath" : FormattableString.Invariant($"MountPath{number}"),
        "string",
        "The folder at which a mount appears");

    private static int? Milliseconds(double? seconds) =>
        seconds is { } value && RequestHandling.TimeoutSeconds.Allows(value)
            ? (int)Math.Round(value * RequestHandling.TimeoutSeconds.Scale)
            : null;

    private string? ValueOf(Constant constant)
    {
        foreach (var (known, value) in all)
        {
            if (ReferenceEquals(known, constant))
                return value;
        }
        return null;
    }

    private void Add(Constant constant, string? value)
    {
        if (value is not null)
            all.Add((constant, SymbolDisplay.FormatLiteral(value, quote: true)));
    }

    private void Add(Constant constant, int? value)
    {
        if (value is { } number)
            all.Add((constant, number.ToString(CultureInfo.InvariantCulture)));
    }
}
