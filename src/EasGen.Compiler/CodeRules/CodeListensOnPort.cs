using System.Collections.Immutable;
using System.Globalization;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using EasGen.Core.Starting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

internal sealed class CodeListensOnPort() : ProgramRule(CompilerRules.EAS1017_CodeListensOnPort)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project)
    {
        start.RegisterSemanticModelAction(file =>
        {
            var addresses = ListenReader.Read(
                file.SemanticModel,
                () => project.Environment,
                file.CancellationToken);
            Judge("This", addresses, project).ForEach(file.ReportDiagnostic);
        });

        var opens = new Lazy<bool>(() => Calls(start.Compilation, static name => name.StartsWith("Listen", StringComparison.Ordinal)));
        var asks = new Lazy<bool>(() => Calls(start.Compilation, static name => name is "UseUrls" or "UseSetting"));
        start.RegisterAdditionalFileAction(file =>
        {
            if (!AppSettings.IsSettings(file.AdditionalFile)
                || project.First is null
                || project.Environment is not { } environment)
                return;
            var told = AppSettings.Read(file.Options.AdditionalFiles, environment, file.CancellationToken);
            if (told.Count == 0)
                return;
            var rank = DotnetSetting.Rank(told[0].Setting);
            // Start line and variables count before the file, and are judged where they stand; so does code, which adds endpoints.
            if (project.Services.Any(service => service.AddressRank() <= rank) || opens.Value || (rank > 0 && asks.Value))
                return;
            var own = new HashSet<ListenAddress>(
                told.Where(setting => setting.File == file.AdditionalFile).Select(static setting => setting.Address));
            Judge(
                Path.GetFileName(file.AdditionalFile.Path),
                [.. told.Select(static setting => setting.Address)],
                project).ForEach(diagnostic => Report(diagnostic, own, file.ReportDiagnostic));
        });
    }

    // Where the first service has nothing against it, the others are not read.
    private List<Diagnostic> Judge(string subject, List<ListenAddress> addresses, UserProject project)
    {
        if (addresses.Count == 0
            || project.First?.Port is not { } port
            || (Judge(subject, addresses, port, served: true).Count == 0 && Judge(subject, addresses, port, served: false).Count == 0)
            || project.Agreed(static service => service.Port) != port)
            return [];
        return Judge(subject, addresses, port, project.Services.Any(static service => service.IsServed));
    }

    private List<Diagnostic> Judge(string subject, List<ListenAddress> addresses, int port, bool served)
    {
        // One address that is right, or that only the running program knows, is enough.
        if (!served && addresses.Exists(address => address.Ports.Length == 0 || (address.Ports.Contains(port) && address.Loopback is null)))
            return [];
        var wrong = new List<Diagnostic>();
        foreach (var address in addresses.Where(static address => address.Ports.Length > 0 && !address.IsConditional))
            Judge(subject, address, port, served, wrong.Add);
        return wrong;
    }

    // EasGen.AspNetCore listens as declared: beside it another endpoint does no harm, and another host is overruled.
    private void Judge(string subject, ListenAddress address, int port, bool served, Action<Diagnostic> report)
    {
        var declared = port.ToString(CultureInfo.InvariantCulture);
        var isRight = address.Ports.Contains(port);
        if (!isRight && !(served && address.IsEndpoint))
        {
            var ports = string.Join(", ", address.Ports.Select(static other => other.ToString(CultureInfo.InvariantCulture)));
            report(Report(
                address.At,
                $"{subject} sets port {ports}, but the container declares {declared}, which EAS calls; make them equal",
                FixOf(address.At, address.Fix(port))));
        }
        if (address.Loopback is { } host && !served && (isRight || address.HostAt is not null))
        {
            var place = address.HostAt ?? address.At;
            report(Report(
                place,
                $"'{host}' is only reachable inside the container; listen on all addresses, such as http://0.0.0.0:{declared}",
                FixOf(place, address.HostAt is null ? address.Fix(port) : address.HostFix)));
        }

        // A file of settings is no C#.
        static ImmutableDictionary<string, string?>? FixOf(Location place, string? value) =>
            value is null || !place.IsInSource ? null : FixProperties.Replace($"Use {value}", value);
    }

    // Each file reports what stands in it.
    private static void Report(Diagnostic diagnostic, HashSet<ListenAddress> own, Action<Diagnostic> report)
    {
        if (own.Any(address => address.At == diagnostic.Location))
            report(diagnostic);
    }

    private static bool Calls(Compilation compilation, Func<string, bool> isWanted) => compilation.SyntaxTrees.Any(tree =>
        tree
            .GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => CodeReader.NameOf(call) is { } name && isWanted(name)));
}
