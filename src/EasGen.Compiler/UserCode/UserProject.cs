using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.UserCode;

/// <summary>
/// What the rules about the code of one compilation share: its annotated classes, and the services whose program it is, which are read when
/// the first code asks for them. Holds symbols: it lives as long as one analysis.
/// </summary>
internal sealed class UserProject
{
    private readonly Lazy<ProjectService[]> services;

    public UserProject(Compilation compilation)
    {
        Compilation = compilation;
        Classes = new(compilation);
        services = new(() =>
        [
            .. Classes.All
                .OrderBy(static annotated => annotated.Type.ToDisplayString(), StringComparer.Ordinal)
                .Select(static annotated => new ProjectService(annotated))
                .Where(service => service.Runs(compilation)),
        ]);
    }

    public Compilation Compilation { get; }

    public AnnotatedClasses Classes { get; }

    public ProjectService[] Services => services.Value;

    /// <summary>The environment that the program runs in as all services; null when it is not known, or they differ.</summary>
    public string? Environment =>
        Services.Select(static service => service.Environment).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            ? Services[0].Environment
            : null;

    /// <summary>What all services say alike: the code, which is one, cannot suit services that differ.</summary>
    public int? Agreed(Func<ProjectService, int?> setting) =>
        Services.Select(setting).Distinct().Count() == 1 ? setting(Services[0]) : null;
}
