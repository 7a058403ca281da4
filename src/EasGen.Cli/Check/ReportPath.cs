namespace EasGen.Cli.Check;

/// <summary>Paths as tools that know the repository want them.</summary>
internal static class ReportPath
{
    /// <summary>Relative to the working folder and with slashes, if it is below; else as it is.</summary>
    public static string Of(string path) => Below(path) is { } relative ? string.Join('/', relative) : path;

    /// <summary>The same as the address of a document.</summary>
    public static string Address(string path) => Below(path) is { } relative
        ? string.Join('/', relative.Select(Uri.EscapeDataString))
        : new Uri(Path.GetFullPath(path)).AbsoluteUri;

    private static string[]? Below(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path.Replace('\0', '?'));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? null
            : relative.Split(Path.DirectorySeparatorChar);
    }
}
