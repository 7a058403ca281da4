using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>What is only likely of a file, because the code that could tell is not there.</summary>
internal static class WithoutCode
{
    // The service defaults of .NET's templates map these in Development, so that nobody outside asks them.
    private static readonly string[] Development = ["/health", "/alive"];

    public static IEnumerable<Finding> Judge(Placed[] placed)
    {
        var programs = placed.Where(static container => container.Feature.Room == Container.Room && Container.StartLines(container).Any(static line => line.Text.Contains("dotnet "))).ToArray();
        foreach (var probe in placed.Where(static feature => Probe.IsProbe(feature.Feature.Room)))
        {
            if (Array.IndexOf(Development, probe[Probe.Path]) >= 0 && programs.Any(program => probe.Pointer.StartsWith(program.Pointer + "/", StringComparison.Ordinal)))
                yield return new(Probe.EAS0708_PathIsInProduction, probe.At(Probe.Path), $"'{probe[Probe.Path]}' is mapped in Development only by .NET's templates, and EAS runs the program in Production; make sure that it is mapped there too");
        }
    }
}
