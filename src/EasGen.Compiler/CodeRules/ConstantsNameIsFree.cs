using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantsNameIsFree() : CodeRule(CompilerRules.EAS1004_ConstantsNameIsFree)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (DeclaredType.ConstantsAreFree(service))
            return;
        var owner = service.Name == KnownNames.Constants ? service : DeclaredType.OwnConstants(service)!;
        report(owner.Locations[0], $"EasGen puts its constants into a nested class '{KnownNames.Constants}'; give this one another name");
    }
}
