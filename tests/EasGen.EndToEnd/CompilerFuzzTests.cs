using EasGen.Compiler.Tests.Fuzzing;
using EasGen.Testing;
using Xunit.Abstractions;

namespace EasGen.EndToEnd;

/// <summary>
/// Whatever is compiled, the packed parts throw neither in the oldest nor in the newest compiler. EASGEN_FUZZ_COUNT asks for more than
/// a few; each case is ten programs.
/// </summary>
public class CompilerFuzzTests(ITestOutputHelper output)
{
    private const int Programs = 10;

    private static readonly string[] Faults = ["CS8785 ", "AD0001 ", "broken: "];

    [Fact]
    public Task Nothing_breaks() => Fuzz.RunAsync(output.WriteLine, 1, static async random =>
    {
        var programs = Enumerable.Range(0, Programs).Select(_ => FuzzedProgram.Make(random)).ToArray();
        foreach (var version in (string[])[LoadedRoslyn.Versions[0], LoadedRoslyn.Versions[^1]])
        {
            var roslyn = await LoadedRoslyn.GetAsync(version);
            var said = await roslyn.RunAsync(CompilerVersionTests.References, [.. programs.Select(static program => program.Files)]);
            foreach (var (program, lines) in programs.Zip(said))
                Assert.All(lines, line => Assert.False(Faults.Any(line.StartsWith), $"Roslyn {version}: {line}\n{program}"));
        }
    });
}
