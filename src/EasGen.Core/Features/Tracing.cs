using System.Text.RegularExpressions;
using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>Shows the traces of the service in its console.</summary>
internal static class Tracing
{
    private const string Agent = "aliyun-bootstrap";
    private const string Launcher = "aliyun-instrument";

    // A requirement of pip, in any of the spellings that it takes for one.
    private static readonly LazyRegex Package = new(@"^\s*aliyun[-_.]bootstrap\s*(?:[\[=<>!~;@]|\z)", RegexOptions.IgnoreCase);

    public static readonly ConstantSetting EnableTrace = new("EnableTrace", "labels/EnableTrace", "true")
    {
        Console = ConsoleParameters.TracingAnalysis,
    };

    public static readonly Rule EAS0231_AgentIsInstalledAndStarted = Rule.Warning(
        "EAS0231",
        "Tracing agent is either not installed or not started")
        .When(static service =>
        {
            var starts = ContainerStart.Of(service);
            var libraries = Addressing.ByContainer(service.All(PythonLibraries.FeatureType), starts.Length);
            for (var i = 0; i < starts.Length; i++)
                Judge(service, starts[i], Inside(starts[i].Container, libraries[i]));
        });

    public static readonly FeatureType FeatureType = new("Tracing", "", [EnableTrace]);

    public static readonly Rule[] Rules = [EAS0231_AgentIsInstalledAndStarted];

    private static void Judge(Inspection service, ContainerStart start, AddressedFeature[] libraries)
    {
        var listed = libraries.FirstOrDefault(static each => each[PythonLibraries.Packages]?.Any(Package.IsMatch) is true);
        var started = Place(start.Command) ?? Place(start.Script);
        if (started is null && listed.Feature is null)
            return;

        if (started is not null
            && listed.Feature is null
            && !start.Programs.Any(Installs)
            && !MayInstall(service, start.Container, libraries))
            service.Report(
                started,
                $"The start line runs the tracing agent, but it is not installed; add '{Agent}' to {PythonLibraries.Packages}");
        if (listed.Feature is not null && started is null && start.Programs.Any() && !start.Programs.Any(IsScript))
            service.Report(
                listed.At(PythonLibraries.Packages),
                $"'{Agent}' is installed but not started; start the program with 'aliyun-bootstrap -a install "
                + $"&& aliyun-instrument python app.py' in {Container.Script}, or remove it");
    }

    // Where the agent is started; null where it is not.
    private static string? Place(StartLine line)
    {
        foreach (var program in line.Programs)
        {
            if (program.Name != Agent && program.Mentions("install"))
                continue;
            if (program.Name is Agent or Launcher || program.Launchers.Contains(Launcher))
                return line.Place;
            // Another program may start it, as the entry point of an image does.
            foreach (var argument in program.Arguments)
            {
                if (argument.Text is Agent or Launcher)
                    return argument.Place;
            }
        }
        return null;
    }

    // pip install …, python -m pip install …, uv pip install …
    private static bool Installs(StartedProgram program) =>
        program.Mentions("install") && program.Arguments.Any(static argument => Package.IsMatch(argument.Text));

    private static bool IsScript(StartedProgram program) => program.Arguments
        .Select(static argument => argument.Text)
        .Append(program.Path)
        .Any(static word => word.EndsWith(".sh", StringComparison.Ordinal));

    private static AddressedFeature[] Inside(AddressedFeature container, ArraySegment<AddressedFeature> libraries)
    {
        if (libraries.Count == 0)
            return [];
        var around = container.Pointer;
        return [.. libraries.Where(each => each.Place.IsBelow(around))];
    }

    // A list wins over a file, and what stands in the file is not known.
    private static bool MayInstall(Inspection service, AddressedFeature container, AddressedFeature[] libraries) =>
        libraries.Any(static each => each[PythonLibraries.Packages] is { Count: > 0 } packages
            ? packages.Any(Placeholder.IsIn)
            : each[PythonLibraries.RequirementsFile] is { Length: > 0 })
        || RawSetting.IsInside(service, container.Pointer + "/prepare");
}
