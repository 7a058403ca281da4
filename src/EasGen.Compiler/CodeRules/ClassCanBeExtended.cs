using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassCanBeExtended() : CodeRule(CompilerRules.EAS1003_ClassCanBeExtended)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (DeclaredType.NotExtendable(service) is { } reason)
            report(
                SourceOrder.PlaceOf(service),
                $"EasGen cannot add to '{service.Name}', which {reason}; make it an ordinary partial class");
        else if (PredictorReader.IsServed(service) && (service.IsAbstract || service.IsStatic))
            report(
                SourceOrder.PlaceOf(service),
                $"The predictor '{service.Name}' is {(service.IsStatic ? "static" : "abstract")}, so it cannot be created; "
                + $"make it an ordinary class");
        else if (PredictorReader.IsServed(service) && service.InstanceConstructors.All(
            static constructor => constructor.DeclaredAccessibility != Accessibility.Public))
            report(
                SourceOrder.PlaceOf(service),
                $"The predictor '{service.Name}' has no public constructor, so it cannot be created; give it one");
    }
}
