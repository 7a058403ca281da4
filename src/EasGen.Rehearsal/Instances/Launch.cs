using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Processes;

namespace EasGen.Rehearsal.Instances;

/// <summary>All that instances of a service have in common.</summary>
internal sealed record Launch(
    RehearsedService Service,
    RehearsalOptions Options,
    IReadOnlyList<StartCommand> Commands,
    MountMap Mounts,
    Timeline Timeline)
{
    /// <summary>The ports of an instance: those that are called, and where images listen if nothing else is said.</summary>
    public IEnumerable<int> Ports => Service.Containers.SelectMany(container =>
        ProcessVariables.IsDotnet(container, Commands[container.Index])
            ? container.Ports.Append(PortMap.OfDotnetImages)
            : container.Ports);

    /// <param name="service">The service.</param>
    /// <param name="options">How it is rehearsed.</param>
    /// <param name="file">The artifact, near which its program is.</param>
    /// <param name="timeline">Where what happens is noted.</param>
    /// <exception cref="RehearsalException">A container cannot run here.</exception>
    public static Launch Of(RehearsedService service, RehearsalOptions options, string file, Timeline timeline)
    {
        foreach (var index in options.SidecarCommands.Keys.Where(index => index < 1 || index >= service.Containers.Count))
            throw new RehearsalException(FormattableString.Invariant(
                $"There is no sidecar {index}: the service has {service.Containers.Count} container(s), counted from 0"));
        var mounts = new MountMap(options.Mounts, service.MountPaths);
        return new(service, options, [.. service.Containers.Select(CommandOf)], mounts, timeline);

        StartCommand CommandOf(RehearsedContainer container)
        {
            var command = container.Index == 0 ? options.Command : options.SidecarCommands.GetValueOrDefault(container.Index);
            var folder = options.WorkingDirectory ?? StartCommand.FolderOf(file, container, command);
            if (!Directory.Exists(folder))
                throw new RehearsalException($"The folder '{folder}' does not exist");
            return StartCommand.Of(container, command, Path.GetFullPath(folder));
        }
    }
}
