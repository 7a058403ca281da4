using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>How a container starts: its start lines taken apart, and the addresses that its program listens on.</summary>
internal sealed class ContainerStart
{
    private readonly Variables variables = new();

    private ContainerStart(AddressedFeature container, IEnumerable<AddressedFeature> environment)
    {
        Container = container;
        foreach (var variable in environment)
            variables.Add(
                variable[EnvironmentVariable.Name] ?? "",
                new(variable[EnvironmentVariable.Value] ?? "", variable.At(EnvironmentVariable.Value)));

        IReadOnlyList<ToldValue> arguments = [.. (container[Features.Container.Args]
            ?? []).Select(argument => new ToldValue(argument, container.At(Features.Container.Args)))];
        var script = container[Features.Container.Script] ?? "";
        var isScript = script.Trim().Length > 0;
        Command = StartLine.Read(
            container[Features.Container.Command] ?? "",
            container.At(Features.Container.Command),
            inShell: false,
            isScript ? [] : arguments);
        Script = StartLine.Read(script, container.At(Features.Container.Script), inShell: true, isScript ? arguments : []);
    }

    public AddressedFeature Container { get; }

    public StartLine Command { get; }

    public StartLine Script { get; }

    /// <summary>All programs of the start lines, in their order.</summary>
    public IEnumerable<StartedProgram> Programs => Command.Programs.Concat(Script.Programs);

    /// <summary>The addresses of the program that serves; empty when the settings do not tell them.</summary>
    public IReadOnlyList<ProgramAddress> Addresses => field ??= AddressesOf(Serving());

    public static ContainerStart[] Of(Inspection service) => Of(service.Features);

    public static ContainerStart[] Of(AddressedFeature[] placed) => [.. from container in placed
        where container.Type == Features.Container.FeatureType
        let inside = container.Pointer + "/"
        select new ContainerStart(container, placed.Where(feature => feature.Type == EnvironmentVariable.FeatureType
            && feature.Pointer.StartsWith(inside, StringComparison.Ordinal)))];

    /// <summary>True when some program of the container, perhaps one behind another, listens on the port.</summary>
    public bool ListensOn(int port) => Programs.Any(program =>
        Servers.Find(program) is not null && AddressReader.Read(program, Seen(program))?.Any(address => address.Port == port) is true);

    private List<ProgramAddress> AddressesOf(List<StartedProgram> programs)
    {
        var found = new List<ProgramAddress>();
        foreach (var program in programs)
        {
            if (AddressReader.Read(program, Seen(program)) is not { } addresses)
                return [];
            found.AddRange(addresses);
        }
        return found;
    }

    /// <summary>The program that requests reach: the last one of the line, or those that it has left running behind it.</summary>
    private List<StartedProgram> Serving()
    {
        var programs = Programs.Where(static program => !Servers.IsHelper(program)).ToList();
        if (programs.Exists(Servers.IsConfigured))
            return [];
        if (programs.Count == 0)
            return [new("", [], new(), IsInBackground: false)];
        var last = programs[programs.Count - 1];
        if (!last.IsInBackground)
            return [last];
        var running = programs.FindAll(static program => program.IsInBackground);
        return running.Count == 1 || running.TrueForAll(static program => Servers.Find(program) is not null) ? running : [];
    }

    private Variables Seen(StartedProgram program) => new(variables, Command.Exported, Script.Exported, program.Assigned);
}
