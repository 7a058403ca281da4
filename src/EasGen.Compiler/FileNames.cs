using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EasGen.Compiler.Declared;

namespace EasGen.Compiler;

/// <summary>A service among the others of its project.</summary>
/// <param name="Service">The service.</param>
/// <param name="FileName">What the names of its generated files have in common.</param>
/// <param name="IsFirst">True for one service, which says what has to be said once for all of them.</param>
internal sealed record NamedService(DeclaredService Service, string FileName, bool IsFirst);

/// <summary>Names of generated files. The compiler ignores case in them and refuses the same name twice.</summary>
internal static class FileNames
{
    // What a file system takes, in bytes, with room for what stands behind the name.
    private const int Longest = 200;

    /// <summary>
    /// Gives every class a name of its own. Of two that the compiler confuses, as while a class becomes a record, the first gets code.
    /// </summary>
    public static ImmutableArray<NamedService> Assign(ImmutableArray<DeclaredService?> services)
    {
        var distinct = services
            .OfType<DeclaredService>()
            .GroupBy(static service => service.Type.FullName, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToArray();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alike in distinct
            .Select(static service => service.Type.FullName)
            .GroupBy(Readable, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static alike => alike.Key, StringComparer.Ordinal))
        {
            var isShared = alike.Skip(1).Any();
            foreach (var fullName in isShared ? alike.OrderBy(static name => name, StringComparer.Ordinal) : alike.AsEnumerable())
                names[fullName] = Free(isShared ? $"{Readable(fullName)}-{Mark(fullName)}" : alike.Key, taken);
        }
        var first = distinct
            .Where(static service => service.HasManifest)
            .Select(static service => service.Type.FullName)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .FirstOrDefault();
        return distinct
            .Select(service => new NamedService(service, names[service.Type.FullName], service.Type.FullName == first))
            .ToImmutableArray();
    }

    /// <summary>A short mark of a name, the same on every machine (FNV-1a).</summary>
    public static string Mark(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    // Generic types and types of one file have signs in their names that a file name cannot have.
    private static string Readable(string name)
    {
        var readable = name.All(IsReadable) ? name : new string([.. name.Select(static c => c == '+' ? '.' : IsReadable(c) ? c : '-')]);
        var isShort = Encoding.UTF8.GetByteCount(readable) <= Longest;
        return isShort && readable.IndexOf('-') < 0
            ? readable
            : $"{(isShort ? readable : readable.Substring(0, Longest / 4))}-{Mark(name)}";
    }

    private static bool IsReadable(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "-";
        return name;
    }
}
