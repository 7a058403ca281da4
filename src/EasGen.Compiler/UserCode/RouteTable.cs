using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.UserCode;

/// <summary>What the code of a project answers, as far as it can be told. Filled by many files at once.</summary>
internal sealed class RouteTable(Compilation compilation)
{
    private readonly ConcurrentBag<Route> routes = [];
    private readonly ConcurrentBag<Call> calls = [];
    private volatile bool hasUnknown;
    private volatile bool isMappedElsewhere;
    private volatile bool hasEndpoints;
    private volatile bool servesFiles;
    private volatile bool hasControllers;
    private volatile bool controllersRun;

    /// <summary>True when every answer of the program is known, and there is one.</summary>
    public bool IsComplete => !hasUnknown && (hasEndpoints || !routes.IsEmpty);

    /// <summary>True when code of another assembly maps what is not seen here.</summary>
    public bool IsMappedElsewhere => isMappedElsewhere;

    public void Add(Route route) => routes.Add(route);

    /// <summary>A method of the project is called.</summary>
    public void AddCall(IMethodSymbol method, IMethodSymbol? caller, Func<bool> runs) =>
        calls.Add(new((method.ReducedFrom ?? method).OriginalDefinition, caller, new(runs)));

    /// <summary>Something answers that no probe asks.</summary>
    public void AddOther() => hasEndpoints = true;

    /// <summary>Something answers, and the code does not tell at which paths.</summary>
    public void AddUnknown() => hasUnknown = true;

    /// <summary>Another assembly is handed the application.</summary>
    public void AddElsewhere(bool runs)
    {
        isMappedElsewhere = true;
        hasUnknown |= runs;
    }

    /// <summary>The controllers are mapped.</summary>
    public void AddControllers(bool run)
    {
        hasEndpoints = hasControllers = true;
        controllersRun |= run;
    }

    /// <summary>Files are answered at their own names.</summary>
    public void AddFiles() => servesFiles = true;

    /// <summary>The routes that answer a path, in the order of their places.</summary>
    public IEnumerable<Route> Covering(string path) => routes.Where(route => route.Covers(path))
        .OrderBy(
            static route => route.Place.SourceTree?.FilePath,
            StringComparer.Ordinal).ThenBy(static route => route.Place.SourceSpan.Start);

    /// <summary>True for a route that is mapped in the environment of the service.</summary>
    public bool Runs(Route route) => route.Runs && (route.Owner is null ? controllersRun || !hasControllers : Reaches(route.Owner, []));

    public bool MayBeFile(string path) =>
        servesFiles && (path.EndsWith("/", StringComparison.Ordinal) || path.IndexOf('.', path.LastIndexOf('/')) >= 0);

    /// <summary>The plain paths, for a message.</summary>
    public string[] Paths() => [.. routes
        .Where(route => !route.IsOpen && Runs(route) && route.Template.IndexOf('{') < 0)
        .Select(static route =>
            "/"
                + route.Template.Trim('/')).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(
                    static path => path,
                    StringComparer.Ordinal)];

    // Of a method that nothing here calls, or that others may call too, nobody knows when it runs.
    private bool Reaches(IMethodSymbol method, HashSet<ISymbol> seen)
    {
        method = method.OriginalDefinition;
        if (!seen.Add(method))
            return false;
        var own = calls.Where(call => SymbolEqualityComparer.Default.Equals(call.Method, method)).ToArray();
        return own.Length == 0
            || own.Any(call => call.Runs.Value && (call.Caller is null || Reaches(call.Caller, seen)))
            || method.IsVirtual || method.IsOverride
            || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name).Length > 0)
            || IsHandedOn(method.Name);
    }

    private bool IsHandedOn(string method) => compilation.SyntaxTrees.Any(tree => tree.GetRoot().DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Any(name => name.Identifier.ValueText == method
            && (name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || CodeReader.NameSyntax(call) != name)));

    private sealed record Call(IMethodSymbol Method, IMethodSymbol? Caller, Lazy<bool> Runs);
}
