using System.Text.RegularExpressions;

namespace EasGen.Core.Files;

/// <summary>
/// Whether a service name can be a file name on every system. Most bad names break a rule on names already, but one with
/// a placeholder is not judged there, and EAS knows nothing of the names that Windows keeps to itself.
/// </summary>
internal static class SafeFileName
{
    // Names of EAS have 63 characters at most; placeholders take some more.
    private const int Longest = 128;

    public static string? Judge(string name)
    {
        if (name.Length > Longest)
            return $"A service name of {name.Length} characters cannot be a file name; use {Longest} or less";
        if (!Regex.IsMatch(name, @"^([A-Za-z0-9_-]|\$\{[A-Za-z0-9_]+\})+\z", RegexOptions.CultureInvariant))
            return $"The service name '{name}' cannot be a file name; "
                + $"use letters, digits, underscores and placeholders like ${{NAME}} only";
        if (Regex.IsMatch(name, @"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))
            return $"'{name}' cannot be a file name on Windows, which reserves it for a device; choose another service name";
        return null;
    }
}
