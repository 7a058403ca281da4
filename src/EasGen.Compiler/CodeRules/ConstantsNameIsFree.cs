using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;

namespace EasGen.Compiler.CodeRules;

internal sealed class ConstantsNameIsFree() : CodeRule(CompilerRules.EAS1004_ConstantsNameIsFree)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (DeclaredType.ConstantsAreFree(service.Type))
            return;
        var owner = service.Type.Name == KnownNames.Constants ? service.Type : DeclaredType.OwnConstants(service.Type)!;
        report(owner.Locations[0], $"EasGen puts its constants into a nested class '{KnownNames.Constants}'; give this one another name");
    }
}
