using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;

namespace EasGen.Compiler.CodeRules;

internal sealed class RuntimeIsReferenced() : CodeRule(CompilerRules.EAS1006_RuntimeIsReferenced)
{
    // The oldest framework that the package is for. The assembly of the basic types has the version of its framework.
    private const int LeastFramework = 8;

    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (PredictorReader.CanBeServed(project.Compilation))
            return;
        var wayOut = PredictorReader.HasRuntime(project.Compilation) ? "which needs C# 11; set LangVersion to 11 or newer"
            : project.Compilation.ObjectType.ContainingAssembly.Identity.Version.Major < LeastFramework
            ? $"which needs .NET {LeastFramework}; "
                + $"set TargetFramework to net{LeastFramework}.0 or newer, and add a reference to that package"
            : "which is missing; add a reference to that package";
        foreach (var marked in service.Methods.Take(1))
            report(marked.Place(service.Type), $"[{marked.Attribute}] on a method is served by EasGen.AspNetCore, {wayOut}");
    }
}
