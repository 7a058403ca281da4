using System.Text.RegularExpressions;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>
/// Code from people who do this job: what compiles without EasGen compiles with it, or is told at the attribute or the method why
/// not. The project's own, and public ones where they are.
/// </summary>
public partial class CaseTests
{
    private const string Own = """
        // ---- A.cs
        using EasGen;
        [EasService("svc")] [Container("acme/svc:1", Port = 8000, Command = "dotnet A.dll")] [InstanceType("ecs.c7.large")]
        public sealed partial class Svc
        {
            public int X { [Predict] get => 1; }
            [ReadinessProbe] public Task<bool>? Ready() => null;
        }
        // ---- appsettings.json
        { "Urls": "http://localhost:5000" }
        """;

    // What a project of today's templates has without saying so.
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.DependencyInjection;
        """;

    // Findings beside the advice to run several instances. The compiler's own are the user's.
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        [""] = "EAS1011 EAS1017 EAS1020",
        ["00-sidecar-probe-fix-destroys-container"] = "EAS0704",
        ["01-silent-mark"] = "EAS1020×8",
        ["02-experimental"] = "",
        ["03-obsolete"] = "EAS1010",
        ["05-hintname-class-and-record"] = "",
        ["08-eas-in-user-g-cs"] = "",
        ["11-nullable-task"] = "EAS1010 EAS1011 EAS1012",
        ["net-appsettings-pins-other-port"] = "EAS1017",
        ["net-attributes-spread-over-parts"] = "",
        ["net-health-in-development-only"] = "EAS1016×2",
        ["net-listen-on-declared-port-in-appsettings"] = "",
    };

    // Somebody is still typing it.
    private const string HalfTyped = "05-hintname-class-and-record";

    // Of two projects each, which only a build puts together.
    private static readonly string[] OfSeveralProjects = ["net-health-in-service-defaults-project", "net-predictor-in-class-library"];

    public static TheoryData<string> Files => ["", .. Public().Where(static file => !OfSeveralProjects.Contains(NameOf(file)))];

    [Theory, MemberData(nameof(Files))]
    public async Task Compiles_or_is_told_why_not(string file)
    {
        var files = Parts(file.Length > 0 ? await File.ReadAllTextAsync(Repository.At(file)) : Own);
        var isProgram = files.Any(static part => part.Path == "Program.cs");
        var options = Eas.Built with
        {
            AllowCompileErrors = NameOf(file) == HalfTyped,
            OutputKind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            AdditionalFiles = [.. files.Where(static part => part.Path.EndsWith(".json", StringComparison.Ordinal))],
        };

        Sources sources = [.. files.Where(static part => part.Path.EndsWith(".cs", StringComparison.Ordinal)), ("Usings.cs", Usings)];

        GeneratorVerifier<EasServiceGenerator>.Run(sources, options with { Generators = [] });
        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(Eas.Analyzers, sources, options);

        Assert.Equal(Answers[NameOf(file)], string.Join(' ', diagnostics
            .Where(static diagnostic => diagnostic.Id != "EAS0111")
            .GroupBy(static diagnostic => diagnostic.Id)
            .OrderBy(static found => found.Key, StringComparer.Ordinal)
            .Select(static found => found.Count() == 1 ? found.Key : $"{found.Key}×{found.Count()}")));
    }

    private static IEnumerable<string> Public() => Repository.Shared is { } shared
        ? Directory.EnumerateFiles(Path.Combine(shared, "cases"), "*.cs.txt", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
        : [];

    private static string NameOf(string file) => Path.GetFileName(file).Replace(".cs.txt", "", StringComparison.Ordinal);

    // Each part begins with its name; what comes after a fix is not part of the project.
    private static SourceFile[] Parts(string text)
    {
        var parts = PartName().Split(text);
        SourceFile[] named =
        [
            .. Enumerable.Range(0, parts.Length / 2).Select(index => new SourceFile(parts[(2 * index) + 2], parts[(2 * index) + 1]))
                .Where(static part => !part.Path.Contains(' ', StringComparison.Ordinal)),
        ];
        return named.Length > 0 ? named : [new SourceFile(text, "A.cs")];
    }

    [GeneratedRegex(@"^// ---- (.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex PartName();
}
