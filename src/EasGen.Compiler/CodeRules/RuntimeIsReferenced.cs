using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeIsReferenced() : CodeRule(CompilerRules.EAS1006_RuntimeIsReferenced)
{
    // The oldest framework that the package is for. The assembly of the basic types has the version of its framework.
    private const int LeastFramework = 8;

    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        if (PredictorReader.CanBeServed(compilation))
            return;
        var wayOut = PredictorReader.HasRuntime(compilation) ? "which needs C# 11; set LangVersion to 11 or newer"
            : compilation.ObjectType.ContainingAssembly.Identity.Version.Major < LeastFramework
            ? $"which needs .NET {LeastFramework}; "
                + $"set TargetFramework to net{LeastFramework}.0 or newer, and add a reference to that package"
            : "which is missing; add a reference to that package";
        foreach (var marked in PredictorReader.Marked(service).Take(1))
            report(marked.Place(service), $"[{marked.Attribute}] on a method is served by EasGen.AspNetCore, {wayOut}");
    }
}
