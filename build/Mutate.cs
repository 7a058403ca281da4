// Changes Core or the runtime in many small ways, one at a time, and names each change that no test notices. Needs the .NET SDK alone:
//   dotnet run build/Mutate.cs                                all features
//   dotnet run build/Mutate.cs -- Probe 'Container*'          these features
//   dotnet run build/Mutate.cs -- Reading Writing             these folders of Core
//   dotnet run build/Mutate.cs -- EasGen.AspNetCore/Probes    a folder of the runtime, or all of it
//   dotnet run build/Mutate.cs -- 'EasGen.AspNetCore/Eas*'    these files of it
// The tests of rules have to notice, or those of reading and writing, or the runtime's; what takes long is left out.

using System.Diagnostics;
using System.IO.Enumeration;
using System.Text.Json;
using System.Text.RegularExpressions;

const string Stryker = "dotnet-stryker@5.1.0";
const string Core = "EasGen.Core";
const string Runtime = "EasGen.AspNetCore";
const string Quick = "Takes!=Time";
// A change is made in the process of the tests alone.
const string Inside = "Needs!=Process";

// What reads and writes is seen best where what was read is told, and where what was written is read again.
string[] forText =
    [".GeneralRuleTests.", ".RawSettingRuleTests.", ".RoundTrip.", ".Misconfigurations.", ".Examples.", ".Cases."];

// What holds for all features and is seen at once.
string[] forAll =
    [".FeatureTests.", ".DefaultsTests.", ".FileCoverage.Every", ".RuleBook.Names", ".RuleBook.Holds", ".RuleBook.Judges"];

Environment.CurrentDirectory = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var output = Path.GetFullPath($"artifacts/mutation/{DateTime.UtcNow:yyyyMMdd-HHmmss}");
string[] names = args is [] ? ["Features"] : args;
var project = names[0].Split('/')[0] == Runtime ? Runtime : Core;
var (sources, tests) = ($"src/{project}", $"tests/{project}.Tests");
if (Array.Find(names, name => !Files(name).Any()) is { } unknown)
{
    Console.Error.WriteLine(
        $"'{unknown}' is no folder or file of {project}; write one such as Reading, Probe, 'Cpu*' or EasGen.AspNetCore/Probes");
    return 2;
}
var files = names.SelectMany(Files).Distinct().Order(StringComparer.Ordinal).ToList();

// A build or an editor that runs meanwhile goes first.
Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
var start = new ProcessStartInfo("dotnet", Arguments())
{
    WorkingDirectory = tests,
    Environment =
    {
        ["RunAnalyzers"] = "false",
        // The runner of tests gives up after 90 seconds otherwise, and takes all results with it.
        ["VSTEST_CONNECTION_TIMEOUT"] = "600",
        // Each change has a process of its own, which ends before code that is compiled anew would pay for it.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    },
};
using (var stryker = Process.Start(start)!)
{
    stryker.WaitForExit();
    if (stryker.ExitCode != 0)
        return stryker.ExitCode;
}
return Report() ? 0 : 1;

// Debug, so that what Release builds have made stays as it is.
IEnumerable<string> Arguments() =>
[
    "tool", "exec", Stryker, "--yes", "--",
    "--project", $"{project}.csproj", "--configuration", "Debug", "--skip-version-check",
    // The runtime's tests mostly wait.
    "--concurrency", project == Runtime ? "6" : "2",
    .. project == Runtime ? new[] { "--target-framework", "net10.0" } : [],
    "--break-on-initial-test-failure",
    "--reporter", "Json", "--reporter", "Progress", "--output", output,
    "--test-case-filter", TestFilter(),
    .. files.SelectMany(static file => new[] { "--mutate", file }),
];

IEnumerable<string> Files(string name) =>
    from file in Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories)
    let path = InProject(file)
    where !IsMade(path)
        && (path.StartsWith(name + "/", StringComparison.Ordinal)
            || $"{project}/{path}".StartsWith(name + "/", StringComparison.Ordinal)
            || (name.Contains('/') && FileSystemName.MatchesSimpleExpression($"{name}.cs", $"{project}/{path}"))
            || FileSystemName.MatchesSimpleExpression($"Features/{name}.cs", path))
    select path;

string InProject(string file) => Path.GetRelativePath(sources, file).Replace('\\', '/');

static bool IsMade(string path) => path.StartsWith("bin/", StringComparison.Ordinal) || path.StartsWith("obj/", StringComparison.Ordinal);

// The tests of a feature's rules, or, for what has none, those of the features that use it: each service is held to all rules, so with
// all tests for every change it would take hours. Most tests of rules read no JSON, so what reads and writes is held to those that do.
string TestFilter()
{
    if (project == Runtime)
        return $"FullyQualifiedName!~.Proofs.&{Quick}&{Inside}";
    var rules = TestFiles("Rules").ToDictionary(static file => file, File.ReadAllText);
    var ids = files.Where(static file => !IsText(file)).SelectMany(IdsOf).ToHashSet(StringComparer.Ordinal);
    var named = rules.Keys.Where(file => RuleName().Matches(rules[file]).Any(rule => ids.Contains(rule.Value)));
    var others = files.TrueForAll(IsFeature) ? [] : TestFiles("Reading").Concat(TestFiles("Writing"));
    var classes = named.Concat(others).Select(static file => $".{Path.GetFileNameWithoutExtension(file)}.")
        .Concat(files.Select(static file => $".{Path.GetFileNameWithoutExtension(file)}Tests."));
    string[] always = files.TrueForAll(IsFeature) ? forAll : [.. forText, .. forAll];
    var chosen = string.Join('|', classes.Concat(always).Select(static name => $"FullyQualifiedName~{name}"));
    return $"({chosen})&{Quick}";
}

IEnumerable<string> IdsOf(string file)
{
    var own = Ids($"{sources}/{file}");
    if (own.Length > 0)
        return own;
    string[] judges = [.. Directory.GetFiles($"{sources}/Features"), .. Directory.GetFiles($"{sources}/Checking")];
    var use = new Regex($@"\b{Path.GetFileNameWithoutExtension(file)}[.(]");
    string[] ids = [.. judges
        .Where(other => InProject(other) != file && use.IsMatch(File.ReadAllText(other)))
        .SelectMany(user => IdsOf(InProject(user)))];
    return IsFeature(file) && ids.Length > 0 ? ids : judges.SelectMany(Ids);
}

static string[] Ids(string file) => [.. RuleName().Matches(File.ReadAllText(file)).Select(static rule => rule.Value)];

static bool IsText(string file) =>
    file.StartsWith("Reading/", StringComparison.Ordinal) || file.StartsWith("Writing/", StringComparison.Ordinal);

static bool IsFeature(string file) => file.StartsWith("Features/", StringComparison.Ordinal);

IEnumerable<string> TestFiles(string folder) =>
    Directory.GetFiles($"{tests}/{folder}", "*.cs").Where(static file => !file.EndsWith("RuleBook.cs", StringComparison.Ordinal)).Order();

bool Report()
{
    // The report names its files from the root of the project, or of the machine.
    var root = Path.GetFullPath(sources);
    using var report = JsonDocument.Parse(File.ReadAllBytes($"{output}/reports/mutation-report.json"));
    var mutants = (
        from file in report.RootElement.GetProperty("files").EnumerateObject()
        from mutant in file.Value.GetProperty("mutants").EnumerateArray()
        let status = mutant.GetProperty("status").GetString()
        where status is "Killed" or "Timeout" or "Survived" or "NoCoverage" or "CompileError"
        select new Mutant(
            Path.GetRelativePath(root, Path.GetFullPath(file.Name, root)).Replace('\\', '/'),
            mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
            mutant.GetProperty("location").GetProperty("start").GetProperty("column").GetInt32(),
            mutant.GetProperty("mutatorName").GetString()!,
            mutant.GetProperty("replacement").GetString()!,
            Compiles: status is not "CompileError",
            Noticed: status is "Killed" or "Timeout"))
        .Where(mutant => files.Contains(mutant.File) && !MeansTheSame(mutant))
        .OrderBy(static mutant => mutant.File, StringComparer.Ordinal)
        .ThenBy(static mutant => mutant.Line)
        .ToList();

    foreach (var mutant in mutants.Where(static mutant => mutant.Compiles && !mutant.Noticed))
        Console.WriteLine(
            $"{sources}/{mutant.File}({mutant.Line}): nobody notices: {mutant.Change}: {mutant.Code.ReplaceLineEndings(" ")}");

    Console.WriteLine("\n| file | changes | noticed | | do not compile |\n|---|---|---|---|---|");
    foreach (var file in mutants.GroupBy(static mutant => mutant.File))
        Write(file.Key, [.. file]);
    var enough = true;
    foreach (var folder in mutants.GroupBy(static mutant => Path.GetDirectoryName(mutant.File)!))
    {
        var least = folder.Key == "Features" ? 99 : 90;
        enough &= !(Write($"**{(folder.Key.Length > 0 ? folder.Key : project)}**, at least {least} %", [.. folder]) < least);
    }
    Console.WriteLine($"\nAll changes: {output}/reports/mutation-report.json");
    return enough;
}

// ASP.NET Core has no context to come back to, so that it is the same whether a wait does.
bool MeansTheSame(Mutant mutant) =>
    File.ReadLines($"{sources}/{mutant.File}").ElementAt(mutant.Line - 1)[..(mutant.Column - 1)]
        .EndsWith("ConfigureAwait(", StringComparison.Ordinal);

// The share of the changes that are noticed, in percent; not a number when there are none. Where a change does not compile, Stryker may
// take back all in its method or its file.
static double Write(string name, List<Mutant> mutants)
{
    var made = mutants.Count(static mutant => mutant.Compiles);
    var noticed = mutants.Count(static mutant => mutant.Noticed);
    var score = 100.0 * noticed / made;
    var shown = made == 0 ? "nothing to notice" : FormattableString.Invariant($"{score:0.00} %");
    Console.WriteLine($"| {name} | {made} | {noticed} | {shown} | {mutants.Count - made} |");
    return score;
}

internal sealed record Mutant(string File, int Line, int Column, string Change, string Code, bool Compiles, bool Noticed);

internal static partial class Program
{
    [GeneratedRegex(@"\bEAS\d{4}_\w+")]
    private static partial Regex RuleName();
}
