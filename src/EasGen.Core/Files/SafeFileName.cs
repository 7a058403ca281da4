using System.Text.RegularExpressions;

namespace EasGen.Core.Files;

/// <summary>
/// Whether the names of services and environments can be names of files and folders on every system. Most bad names break a rule on
/// names already, but one with a placeholder is not judged there, and EAS knows nothing of the names that Windows keeps to itself.
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
        return IsDevice(name)
            ? $"'{name}' cannot be a file name on Windows, which reserves it for a device; choose another service name"
            : null;
    }

    /// <summary>What is wrong with the name of an environment, which is that of its file and of its folder.</summary>
    public static string? JudgeEnvironment(string name)
    {
        if (!Regex.IsMatch(name, $@"^[A-Za-z0-9_-]{{1,{Longest}}}\z", RegexOptions.CultureInvariant))
            return $"The environment '{name}' cannot be the name of a folder; "
                + $"name the file eas.<environment>.json with letters, digits, - and _, such as eas.production.json";
        return IsDevice(name)
            ? $"The environment '{name}' cannot be the name of a folder on Windows, which reserves it for a device; choose another one"
            : null;
    }

    private static bool IsDevice(string name) =>
        Regex.IsMatch(name, @"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
