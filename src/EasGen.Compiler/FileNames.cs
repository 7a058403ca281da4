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
        var names = new Dictionary<string, string>(services.Length, StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(services.Length, StringComparer.OrdinalIgnoreCase);
        var distinct = new List<DeclaredService>(services.Length);
        foreach (var service in services)
        {
            if (service is null || names.ContainsKey(service.Type.FullName))
                continue;
            var readable = Readable(service.Type.FullName);
            names.Add(service.Type.FullName, readable);
            alike[readable] = alike.TryGetValue(readable, out var count) ? count + 1 : 1;
            distinct.Add(service);
        }

        // In an order that does not depend on that of the files.
        distinct.Sort(static (one, other) => string.CompareOrdinal(one.Type.FullName, other.Type.FullName));
        var first = distinct.Find(static service => service.HasManifest);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var named = ImmutableArray.CreateBuilder<NamedService>(distinct.Count);
        foreach (var service in distinct)
        {
            var readable = names[service.Type.FullName];
            var wanted = alike[readable] > 1 ? $"{readable}-{Mark(service.Type.FullName)}" : readable;
            named.Add(new(service, Free(wanted, taken), ReferenceEquals(service, first)));
        }
        return named.MoveToImmutable();
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
        var readable = IsReadable(name) ? name : new string([.. name.Select(static c => c == '+' ? '.' : IsReadable(c) ? c : '-')]);
        var isShort = Encoding.UTF8.GetByteCount(readable) <= Longest;
        return isShort && readable.IndexOf('-') < 0
            ? readable
            : $"{(isShort ? readable : readable.Substring(0, Longest / 4))}-{Mark(name)}";
    }

    private static bool IsReadable(string name)
    {
        foreach (var c in name)
        {
            if (!IsReadable(c))
                return false;
        }
        return true;
    }

    private static bool IsReadable(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "-";
        return name;
    }
}
