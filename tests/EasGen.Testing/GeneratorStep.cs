using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EasGen.Testing;

/// <summary>A step of a pipeline in one run of a generator, as far as the generator's author has a say in it.</summary>
internal sealed record GeneratorStep(string Name, bool IsOutput, ImmutableArray<IncrementalGeneratorRunStep> Runs)
{
    // Roslyn's own steps. Not among them is result_ForAttributeWithMetadataName: its values come from the author's transform.
    private static readonly ImmutableHashSet<string> RoslynsOwn =
    [
        WellKnownGeneratorInputs.Compilation, WellKnownGeneratorInputs.ParseOptions, WellKnownGeneratorInputs.AdditionalTexts,
        WellKnownGeneratorInputs.AnalyzerConfigOptions, WellKnownGeneratorInputs.MetadataReferences, "CompilationOptions",
        "compilationAndGroupedNodes_ForAttributeWithMetadataName",
    ];

    public IReadOnlyList<IncrementalStepRunReason> Reasons =>
        [.. Runs.SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The step's values; of an output, those that it was made from, which need no name to be the model.</summary>
    public IEnumerable<object?> Models => IsOutput
        ? Runs.SelectMany(run => run.Inputs).Select(input => input.Source.Outputs[input.OutputIndex].Value)
        : Runs.SelectMany(run => run.Outputs).Select(output => (object?)output.Value);

    public static ImmutableArray<GeneratorStep> Of(GeneratorRunResult run) =>
    [
        .. run.TrackedSteps
            .Where(step => !run.TrackedOutputSteps.ContainsKey(step.Key) && !IsRoslynsOwn(step.Key))
            .Select(step => new GeneratorStep(step.Key, false, step.Value)),
        .. run.TrackedOutputSteps.Select(step => new GeneratorStep(step.Key, true, step.Value)),
    ];

    private static bool IsRoslynsOwn(string name) => RoslynsOwn.Contains(name)
        || name.EndsWith("_ForAttribute", StringComparison.Ordinal)
        || name.EndsWith("_ForAttributeInternal", StringComparison.Ordinal);
}
