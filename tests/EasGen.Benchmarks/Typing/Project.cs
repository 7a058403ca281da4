using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Benchmarks.Typing;

/// <summary>A project of many ordinary files, a few services, and a program that is the program of them all.</summary>
internal sealed class Project
{
    private const string Program = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        var app = builder.Build();
        app.MapGet("/version", () => "1");
        app.Lifetime.ApplicationStopping.Register(() => Console.WriteLine("Stopping"));
        app.Run("http://0.0.0.0:8000");
        """;

    private readonly CSharpCompilation compilation;
    private int edit;

    /// <param name="files">How many files there are beside those of the services.</param>
    /// <param name="services">How many classes are annotated.</param>
    public Project(int files, int services) => compilation = Workload.Compilation(services, 9)
        .WithOptions(new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
        .AddSyntaxTrees(Enumerable.Range(0, files - 2).Select(static index => Workload.Parse(Ordinary(index), $"Ordinary{index}.cs")))
        .AddSyntaxTrees(Workload.Parse(Program, "Program.cs"));

    // Like an editor, it makes a compilation of its own.
    private (Compilation Compilation, SyntaxTree File) Type(string file)
    {
        edit++;
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var tree = old.WithChangedText(SourceText.From($"{old}// {edit}"));
        return (compilation.ReplaceSyntaxTree(old, tree), tree);
    }

    /// <summary>A keystroke, and what analyzers have to say of the changed file.</summary>
    public CompilationWithAnalyzers Keystroke(string file, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent)
    {
        var (compilation, tree) = Type(file);
        var run = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrent,
            logAnalyzerExecutionTime: true));
        run.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).Wait();
        var model = run.Compilation.GetSemanticModel(tree);
        // An analyzer that has thrown is quick.
        if (run.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).Result is { IsEmpty: false } wrong)
            throw new InvalidOperationException(string.Join("\n", wrong));
        return run;
    }

    // With an attribute, a property and calls, some of which have names that mean something elsewhere.
    private static string Ordinary(int index) => $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Linq;
        using System.Threading.Tasks;

        namespace Acme.Ordinary;

        [Description("An ordinary class")]
        public sealed class Ordinary{{index}}(IReadOnlyList<string> names)
        {
            private readonly List<string> seen = new();

            [DefaultValue(1)]
            public int Count { get; set; } = 1;

            public event EventHandler? Changed;

            public string Describe(string name)
            {
                seen.Add(name);
                Count += seen.Count(static text => text.Length > 3);
                Changed?.Invoke(this, EventArgs.Empty);
                return string.Join(", ", names.Where(seen.Contains).Select(static text => text.Trim()));
            }

            public async Task<int> CountAsync()
            {
                var lengths = await Task.Run(() => names.Select(static text => text.Length).ToArray());
                return lengths.Sum() + Count;
            }
        }
        """;
}
