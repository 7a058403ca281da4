using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class ServiceNamesAreUnique() : CodeRule(CompilerRules.EAS1002_ServiceNamesAreUnique)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (NameOf(service) is not { Length: > 0 } name)
            return;
        // The order is that of the names, so that every build blames the same class.
        var first = project.Classes.MayBeCalled(name)
            .Where(other => string.Equals(NameOf(other), name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static other => other.Type.ToDisplayString(), StringComparer.Ordinal)
            .ThenBy(static other => PlaceOf(other).SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static other => PlaceOf(other).SourceSpan.Start)
            .FirstOrDefault();
        if (first is not null && !SymbolEqualityComparer.Default.Equals(first.Type, service.Type))
            report(
                PlaceOf(service),
                $"The service name '{name}' is taken by '{first.Type.Name}', and both would write the same file; "
                + $"give this service another name");
    }

    private static string? NameOf(AnnotatedClass service) => Attribute(service).Feature[EasService.Name];

    private static Location PlaceOf(AnnotatedClass service) =>
        Attribute(service).Attribute!.ApplicationSyntaxReference!.GetSyntax().GetLocation();

    private static DeclaredFeature Attribute(AnnotatedClass service) =>
        service.Declared.Find(static declared => declared.Type == EasService.FeatureType);
}
