using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace EasGen.Testing;

/// <summary>What a generator made of a source, and how much of that it had to think about again.</summary>
public sealed class GeneratorRun
{
    private readonly ImmutableArray<GeneratorStep> steps;

    internal GeneratorRun(GeneratorDriver driver, Compilation compilation)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null)
            Assert.Fail($"CS8785: {result.Generator.GetGeneratorType()} threw {result.Exception}");

        steps = GeneratorStep.Of(result);
        Compilation = compilation;
        Diagnostics = result.Diagnostics;
        Sources = result.GeneratedSources.ToImmutableSortedDictionary(
            source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The compilation with the generated code in it.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>The text of the generated file with this hint name.</summary>
    public string this[string hintName] => Sources.TryGetValue(hintName, out var text)
        ? text
        : throw new KeyNotFoundException($"No '{hintName}' among the generated files: {string.Join(", ", Sources.Keys)}.");

    /// <summary>
    /// Why each value of a step is what it is, by the name of the step, outputs (<c>SourceOutput</c>,
    /// <c>ImplementationSourceOutput</c>) among them: of the second run, or of the run after the edit.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Reasons =>
        steps.ToImmutableSortedDictionary(step => step.Name, step => step.Reasons, StringComparer.Ordinal);

    /// <summary>Fails unless no step has changed its value and no output was made again.</summary>
    public void AssertCached()
    {
        var again = steps
            .Where(step => step.Reasons.Any(reason => reason is not IncrementalStepRunReason.Cached
                && (step.IsOutput || reason is not IncrementalStepRunReason.Unchanged)))
            .Select(step => $"  {step.Name}: {string.Join(", ", step.Reasons)}");

        AssertNone("Nothing has changed, but the generator did these steps again (are its models equatable?):", again);
    }

    /// <summary>Fails if a step's value is or holds a symbol, syntax, location or compilation.</summary>
    internal void AssertPlainModels() => AssertNone(
        "A model holds what belongs to one compilation:",
        steps.SelectMany(step => step.Models.SelectMany(model => ModelWalk.Find(model, step.Name))).Distinct().Select(line => "  " + line));

    /// <summary>Fails if the compiler has an error to report anywhere, or anything at all in generated code.</summary>
    internal void AssertCompiles(Compilation input)
    {
        var faults = Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || diagnostic.Severity == DiagnosticSeverity.Warning && IsGenerated(diagnostic));

        AssertNone("The code does not compile cleanly:", faults.Select(fault => IsGenerated(fault)
            ? $"{fault}\n{fault.Location.SourceTree}"
            : fault.ToString()));

        bool IsGenerated(Diagnostic diagnostic) =>
            diagnostic.Location.SourceTree is { } tree && !input.ContainsSyntaxTree(tree);
    }

    private static void AssertNone(string what, IEnumerable<string> faults)
    {
        var found = faults.ToList();
        if (found.Count > 0)
            Assert.Fail(what + "\n" + string.Join("\n", found));
    }
}
