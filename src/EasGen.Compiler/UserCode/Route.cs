using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.UserCode;

/// <summary>A route that the code answers GET requests at.</summary>
/// <param name="Template">With parameters in braces: <c>/models/{name}</c>.</param>
/// <param name="IsOpen">True when more may stand before it, which the code does not tell.</param>
/// <param name="Runs">False when the code that maps it does not run in the environment of the service.</param>
/// <param name="Place">Where it is mapped.</param>
internal sealed record Route(string Template, bool IsOpen, bool Runs, Location Place)
{
    private readonly string[] segments = Split(Template);

    /// <summary>The method that maps it; null for the action of a controller.</summary>
    public IMethodSymbol? Owner { get; init; }

    public bool Covers(string path)
    {
        var parts = Split(path);
        for (var skip = 0; skip <= (IsOpen ? parts.Length : 0); skip++)
        {
            if (Covers(0, parts, skip))
                return true;
        }
        return false;
    }

    // What a parameter takes is not judged: it may be the path.
    private bool Covers(int at, string[] parts, int part)
    {
        if (at == segments.Length)
            return part == parts.Length;
        var segment = segments[at];
        if (segment.StartsWith("{*", StringComparison.Ordinal))
            return true;
        if (part == parts.Length)
            return (segment.EndsWith("?}", StringComparison.Ordinal) || segment.IndexOf('=') >= 0) && Covers(at + 1, parts, part);
        return (segment.IndexOf('{') >= 0 || string.Equals(segment, parts[part], StringComparison.OrdinalIgnoreCase))
            && Covers(at + 1, parts, part + 1);
    }

    private static string[] Split(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
}
