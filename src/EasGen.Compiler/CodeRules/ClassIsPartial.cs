using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassIsPartial() : CodeRule(CompilerRules.EAS1001_ClassIsPartial)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (DeclaredType.NotExtendable(service) is not null)
            return;
        for (var type = service; type is not null; type = type.ContainingType)
        {
            foreach (var part in DeclaredType.NotPartial(type))
                report(part.GetLocation(), $"EasGen adds members to '{type.Name}'; declare it as partial");
        }
    }
}
