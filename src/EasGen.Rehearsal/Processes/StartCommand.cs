using EasGen.Core.Starting;

namespace EasGen.Rehearsal.Processes;

/// <summary>What starts a container's program here.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">Where it starts.</param>
internal sealed record StartCommand(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Where images of .NET have the program.</summary>
    private const string ImageFolder = "/app/";

    public bool IsDotnet => StartedProgram.NameOf(Program) == "dotnet";

    public override string ToString() => string.Join(' ', [Program, .. Arguments]);

    /// <param name="container">The container.</param>
    /// <param name="command">What starts it here; null for its own start line.</param>
    /// <param name="folder">Where it starts.</param>
    /// <exception cref="RehearsalException">It cannot run here.</exception>
    public static StartCommand Of(RehearsedContainer container, string? command, string folder)
    {
        var option = container.Index == 0 ? "--command" : FormattableString.Invariant($"--command-{container.Index}");
        var way = $"name what starts it here with {option} \"dotnet X.dll\"";
        if (command is not null)
            return Find(Words(command, []), folder, way);
        if (container.Command is { } line)
            return Find(Words(line, container.Arguments), folder, way);
        if (container.Script is { } script)
            return OperatingSystem.IsWindows()
                ? throw new RehearsalException($"Container {container.Index} starts with a script, which Windows has no shell for; {way}")
                : new("/bin/sh", ["-c", script], folder);
        throw new RehearsalException(
            $"Container {container.Index} has neither a command nor a script, so its image decides what runs; {way}");
    }

    /// <summary>The folder that has the program of a start line: that of the artifact, or one above it.</summary>
    public static string FolderOf(string file, RehearsedContainer container, string? command)
    {
        var words = Words(command ?? container.Command ?? container.Script ?? "", []);
        var own = Path.GetDirectoryName(Path.GetFullPath(file))!;
        for (var (folder, depth) = (own, 0); folder is not null && depth < 4; folder = Path.GetDirectoryName(folder), depth++)
        {
            // A rooted path is there whatever the folder is, unless it is the image's.
            if (words.Any(word => (word[0] != '/' || IsInImage(word)) && Here(word, folder) is not null))
                return folder;
        }
        return own;
    }

    private static StartCommand Find(List<string> words, string folder, string way)
    {
        if (words.Count == 0)
            throw new RehearsalException($"The command is empty; {way}");
        var isPath = words[0].Contains('/', StringComparison.Ordinal);
        var program = (isPath ? null : OnPath(words[0])) ?? Here(words[0], folder);
        if (program is null)
            throw new RehearsalException($"'{words[0]}' is not on this machine; install it, or {way}");
        if (StartedProgram.NameOf(program) != "dotnet" || words.Count < 2 || !words[1].EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return new(program, [.. words.Skip(1)], folder);
        var assembly = Here(words[1], folder)
            ?? throw new RehearsalException($"'{words[1]}' is not in '{folder}'; build the project, or {way}");
        return new(program, [assembly, .. words.Skip(2)], folder);
    }

    // Without a shell an operator is an argument like others.
    private static List<string> Words(string line, IReadOnlyList<string> arguments) =>
    [
        // A backslash is an escape, or the separator of Windows.
        .. ShellReader.Read(OperatingSystem.IsWindows() ? line.Replace('\\', '/') : line, inShell: false).Commands
            .SelectMany(static command => command.Words.Select(static word => word.Text).Append(command.End))
            .Where(static word => word.Length > 0),
        .. arguments,
    ];

    private static bool IsInImage(string path) => path.StartsWith(ImageFolder, StringComparison.Ordinal);

    private static string? Here(string path, string folder)
    {
        var inImage = IsInImage(path) ? path[ImageFolder.Length..] : path;
        // A rooted path stays what it is.
        return new[] { Path.Combine(folder, inImage), Path.Combine(folder, path) }.FirstOrDefault(File.Exists);
    }

    private static string? OnPath(string program)
    {
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", "" } : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(static folder => folder.Length > 0)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }
}
