using EasGen.Compiler.Predictor;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeIsReferenced() : CodeRule(AgainstCode.EAS1006_RuntimeIsReferenced)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (PredictorReader.CanBeServed(compilation))
            return;
        var wayOut = PredictorReader.HasRuntime(compilation) ? "that needs C# 11, so set LangVersion to 11 or newer" : "add a reference to that package";
        foreach (var marked in PredictorReader.Marked(service).Take(1))
            report(marked.Place(service), $"[{marked.Attribute}] on a method is served by EasGen.AspNetCore; {wayOut}");
    }
}
