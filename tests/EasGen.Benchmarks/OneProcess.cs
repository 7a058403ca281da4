using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace EasGen.Benchmarks;

/// <summary>All in one process, so that ratios compare like with like. Few iterations: each is long already.</summary>
internal sealed class OneProcess : ManualConfig
{
    public OneProcess() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(7));
}
