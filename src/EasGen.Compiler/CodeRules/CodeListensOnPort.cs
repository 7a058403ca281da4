using System.Collections.Immutable;
using System.Globalization;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodeListensOnPort() : ProgramRule(AgainstCode.EAS1017_CodeListensOnPort)
{
    private protected override void Register(CompilationStartAnalysisContext start, Lazy<ProjectService[]> services) =>
        start.RegisterSemanticModelAction(file =>
        {
            var addresses = ListenReader.Read(file.SemanticModel, file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken), file.CancellationToken);
            if (addresses.Count == 0 || ProjectService.Agreed(services.Value, static service => service.Port) is not { } port)
                return;
            var served = services.Value.Any(static service => service.IsServed);
            // One address that is right, or that only the running program knows, is enough.
            if (!served && addresses.Any(address => address.Ports.Length == 0 || (address.Ports.Contains(port) && address.Loopback is null)))
                return;
            foreach (var address in addresses.Where(static address => address.Ports.Length > 0 && !CodeReader.IsConditional(address.At)))
                Judge(address, port, served, file.ReportDiagnostic);
        });

    // EasGen.AspNetCore listens as declared: beside it another endpoint does no harm, and another host is overruled.
    private void Judge(ListenAddress address, int port, bool served, Action<Diagnostic> report)
    {
        var declared = port.ToString(CultureInfo.InvariantCulture);
        var isRight = address.Ports.Contains(port);
        if (!isRight && !(served && address.IsEndpoint))
        {
            report(Report(
                address.At.GetLocation(),
                $"This asks for port {string.Join(", ", address.Ports.Select(static other => other.ToString(CultureInfo.InvariantCulture)))}, but the container declares {declared}, which EAS calls; make them equal",
                FixOf(address.Fix(port))));
        }
        if (address.Loopback is { } host && !served && (isRight || address.HostAt is not null))
        {
            report(Report(
                (address.HostAt ?? address.At).GetLocation(),
                $"'{host}' is reachable from inside the container only; listen on all addresses, such as http://0.0.0.0:{declared}",
                FixOf(address.HostAt is null ? address.Fix(port) : address.HostFix)));
        }

        static ImmutableDictionary<string, string?>? FixOf(string? value) =>
            value is null ? null : FixProperties.Of($"Use {value}", value, null);
    }
}
