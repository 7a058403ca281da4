using EasGen.Compiler.Declared;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Starting;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.UserCode;

/// <summary>
/// A service whose program is this project, with what its class declares. Holds symbols: it lives as long as one analysis.
/// </summary>
internal sealed record ProjectService(AnnotatedClass Class)
{
    public INamedTypeSymbol Type => Class.Type;

    public Service Service => Class.Service;

    public bool IsServed => Class.IsServed;

    public int? Port => Service.First(Container.FeatureType)?[Container.Port];

    /// <summary>In seconds; null when a raw setting says it in its own way.</summary>
    public int? GracePeriod =>
        SaysRaw("termination_grace_period")
            ? null
            : Service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.Seconds] ?? ServiceDefaults.GracePeriodSeconds;

    /// <summary>True when SIGTERM comes, and for a job, which ends by itself.</summary>
    public bool IsToldToEnd =>
        Service.First(TaskMode.FeatureType) is not null
            || SaysRaw("enable_sigterm")
            || Service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.SendSigterm] is true;

    /// <summary>The environment that the program runs in; null when only the running program knows it.</summary>
    public string? Environment => Start?.Environment;

    // Of the container that takes the traffic.
    private ContainerStart? Start => field ??= ContainerStart
        .Of(new Inspection(Service, Addressing.Of(Service), static () => FeatureCatalog.Schema))
        .FirstOrDefault();

    /// <summary>The rank of what start line and variables say about addresses; null when they say nothing.</summary>
    public int? AddressRank() => Names().Select(DotnetSetting.OfVariable)
        .Concat((Start?.Programs ?? []).SelectMany(static program => program.Arguments)
            .Where(static argument => argument.Text.StartsWith("--", StringComparison.Ordinal)).Select(
                static argument => DotnetSetting.Of(argument.Text.Substring(2).Split('=')[0])))
        .OfType<string>().Select(static setting => (int?)DotnetSetting.Rank(setting)).Min();

    /// <summary>False for a class that describes a program that is none of .NET or of another project; its start line tells.</summary>
    public bool Runs(Compilation compilation)
    {
        if (Service.First(Container.FeatureType) is not { } first)
            return false;
        var start = $"{first[Container.Command]} {first[Container.Script]}";
        return string.IsNullOrWhiteSpace(start) || Mentions(start, "dotnet") || Mentions(start, compilation.AssemblyName ?? "");
    }

    // The variables that the program of the first container sees.
    private IEnumerable<string> Names() => Service.All(EnvironmentVariable.FeatureType)
        .Where(static variable => (variable[FeatureType.ContainerIndex] ?? 0) == 0)
        .Select(static variable => variable[EnvironmentVariable.Name] ?? "")
        .Concat(Start is null ? [] : new[] { Start.Command.Exported, Start.Script.Exported }
            .Concat(Start.Programs.Select(static program => program.Assigned))
            .SelectMany(static variables => variables.Own)
            .Where(static variable => !variable.Value.IsOfShell)
            .Select(static variable => variable.Key));

    private bool SaysRaw(string key) =>
        Service.All(RawSetting.FeatureType).Any(raw => Mentions($"{raw[RawSetting.Pointer]} {raw[RawSetting.Json]}", key));

    private static bool Mentions(string text, string name) =>
        name.Length > 0 && text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;
}
