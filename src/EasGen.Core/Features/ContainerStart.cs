using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>How a container starts: its start lines taken apart, and the addresses that its program listens on.</summary>
internal sealed class ContainerStart
{
    private readonly Variables variables;
    private readonly AddressedFeature[] mounts;

    private ContainerStart(AddressedFeature container, ArraySegment<AddressedFeature> environment, AddressedFeature[] mounts)
    {
        Container = container;
        this.mounts = mounts;
        variables = new ContainerVariables(container, environment);

        var arguments = Arguments(container);
        var script = container[Features.Container.Script] ?? "";
        var isScript = script.Trim().Length > 0;
        Command = StartLineReader.Read(
            container[Features.Container.Command] ?? "",
            container.At(Features.Container.Command),
            inShell: false,
            isScript ? [] : arguments,
            variables);
        Script = StartLineReader.Read(
            script,
            container.At(Features.Container.Script),
            inShell: true,
            isScript ? arguments : [],
            variables);
    }

    public AddressedFeature Container { get; }

    public StartLine Command { get; }

    public StartLine Script { get; }

    /// <summary>All programs of the start lines, in their order.</summary>
    public IEnumerable<StartedProgram> Programs => Command.Programs.Concat(Script.Programs);

    /// <summary>The addresses of the program that serves; empty when the settings do not tell them.</summary>
    public IReadOnlyList<ProgramAddress> Addresses =>
        field ??= Command.IsBroken || Script.IsBroken ? [] : AddressesOf(Serving());

    /// <summary>The environment of ASP.NET Core, such as Production; null when that is not known.</summary>
    public string? Environment
    {
        get
        {
            var program = Programs.LastOrDefault(static program => !Servers.IsHelper(program) && !Servers.IsConfigured(program));
            return program is null
                ? DotnetSetting.EnvironmentOf([], variables)
                : DotnetSetting.EnvironmentOf(program.Arguments, Seen(program));
        }
    }

    /// <summary>How the containers of a service start, which is read once.</summary>
    public static ContainerStart[] Of(Inspection service) => service.Once(Read);

    private static ContainerStart[] Read(Inspection service)
    {
        var containers = service.All(Features.Container.FeatureType);
        var variables = Addressing.ByContainer(service.All(EnvironmentVariable.FeatureType), containers.Length);
        var mounts = service.All(Mount.MountPath);
        var starts = new ContainerStart[containers.Length];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = new(containers[i], variables[i], mounts);
        return starts;
    }

    /// <summary>True when some program of the container, perhaps one behind another, listens on the port.</summary>
    public bool ListensOn(int port) => Programs.Any(program =>
        Servers.IsKnown(program) && AddressReader.Read(program, Seen(program))?.Any(address => address.Port == port) is true);

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
            return programs.Count == 1 && Servers.IsKnown(programs[0]) && !IsConfigured(programs[0].Name) ? programs : [];
        if (programs.Count == 0)
            return [new("", [], new AssignedVariables(), IsInBackground: false)];
        var last = programs[programs.Count - 1];
        if (!last.IsInBackground)
            return [last];
        var running = programs.FindAll(static program => program.IsInBackground);
        return running.Count == 1 || running.TrueForAll(Servers.IsKnown) ? running : [];
    }

    private static IReadOnlyList<ToldValue> Arguments(AddressedFeature container)
    {
        if (container[Features.Container.Args] is not { Count: > 0 } arguments)
            return [];
        var place = container.At(Features.Container.Args);
        return [.. arguments.Select(argument => new ToldValue(argument, place))];
    }

    // Something of the service touches the configuration of the server.
    private bool IsConfigured(string server) =>
        Mentions(Container[Features.Container.Command], "conf")
            || Mentions(Container[Features.Container.Script], "conf")
            || Mentions(Container[Features.Container.Script], $"/{server}/")
            || Array.Exists(mounts, mount => Mentions(mount[Mount.MountPath], server))
            || variables.Own.Any(variable => Mentions(variable.Key, server));

    private static bool Mentions(string? text, string word) => text?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private AssignedVariables Seen(StartedProgram program) =>
        new(variables, Command.Exported, Script.Exported, program.Assigned);
}
