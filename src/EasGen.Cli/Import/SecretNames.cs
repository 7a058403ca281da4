using System.Globalization;
using System.Text.RegularExpressions;

namespace EasGen.Cli.Import;

/// <summary>The placeholders of one run: one for each secret, because all of its classes may be built together.</summary>
internal sealed class SecretNames
{
    // The secret behind a name; null behind one that somebody else fills.
    private readonly Dictionary<string, string?> taken = new(StringComparer.Ordinal);

    /// <summary>Keeps the names of the placeholders that a text has already.</summary>
    public void Reserve(string text)
    {
        foreach (Match placeholder in Regex.Matches(text, @"\$\{([A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant))
            taken.TryAdd(placeholder.Groups[1].Value, null);
    }

    /// <summary>The placeholder for a secret: the wanted one, or with a number behind its name where another secret has that.</summary>
    public string Take(string wanted, string secret)
    {
        var name = Regex.Replace(wanted, "[^A-Za-z0-9_]+", "_", RegexOptions.CultureInvariant).Trim('_') is { Length: > 0 } clean
            ? clean
            : "SECRET";
        var unique = name;
        for (var count = 2; !taken.TryAdd(unique, secret) && taken[unique] != secret; count++)
            unique = $"{name}_{count.ToString(CultureInfo.InvariantCulture)}";
        return $"${{{unique}}}";
    }
}
