using System.Collections.Immutable;
using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Core;

namespace EasGen.Compiler;

/// <summary>Names of generated files. The compiler ignores case in them and refuses the same name twice.</summary>
internal static class FileNames
{
    /// <summary>The classes whose names another class has in other case.</summary>
    public static Sequence<string> Twins(ImmutableArray<DeclaredService?> services)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var twins = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            if (service is null)
                continue;
            var name = service.Type.FullName;
            if (!seen.TryGetValue(name, out var other))
                seen.Add(name, name);
            else if (other != name)
                twins.UnionWith([other, name]);
        }
        return Sequence<string>.From(twins.OrderBy(static name => name, StringComparer.Ordinal));
    }

    public static string For(DeclaredService service, Sequence<string> twins, string kind)
    {
        var name = service.Type.FullName;
        var mark = twins.Count > 0 && twins.Contains(name) ? "-" + Mark(name) : "";
        return $"{Readable(name)}{mark}{kind}.g.cs";
    }

    // Generic types and types of one file have signs in their names that a file name cannot have.
    private static string Readable(string name)
    {
        var readable = new string([.. name.Select(static c => c == '+' ? '.' : char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')]);
        return readable.IndexOf('-') < 0 ? readable : $"{readable}-{Mark(name)}";
    }

    /// <summary>A short mark of a name, the same on every machine (FNV-1a).</summary>
    public static string Mark(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
