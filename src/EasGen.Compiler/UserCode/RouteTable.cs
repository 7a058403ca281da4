using System.Collections.Concurrent;

namespace EasGen.Compiler.UserCode;

/// <summary>What the code of a project answers, as far as it can be told. Filled by many files at once.</summary>
internal sealed class RouteTable
{
    private readonly ConcurrentBag<Route> routes = [];
    private volatile bool hasUnknown;
    private volatile bool isMappedElsewhere;
    private volatile bool hasEndpoints;
    private volatile bool servesFiles;

    /// <summary>True when every answer of the program is known, and there is one.</summary>
    public bool IsComplete => !hasUnknown && (hasEndpoints || !routes.IsEmpty);

    /// <summary>True when code of another assembly maps what is not seen here.</summary>
    public bool IsMappedElsewhere => isMappedElsewhere;

    public void Add(Route route) => routes.Add(route);

    /// <summary>Something answers that no probe asks.</summary>
    public void AddOther() => hasEndpoints = true;

    /// <summary>Something answers, and the code does not tell at which paths.</summary>
    public void AddUnknown() => hasUnknown = true;

    /// <summary>Another assembly is handed the application.</summary>
    public void AddElsewhere() => hasUnknown = isMappedElsewhere = true;

    /// <summary>Files are answered at their own names.</summary>
    public void AddFiles() => servesFiles = true;

    /// <summary>The routes that answer a path, in the order of their places.</summary>
    public IEnumerable<Route> Covering(string path) => routes.Where(route => route.Covers(path))
        .OrderBy(
            static route => route.Place.SourceTree?.FilePath,
            StringComparer.Ordinal).ThenBy(static route => route.Place.SourceSpan.Start);

    public bool MayBeFile(string path) =>
        servesFiles && (path.EndsWith("/", StringComparison.Ordinal) || path.IndexOf('.', path.LastIndexOf('/')) >= 0);

    /// <summary>The plain paths, for a message.</summary>
    public string[] Paths() => [.. routes
        .Where(static route => !route.IsOpen && !route.IsForDevelopment && route.Template.IndexOf('{') < 0)
        .Select(static route =>
            "/"
                + route.Template.Trim('/')).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(
                    static path => path,
                    StringComparer.Ordinal)];
}
