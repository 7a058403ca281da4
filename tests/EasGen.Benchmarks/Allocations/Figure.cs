namespace EasGen.Benchmarks.Allocations;

/// <summary>What one workload allocates, in bytes.</summary>
/// <param name="Workload">What is done.</param>
/// <param name="Floor">Without EasGen: by the least generator, or by an analyzer that does nothing.</param>
/// <param name="EasGen">With it.</param>
internal sealed record Figure(string Workload, long Floor, long EasGen)
{
    /// <summary>A class of a project, of which there are as many.</summary>
    public Figure PerClass(int classes) => this with { Floor = Floor / classes, EasGen = EasGen / classes };
}
