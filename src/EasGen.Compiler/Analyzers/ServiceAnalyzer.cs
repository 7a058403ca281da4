using System.Collections.Immutable;
using EasGen.Compiler.CodeRules;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using EasGen.Core.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.Analyzers;

/// <summary>
/// Holds what the attributes of each class say against the whole rule book, and the code of the project against its services. One
/// analyzer for all rules: each would cost a compiler some kilobytes with every keystroke, and would read the classes by itself.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DiagnosticAnalyzer
{
    // These hold where no service is, too.
    private static readonly ProgramRule[] Everywhere = [new SettingHasService(), new MarkIsOnMethod(), new ServiceIsAddedOnce()];

    // These hold the program against its services.
    private static readonly ProgramRule[] OnPrograms =
    [
        new ClassIsPartial(), new ProbePathIsMapped(), new CodeListensOnPort(), new ShutdownFitsGracePeriod(), new SigtermIsSent(),
    ];

    // These judge a service by its class.
    private static readonly CodeRule[] OnClasses =
    [
        new ClassCanBeExtended(), new ConstantsNameIsFree(), new ServiceNamesAreUnique(), new RuntimeIsReferenced(), new SigtermIsSent(),
        new PredictCanBeCalled(), new PredictLimitsAreInRange(), new QueueHasLimit(), new BatchCanBeCalled(), new BatchFitsQueue(),
        new BatchDelayFitsTimeLimit(), new BatchDelayHasSize(), new RouteIsFree(), new StartupCanBeCalled(), new ProbeCanBeCalled(),
        new ProbePathIsServed(),
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.Of(Everywhere.Concat(OnPrograms).Concat(OnClasses)
            .SelectMany(static rule => rule.Rules)
            .Concat(ServiceRules.All)
            .Distinct());

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var project = new UserProject(start.Compilation);
            Array.ForEach(Everywhere, rule => rule.Register(start, project));
            if (!project.Classes.MayBeAny)
                return;
            Array.ForEach(OnPrograms, rule => rule.Register(start, project));
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (project.Classes.Of((INamedTypeSymbol)symbol.Symbol) is { } annotated)
                        Judge(annotated, project, symbol);
                },
                SymbolKind.NamedType);
        });
    }

    private static void Judge(AnnotatedClass annotated, UserProject project, SymbolAnalysisContext symbol)
    {
        foreach (var rule in OnClasses)
            rule.Judge(
                annotated,
                project,
                (location, message, fix) => symbol.ReportDiagnostic(location.IsInProjectOf(annotated.Type)
                    ? rule.Report(location, message, fix)
                    : rule.Report(SourceOrder.PlaceOf(annotated.Type), message)));

        var findings = ServiceRules.Check(annotated.Service);
        if (findings.Count == 0)
            return;

        var map = new SourceMap(annotated, symbol.CancellationToken);
        var offer = new FixOffer(annotated, map);
        foreach (var finding in findings)
        {
            // A note is about what is written; what EasGen fills in gets none.
            if (finding.Rule.Severity != Severity.Info || map.Find(finding.Pointer).Kind != SettingLocationKind.Missing)
                symbol.ReportDiagnostic(Descriptors.Report(finding, map, offer));
        }
    }
}
