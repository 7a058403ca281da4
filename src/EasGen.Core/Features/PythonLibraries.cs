namespace EasGen.Core.Features;

/// <summary>Python packages that are installed before the container starts.</summary>
internal static class PythonLibraries
{
    public static readonly ArraySetting Packages = new("Packages", "pythonRequirements")
    {
        Console = ConsoleParameters.ThirdPartyLibraries,
    };
    public static readonly StringSetting RequirementsFile = new("RequirementsFile", "pythonRequirementsPath")
    {
        Console = ConsoleParameters.ThirdPartyLibraries,
    };

    public static readonly Rule EAS0240_OneListOfLibraries = Rule.Warning("EAS0240", "Python libraries are given as a list and as a file")
        .When(Packages, static service =>
        {
            foreach (var libraries in service.All(Packages))
            {
                if (libraries[Packages] is { Count: > 0 } && libraries[RequirementsFile] is { Length: > 0 })
                    service.Report(
                        libraries.At(RequirementsFile),
                        "EAS ignores the requirements file when there is a list of packages; keep one of them",
                        Fix.Remove);
            }
        });

    public static readonly Rule EAS0241_RequirementsFileIsAbsolute = Rule.Error("EAS0241", "Path of the requirements file is not absolute")
        .Each(RequirementsFile, static path => path.Length == 0 || path[0] == '/'
            ? null
            : new(
                $"The path '{path}' is not absolute; start it with '/'",
                path.IndexOfAny([':', '\\']) < 0 ? Fix.UseCertainly("/" + path) : null));

    public static readonly FeatureType FeatureType = new(
        "PythonLibraries",
        "/containers/#/prepare",
        [Packages, RequirementsFile, FeatureType.ContainerIndex])
    {
        Arguments = 1,
    };

    public static readonly Rule[] Rules = [EAS0240_OneListOfLibraries, EAS0241_RequirementsFileIsAbsolute];
}
