using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Core;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProbePathIsServed() : CodeRule(AgainstCode.EAS1014_ProbePathIsServed)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (!PredictorReader.IsServed(service))
            return;
        foreach (var (probe, attribute) in FeatureReader.Read(service))
        {
            if (!Probe.IsProbe(probe.Room) || (probe[Container.Index] ?? 0) != 0 || probe[Probe.Path] is not { } path || !path.StartsWith("/", StringComparison.Ordinal))
                continue;
            // A placeholder is filled into the JSON alone; the code would go on serving its name.
            var problem = Placeholder.IsIn(path) ? "is not known to the code that serves it" : PredictorReader.RouteProblem(path);
            if (problem is not null && attribute?.ApplicationSyntaxReference is { } place)
                report(place.GetSyntax().GetLocation(), $"The probe path '{path}' {problem}; write a plain path such as {Completion.DefaultPath(probe.Room)}");
        }
    }
}
