using EasGen.Cli.Inputs;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Cloud;

/// <summary>Which of the services is meant, where there are several.</summary>
/// <param name="Service">The name of the service; null where there is one.</param>
/// <param name="Environment">The environment whose services are meant, when a project is built; null for those of none.</param>
internal sealed record ArtifactChoice(string? Service = null, string? Environment = null);

/// <summary>The service JSON that is deployed.</summary>
/// <param name="Path">Where it comes from, as messages name it.</param>
/// <param name="File">The file that it is, or is in.</param>
/// <param name="Json">Its bytes.</param>
/// <param name="Read">What they say.</param>
internal sealed record Artifact(string Path, string File, byte[] Json, ReadService Read)
{
    public string Name => Read.ServiceName;

    public string? Region => RegionOf(Read);

    /// <summary>The region that a service names; null when it does not, or not yet.</summary>
    public static string? RegionOf(ReadService read) =>
        read.Service.First(EasService.FeatureType)?[EasService.Region] is { Length: > 0 } region && !Placeholder.IsIn(region)
            ? region
            : null;

    /// <summary>Reads an artifact, the services of an assembly, or those that a project is built into.</summary>
    /// <exception cref="CommandException">It cannot be read, or it has several services and none is named.</exception>
    public static Artifact Load(string path, ArtifactChoice choice)
    {
        var paths = ProjectBuild.Find(path) is { } project ? ProjectBuild.Run(project, choice.Environment) : [path];
        var (inputs, errors) = InputSearch.Find(paths);
        if (errors.Count > 0)
            throw new CommandException(errors[0].ToString());
        var artifacts = inputs.SelectMany(Of).ToList();
        if (choice.Service is { } service)
            artifacts = [.. artifacts.Where(artifact => artifact.Name == service)];
        return artifacts switch
        {
            [var one] => one,
            [] when choice.Service is not null => throw new CommandException($"'{path}' has no service '{choice.Service}'"),
            [] => throw new CommandException($"'{path}' has no service"),
            _ => throw new CommandException(
                $"'{path}' has several services: {string.Join(", ", artifacts.Select(static one => one.Name))}; say which one"),
        };
    }

    private static IEnumerable<Artifact> Of(Input input)
    {
        var (services, error) = InputReader.Read(input);
        if (error is not null)
            throw new CommandException(error.ToString());
        foreach (var service in services)
        {
            var read = ServiceReader.Read(service.Json);
            if (read.Document is null)
                throw new CommandException(InputError.NotJson(service, read).ToString());
            if (read.ServiceName.Length == 0)
                throw new CommandException($"'{service.Name}' has no metadata.name; it is not a service that can be deployed");
            yield return new(service.Name, input.Path, service.Json, read);
        }
    }
}
