using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>The ceremony of a rule that holds the code of a project against the services that it is the program of.</summary>
public abstract class ProgramRule : CodeRule
{
    private protected ProgramRule(params Rule[] rules)
        : base(rules)
    {
    }

    private protected sealed override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        // Where no class can be a service there is nothing to do, and the services are sought when the first code asks for them.
        var compilation = start.Compilation;
        if (compilation.GetTypeByMetadataName(KnownNames.EasServiceAttribute) is not null)
            Register(start, new(() => ProjectService.Of(compilation)));
    });

    private protected abstract void Register(CompilationStartAnalysisContext start, Lazy<ProjectService[]> services);
}
