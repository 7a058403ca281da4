using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>Shows the traces of the service in its console.</summary>
internal static class Tracing
{
    private const string Agent = "aliyun-bootstrap";

    private static readonly LazyRegex Started = new(@"(?<![\w-])aliyun-(?:bootstrap|instrument)(?![\w-])");

    // A requirement of pip, in any of the spellings that it takes for one.
    private static readonly LazyRegex Package = new(@"^\s*aliyun[-_.]bootstrap\s*(?:[\[=<>!~;@]|\z)", RegexOptions.IgnoreCase);

    private static readonly LazyRegex Installed = new($@"\binstall\b[^\n;&|]*\s{Agent}\b");

    public static readonly MarkRow EnableTrace = new("EnableTrace", "labels/EnableTrace", "true") { Console = "Tracing Analysis" };

    public static readonly Rule EAS0231_AgentIsInstalledAndStarted = Rule.Warning(
        "EAS0231",
        "Tracing agent is either not installed or not started")
        .When(static service =>
        {
            foreach (var container in service.All(Container.Room))
                Judge(service, container);
        });

    public static readonly Room Room = new("Tracing", "", [EnableTrace], [EAS0231_AgentIsInstalledAndStarted]);

    private static void Judge(Inspection service, Placed container)
    {
        var lines = Lines(container).Where(static line => line.Text.Length > 0).ToArray();
        var libraries = Inside(service, container);
        var listed = libraries.FirstOrDefault(static each => each[PythonLibraries.Packages]?.Any(Package.IsMatch) is true);
        var start = lines.FirstOrDefault(static line => line.Text.Contains("aliyun-") && Started.IsMatch(line.Text));

        if (start.Text is not null
            && listed.Feature is null
            && !lines.Any(static line => Installed.IsMatch(line.Text))
            && !MayInstall(service, container, libraries))
            service.Report(
                start.Place,
                $"The start line runs the agent for traces, which is not installed; add '{Agent}' to {PythonLibraries.Packages}");
        if (listed.Feature is not null && start.Text is null && lines.Length > 0 && !lines.Any(static line => line.Text.Contains(".sh")))
            service.Report(
                listed.At(PythonLibraries.Packages),
                $"'{Agent}' is installed and not started; start the program with 'aliyun-bootstrap -a install && aliyun-instrument python app.py' in {Container.Script}, or remove it");
    }

    private static IEnumerable<(string Place, string Text)> Lines(Placed container) =>
    [
        (container.At(Container.Command), container[Container.Command] ?? ""),
        (container.At(Container.Script), container[Container.Script] ?? ""),
        (container.At(Container.Args), string.Join(" ", container[Container.Args] ?? [])),
    ];

    private static Placed[] Inside(Inspection service, Placed container) => Array.FindAll(
        service.All(PythonLibraries.Room),
        libraries => libraries.Pointer.StartsWith(container.Pointer + "/", StringComparison.Ordinal));

    // A list wins over a file, and what stands in the file is not known.
    private static bool MayInstall(Inspection service, Placed container, Placed[] libraries) =>
        libraries.Any(static each => each[PythonLibraries.Packages] is { Count: > 0 } packages
            ? packages.Any(Placeholder.IsIn)
            : each[PythonLibraries.RequirementsFile] is { Length: > 0 })
        || RawSetting.IsInside(service, container.Pointer + "/prepare");
}
