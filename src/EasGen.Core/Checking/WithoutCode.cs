using EasGen.Core.Features;

namespace EasGen.Core.Checking;

/// <summary>What is only likely of a file, because the code that could tell is not there.</summary>
internal static class WithoutCode
{
    // The service defaults of .NET's templates map these in Development, so that nobody outside asks them.
    private static readonly string[] Development = ["/health", "/alive"];

    public static IEnumerable<Finding> Judge(Inspection service) =>
        from probe in service.All(Probe.Path)
        where IsForDevelopment(probe.Feature)
        let starts = ContainerStart.Of(service)
        let start = starts.ElementAtOrDefault(Addressing.ContainerIndex(probe.Feature, starts.Length))
        where start is not null && IsDotnet(start) && !MayDevelop(start.Environment)
        select InDevelopment(probe, start.Environment!);

    /// <summary>True for the environment that is called so, and for one that is not known.</summary>
    public static bool MayDevelop(string? environment) =>
        environment is null || environment.Equals("Development", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a probe that asks a path of which .NET's templates make a secret outside of Development.</summary>
    public static bool IsForDevelopment(Feature feature) =>
        Probe.IsProbe(feature.Type) && Array.IndexOf(Development, feature[Probe.Path]) >= 0;

    public static Finding InDevelopment(AddressedFeature probe, string environment) => new(
        Probe.EAS0708_PathIsInProduction,
        probe.At(Probe.Path),
        $"The .NET templates map '{probe[Probe.Path]}' only in Development, but EAS runs the program in {environment}; map it there too");

    private static bool IsDotnet(ContainerStart start) => start.Programs.Any(static program => program.Name == "dotnet");
}
