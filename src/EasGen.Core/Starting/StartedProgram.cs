namespace EasGen.Core.Starting;

/// <summary>A program of a start line, behind the shells and launchers that start it.</summary>
/// <param name="Path">As it is written, such as <c>/usr/bin/python</c>; of a module or script of Python that name.</param>
/// <param name="Arguments">What it is started with, with the place of each word.</param>
/// <param name="Assigned">The variables that are set for it alone.</param>
/// <param name="IsInBackground">True when the line goes on beside it.</param>
internal sealed record StartedProgram(string Path, IReadOnlyList<ToldValue> Arguments, Variables Assigned, bool IsInBackground)
{
    /// <summary>The launcher of a module or script.</summary>
    public const string Python = "python";

    /// <summary>The file name without folder and <c>.exe</c>.</summary>
    public string Name { get; } = NameOf(Path);

    /// <summary>The names of the launchers in front of it, such as <c>exec</c>.</summary>
    public IReadOnlyList<string> Launchers { get; init; } = [];

    /// <summary>True for a module or script of Python, or for Python itself.</summary>
    public bool IsPython => Launchers.Contains(Python)
        || Name.StartsWith(Python, StringComparison.Ordinal)
        || Name.EndsWith(".py", StringComparison.Ordinal);

    public static string NameOf(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ".exe".Length) : name;
    }

    /// <summary>True when the path ends so.</summary>
    public bool IsAt(string file) => Path.EndsWith(file, StringComparison.OrdinalIgnoreCase);

    public bool Mentions(string word)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Text == word)
                return true;
        }
        return false;
    }
}
