using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class ClassCanBeExtended() : CodeRule(CompilerRules.EAS1003_ClassCanBeExtended)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        var type = service.Type;
        if (DeclaredType.NotExtendable(type) is { } reason)
            report(
                SourceOrder.PlaceOf(type),
                $"EasGen cannot add to '{type.Name}', which {reason}; make it an ordinary partial class");
        else if (service.IsServed && (type.IsAbstract || type.IsStatic))
            report(
                SourceOrder.PlaceOf(type),
                $"The predictor '{type.Name}' is {(type.IsStatic ? "static" : "abstract")}, so it cannot be created; "
                + $"make it an ordinary class");
        else if (service.IsServed && type.InstanceConstructors.All(
            static constructor => constructor.DeclaredAccessibility != Accessibility.Public))
            report(
                SourceOrder.PlaceOf(type),
                $"The predictor '{type.Name}' has no public constructor, so it cannot be created; give it one");
    }
}
