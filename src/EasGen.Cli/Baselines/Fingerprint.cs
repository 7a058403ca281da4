using System.Security.Cryptography;
using System.Text;
using EasGen.Cli.Check;

namespace EasGen.Cli.Baselines;

/// <summary>What a finding is known by, wherever its lines move.</summary>
/// <param name="File">Its path, with slashes.</param>
/// <param name="Pointer">The setting.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Value">A hash of what stands there, without secrets; empty where that is no text, number or switch.</param>
internal readonly record struct Fingerprint(string File, string Pointer, string Rule, string Value) : IComparable<Fingerprint>
{
    // Half of a hash is enough to tell a few values of one setting from each other.
    private const int Bytes = 8;

    /// <param name="located">The finding.</param>
    /// <param name="file">The path of its file.</param>
    public static Fingerprint Of(LocatedFinding located, string file) =>
        new(file, located.Finding.Pointer, located.Rule.Id, located.Value.Length == 0 ? "" : Hash(located.Value, Bytes));

    /// <summary>All of it in one word.</summary>
    public string ToHash() => Hash($"{File}\n{Pointer}\n{Rule}\n{Value}", SHA256.HashSizeInBytes);

    public int CompareTo(Fingerprint other)
    {
        var order = string.CompareOrdinal(File, other.File);
        if (order == 0)
            order = string.CompareOrdinal(Pointer, other.Pointer);
        if (order == 0)
            order = string.CompareOrdinal(Rule, other.Rule);
        return order != 0 ? order : string.CompareOrdinal(Value, other.Value);
    }

    private static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
