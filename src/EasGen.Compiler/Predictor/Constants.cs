using System.Globalization;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>The settings that code may want to know: for the predictor itself, for tests and for clients.</summary>
internal sealed class Constants
{
    private readonly List<(string Name, string Type, string Value, string Meaning)> all = [];

    private Constants()
    {
    }

    /// <summary>The probes, by the names that code knows them by.</summary>
    public static (string Name, FeatureType Type)[] Probes { get; } =
        [("Startup", Probe.Startup), ("Readiness", Probe.Readiness), ("Liveness", Probe.Liveness)];

    public static Constants Of(Service service)
    {
        var constants = new Constants();
        constants.Add("Name", "The name of the service", service.First(EasService.FeatureType)?[EasService.Name]);
        constants.Add("Port", "The port that the service listens on", service.First(Container.FeatureType)?[Container.Port]);
        foreach (var (name, probe) in Probes)
            constants.Add($"{name}Path", $"The path of the {name.ToLowerInvariant()} probe", ProbeOf(service, probe)?[Probe.Path]);
        constants.Add(
            "RequestTimeoutMilliseconds",
            "The time one request may take, in milliseconds",
            Milliseconds(service.First(RequestHandling.FeatureType)?[RequestHandling.TimeoutSeconds]));
        constants.Add(
            "GracePeriodSeconds",
            "The time an instance has to finish its requests, in seconds",
            service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.Seconds]);
        constants.Add(
            "DrainSeconds",
            "The time after SIGTERM in which requests are still accepted, in seconds",
            service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.DrainSeconds]);

        var mounts = service.Features.Where(static feature => feature[Mount.MountPath] is not null).ToArray();
        for (var i = 0; i < mounts.Length; i++)
            constants.Add(
                i == 0 ? "MountPath" : FormattableString.Invariant($"MountPath{i + 1}"),
                "The folder at which a mount appears",
                mounts[i][Mount.MountPath]);
        return constants;
    }

    /// <summary>The probe of the container that takes the traffic.</summary>
    public static Feature? ProbeOf(Service service, FeatureType probe) =>
        service.All(probe).FirstOrDefault(static feature => (feature[FeatureType.ContainerIndex] ?? 0) == 0);

    public bool Has(string name) => all.Exists(constant => constant.Name == name);

    /// <summary>The constant as other generated code says it: by name, or by value when the class has no room for the names.</summary>
    public string Use(string name, bool byName) =>
        byName ? $"{KnownNames.Constants}.{name}" : all.Find(constant => constant.Name == name).Value;

    /// <param name="body">The body of the class.</param>
    /// <param name="modifier">Says that the constants hide those of a base class; else empty.</param>
    public void Write(SourceWriter body, string modifier) => body
        .Line("/// <summary>What the deployment of this service says.</summary>")
        .MadeByUs()
        .Block($"public {modifier}static class {KnownNames.Constants}", type =>
        {
            foreach (var constant in all)
            {
                if (constant != all[0])
                    type.Line();
                type.Line($"/// <summary>{constant.Meaning}.</summary>")
                    .Line($"public const {constant.Type} {constant.Name} = {constant.Value};");
            }
        });

    private static int? Milliseconds(double? seconds) =>
        seconds is { } value && RequestHandling.TimeoutSeconds.Allows(value)
            ? (int)Math.Round(value * RequestHandling.TimeoutSeconds.Scale)
            : null;

    private void Add(string name, string meaning, string? value)
    {
        if (value is not null)
            all.Add((name, "string", SymbolDisplay.FormatLiteral(value, quote: true), meaning));
    }

    private void Add(string name, string meaning, int? value)
    {
        if (value is { } number)
            all.Add((name, "int", number.ToString(CultureInfo.InvariantCulture), meaning));
    }
}
