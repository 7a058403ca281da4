using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Compiler.CodeRules;

internal sealed class ProbePathIsServed() : CodeRule(CompilerRules.EAS1014_ProbePathIsServed)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (!service.IsServed)
            return;
        foreach (var (probe, attribute) in service.Declared)
        {
            if (Problem(probe) is { } problem)
                report(
                    attribute?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? SourceOrder.PlaceOf(service.Type),
                    $"The probe path '{probe[Probe.Path]}' {problem}; write a plain path such as {Defaults.DefaultPath(probe.Type)}");
        }
    }

    /// <summary>Why a predictor cannot answer at the path of a probe; null when it can, or need not.</summary>
    internal static string? Problem(Feature probe)
    {
        if (!Probe.IsProbe(probe.Type)
            || (probe[FeatureType.ContainerIndex] ?? 0) != 0
            || probe[Probe.Path] is not { } path
            || !path.StartsWith("/", StringComparison.Ordinal))
            return null;
        // A placeholder is filled into the JSON alone; the code would go on serving its name.
        return Placeholder.IsIn(path) ? "contains a placeholder" : PredictorReader.RouteProblem(path);
    }
}
