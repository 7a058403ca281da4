using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Rehearsal.Services;

/// <summary>Finds the service JSON of a class in its assembly.</summary>
internal static class ServiceFile
{
    /// <param name="service">The class.</param>
    /// <param name="assembly">The file of its assembly.</param>
    /// <exception cref="RehearsalException">The class is no service, or its assembly cannot be read.</exception>
    public static ReadService Of(Type service, string assembly)
    {
        var (constants, problem) = ManifestAssembly.Read(assembly);
        if (problem is not null)
            throw new RehearsalException($"'{assembly}' {problem}");
        var name = NameOf(service);
        var found = constants.Select(static constant => ServiceReader.Read(constant.Json)).Where(read => read.ServiceName == name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new RehearsalException(
                $"{service.Name} has no service JSON; it needs [EasService], and its project the package EasGen");
    }

    private static string? NameOf(Type service) => service.GetCustomAttributesData()
        .Where(static attribute => attribute.AttributeType.FullName == "EasGen.EasServiceAttribute")
        .Select(static attribute => attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : null)
        .FirstOrDefault();
}
