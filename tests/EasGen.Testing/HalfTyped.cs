using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EasGen.Testing;

/// <summary>Types a source character by character, and deletes its tokens one by one: no version of it may crash anything.</summary>
public static class HalfTyped
{
    private const int MaxVersions = 20_000;
    private const int MaxReports = 3;

    /// <summary>Runs generators and analyzers over every half-typed version of a source.</summary>
    /// <param name="source">A source that compiles when it is done, unless the options allow errors even then.</param>
    /// <param name="generators">They run before the analyzers, in one driver that lives as long as the typing.</param>
    /// <param name="analyzers">They see the generated code.</param>
    /// <param name="stride">The characters between two versions: 1 sees every state, 7 is seven times as fast.</param>
    /// <param name="options">How the source is compiled.</param>
    /// <param name="timeout">When to give up on something that hangs; five minutes by default.</param>
    /// <returns>The number of versions that were tried.</returns>
    public static async Task<int> VerifyAsync(
        string source,
        ImmutableArray<IIncrementalGenerator> generators,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        int stride = 1,
        TestOptions? options = null,
        TimeSpan? timeout = null)
    {
        options ??= TestOptions.Default;
        var versions = Versions(source, stride, options);
        Assert.InRange(versions.Count, 1, MaxVersions);
        AssertCompilesWhenDone(source, options with { Generators = [.. options.Generators, .. generators] });

        using var tooLong = new CancellationTokenSource(timeout ?? TimeSpan.FromMinutes(5));
        var typist = new Typist(TestCompilation.Create([""], options), generators, analyzers, options);
        var workers = Math.Min(Environment.ProcessorCount, versions.Count);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
                () => typist.TypeAsync(versions.Where((_, index) => index % workers == worker), tooLong.Token), tooLong.Token)))
                .WaitAsync(tooLong.Token);
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested)
        {
            Assert.Fail($"Not done in time; {versions.Count} versions of the source are perhaps too many, or something hangs.");
        }

        if (!typist.Crashes.IsEmpty)
            Assert.Fail(string.Join("\n\n", typist.Crashes.Values.Take(MaxReports)));

        return versions.Count;
    }

    // A slip in the source would leave most versions without anything for the generator to read.
    private static void AssertCompilesWhenDone(string source, TestOptions options)
    {
        if (!options.AllowCompileErrors)
            Assert.Empty(TestCompilation.Create(source, options).WithGeneratedCode(options).Errors());
    }

    /// <summary>Every prefix of the source, and the source without each of its tokens.</summary>
    internal static IReadOnlyList<string> Versions(string source, int stride, TestOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);

        var prefixes = Enumerable.Range(0, source.Length / stride + 1).Select(step => source[..(step * stride)]);
        var withoutOne = CSharpSyntaxTree.ParseText(source, options.ParseOptions).GetRoot().DescendantTokens()
            .Where(token => !token.Span.IsEmpty)
            .Select(token => source.Remove(token.SpanStart, token.Span.Length));

        return [.. prefixes.Append(source).Concat(withoutOne).Distinct()];
    }

    private sealed class Typist(
        CSharpCompilation empty,
        ImmutableArray<IIncrementalGenerator> generators,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        TestOptions options)
    {
        // One report per kind of crash: the same line throws for hundreds of versions.
        public ConcurrentDictionary<string, string> Crashes { get; } = new();

        public async Task TypeAsync(IEnumerable<string> versions, CancellationToken cancellationToken)
        {
            var driver = options.Driver([.. options.Generators, .. generators]);
            foreach (var version in versions)
            {
                var typed = empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], TestCompilation.Parse(version, options));
                driver = driver.RunGeneratorsAndUpdateCompilation(typed, out var output, out _, cancellationToken);

                foreach (var result in driver.GetRunResult().Results)
                {
                    if (result.Exception is { } exception)
                        Report($"CS8785: {result.Generator.GetGeneratorType()} threw {exception}", version);
                }

                if (analyzers.IsEmpty)
                    continue;

                foreach (var crash in (await AnalyzerRun.Of(output, analyzers, options, cancellationToken)).Crashes)
                    Report(crash, version);
            }
        }

        private void Report(string crash, string version) =>
            Crashes.TryAdd(FirstFrame(crash), $"{crash}\n\n--- over this source:\n{version}");

        private static string FirstFrame(string crash) =>
            crash.Split('\n').FirstOrDefault(line => line.StartsWith("   at ", StringComparison.Ordinal)) ?? crash;
    }
}
