using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>The ceremony of a rule about the code, so that each rule is its judgement alone.</summary>
internal abstract class CodeRule(params Rule[] rules)
{
    public IReadOnlyList<Rule> Rules { get; } = rules;

    /// <summary>Judges one annotated class.</summary>
    public virtual void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
    }

    /// <param name="location">What is wrong.</param>
    /// <param name="message">What to do about it.</param>
    /// <param name="fix">The C# that is right there, as <see cref="FixProperties"/> carry it; null when nobody can know it.</param>
    public Diagnostic Report(Location location, string message, ImmutableDictionary<string, string?>? fix = null) =>
        Descriptors.Report(Rules[0], message, location, fix);

    /// <inheritdoc cref="Report"/>
    public delegate void Complain(Location location, string message, ImmutableDictionary<string, string?>? fix = null);
}

/// <summary>A rule that looks at more than the annotated classes.</summary>
internal abstract class ProgramRule(params Rule[] rules) : CodeRule(rules)
{
    /// <summary>Asks the compiler for the code that the rule judges.</summary>
    public abstract void Register(CompilationStartAnalysisContext start, UserProject project);
}
