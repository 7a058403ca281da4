using System.Globalization;
using EasGen.Compiler.Tests.Fuzzing;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>The same program gives the same files: in every run, in every order of its files, in every language of the machine.</summary>
public class DeterminismTests
{
    private const int Runs = 50;

    private static readonly string[] Cultures = ["", "de-DE", "tr-TR", "fa-IR", "ar-SA", "zh-CN", "fi-FI"];

    // A sample, and parts of one service in several files.
    private static readonly (string Path, string Text)[] Files =
    [
        ("Iris.cs", File.ReadAllText(Repository.At("samples/IrisClassifier/IrisClassifier.cs"))),
        ("Usings.cs", "global using System; global using System.IO; global using Microsoft.AspNetCore.Http;"),
        ("A.cs", "using EasGen; [EasService(\"part\"), EnvironmentVariable(\"B\", \"1\"), Label(\"z\", \"1\")] partial class Part { }"),
        ("B.cs", "using EasGen; [Container(\"a/a:1\", Port = 80), EnvironmentVariable(\"A\", \"0.5\")] partial class Part { }"),
        ("C.cs", "using EasGen; [InstanceType(\"a\", SpotPriceLimit = 1.5), RawSetting(\"/zz/i\", \"-1.5\")] partial class Part { }"),
        ("D.cs", "using EasGen; [EasService(\"iris\")] partial class IRIS { } namespace N { [EasService(\"a\")] partial class Iris { } }"),
    ];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Test", references:
    [
        .. References.Framework, .. Eas.Serving.ExtraReferences, References.Of<Iris.IrisModel>(),
    ]);

    [Fact]
    public async Task All_runs_write_the_same_bytes()
    {
        var expected = Generate(Files, OptimizationLevel.Debug);
        Assert.Equal(8, expected.Length);

        await Parallel.ForAsync(0, Runs, (run, _) =>
        {
            var shuffled = Files.ToArray();
            new Random(run).Shuffle(shuffled);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Cultures[run % Cultures.Length]);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

            Assert.Equal(expected, Generate(shuffled, run % 2 == 0 ? OptimizationLevel.Debug : OptimizationLevel.Release));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public async Task So_they_do_of_programs_that_nobody_has_written() => await Fuzz.RunAsync(static _ => { }, 20, static random =>
    {
        var program = FuzzedProgram.Make(random);
        var files = program.Files.Select(static (text, index) => ($"{index}.cs", text)).ToArray();
        var expected = Generate(files, OptimizationLevel.Debug);

        Array.Reverse(files);
        Assert.Equal(expected, Generate(files, OptimizationLevel.Release));
        return Task.CompletedTask;
    });

    private static string[] Generate((string Path, string Text)[] files, OptimizationLevel level)
    {
        var compilation = Empty
            .WithOptions(new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level))
            .AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)));
        var run = CSharpGeneratorDriver.Create(new EasServiceGenerator()).RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        return
        [
            .. run.GeneratedSources
                .Select(static source => $"{source.HintName}\n{source.SourceText}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
