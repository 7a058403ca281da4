using System.Collections.Concurrent;
using System.Globalization;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.UserCode;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.CodeRules;

internal sealed class ProbePathIsMapped()
    : ProgramRule(
        CompilerRules.EAS1015_ProbePathIsMapped,
        CompilerRules.EAS1016_ProbePathIsMappedInProduction,
        Probe.EAS0708_PathIsInProduction)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project)
    {
        // Nothing is bound until the end, which an editor seldom comes to, and not even then when no service asks.
        var (files, types) = (new ConcurrentBag<SyntaxTree>(), new ConcurrentBag<INamedTypeSymbol>());
        start.RegisterSyntaxTreeAction(file => files.Add(file.Tree));
        start.RegisterSymbolAction(symbol => types.Add((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            // What is mapped depends on the environment, which for all but a few services is the same.
            foreach (var asking in project.Services.Where(Asks)
                .GroupBy(static service => service.Environment, StringComparer.OrdinalIgnoreCase))
            {
                var routes = Routes(end, asking.Key, files, types);
                foreach (var service in asking)
                    Judge(service, routes, end);
            }
        });
    }

    // What the code of the project answers, as it runs in an environment.
    private static RouteTable Routes(
        CompilationAnalysisContext end,
        string? environment,
        IEnumerable<SyntaxTree> files,
        IEnumerable<INamedTypeSymbol> types)
    {
        var routes = new RouteTable(end.Compilation);
        var calls = new RouteReader(end.Compilation, environment, routes);
        foreach (var file in files)
        {
#pragma warning disable RS1030 // The models that the actions on files are given would have to be kept, with all that they have bound.
            var model = end.Compilation.GetSemanticModel(file);
#pragma warning restore RS1030
            foreach (var code in file.GetRoot(end.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (model.GetOperation(code, end.CancellationToken) is IInvocationOperation call)
                    calls.Read(call, model);
            }
        }
        var controllers = new ControllerRoutes(end.Compilation, routes);
        foreach (var type in types)
            controllers.Read(type);
        return routes;
    }

    // The probes that the code has to answer: EasGen.AspNetCore maps those of a predictor itself.
    private static bool Asks(ProjectService service) => !service.IsServed && service.Service.Features.Any(IsAsked);

    private static bool IsAsked(Feature probe) => Probe.IsProbe(probe.Type) && (probe[FeatureType.ContainerIndex] ?? 0) == 0
        && probe[Probe.Path] is { } path && path.StartsWith("/", StringComparison.Ordinal) && !Placeholder.IsIn(path);

    // Another assembly may bring controllers, which ASP.NET Core finds by itself.
    private static bool HasControllersElsewhere(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly =>
        !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
            && assembly.Modules.Any(static module =>
                module.ReferencedAssemblies.Any(static used => used.Name == "Microsoft.AspNetCore.Mvc.Core")));

    private void Judge(ProjectService service, RouteTable routes, CompilationAnalysisContext end)
    {
        if (routes.IsComplete && !HasControllersElsewhere(end.Compilation))
            JudgeAll(service, routes, end);
        else if (routes.IsMappedElsewhere && !WithoutCode.MayDevelop(service.Environment))
            Suspect(service, service.Environment!, routes, end);
    }

    private void JudgeAll(ProjectService service, RouteTable routes, CompilationAnalysisContext end)
    {
        var map = new SourceMap(service.Class, end.CancellationToken);
        foreach (var probe in Addressing.Of(service.Service).Where(static placed => IsAsked(placed.Feature)))
        {
            // Another port may be that of another program in the container.
            if (probe[Probe.Port] != (service.Port ?? ServiceDefaults.Port))
                continue;
            var path = probe[Probe.Path]!.Split('?')[0];
            var covering = routes.Covering(path).ToArray();
            if (covering.Length == 0 && !routes.MayBeFile(path))
                end.ReportDiagnostic(Report(
                    map.Find(probe.At(Probe.Path)).Location,
                    $"EAS calls '{path}', which no endpoint of this project answers{Known(routes.Paths())}; "
                    + $"map it, as in app.MapHealthChecks(\"{path}\")"));
            else if (covering.Length > 0 && !covering.Any(routes.Runs))
                end.ReportDiagnostic(Descriptors.Report(
                    CompilerRules.EAS1016_ProbePathIsMappedInProduction,
                    $"EAS calls '{path}', which is not mapped in {service.Environment} ({Text(covering[0].Place)}), "
                    + $"where EAS runs the program; map it there too",
                    map.Find(probe.At(Probe.Path)).Location));
        }
    }

    // Other code, as the service defaults of a solution, maps what is not seen here: then the path alone tells, as it does of a file.
    private static void Suspect(ProjectService service, string environment, RouteTable routes, CompilationAnalysisContext end)
    {
        var probes = Addressing.Of(service.Service)
            .Where(probe => WithoutCode.IsForDevelopment(probe.Feature)
                && IsAsked(probe.Feature)
                && !routes.Covering(probe[Probe.Path]!).Any(routes.Runs)).ToArray();
        if (probes.Length == 0)
            return;
        var map = new SourceMap(service.Class, end.CancellationToken);
        foreach (var probe in probes)
            end.ReportDiagnostic(Descriptors.Report(WithoutCode.InDevelopment(probe, environment), map));
    }

    private static string Known(string[] paths) =>
        paths.Length == 0 ? "" : $" (mapped: {string.Join(", ", paths.Take(3))}{(paths.Length > 3 ? ", …" : "")})";

    private static string Text(Location place)
    {
        var line = place.GetLineSpan();
        return $"{line.Path.Split('/', '\\').Last()}, line {(line.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture)}";
    }
}
