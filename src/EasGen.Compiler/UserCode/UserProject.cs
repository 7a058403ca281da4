using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.UserCode;

/// <summary>
/// What the rules about the code of one compilation share: its annotated classes, and the services whose program it is. To read one makes
/// the compiler bind its attributes, so they are read one by one, as far as the rules ask; most code is right whatever the later ones say.
/// Holds symbols: it lives as long as one analysis.
/// </summary>
internal sealed class UserProject
{
    private readonly Lazy<string?> environment;

    public UserProject(Compilation compilation)
    {
        Compilation = compilation;
        Classes = new(compilation);
        Services = new Gradual<ProjectService>(Classes.All
            .Select(static annotated => new ProjectService(annotated))
            .Where(service => service.Runs(compilation)));
        environment = new(() => Agreed(static service => service.Environment, StringComparer.OrdinalIgnoreCase));
    }

    public Compilation Compilation { get; }

    public AnnotatedClasses Classes { get; }

    /// <summary>The services, by the names of their classes.</summary>
    public IEnumerable<ProjectService> Services { get; }

    /// <summary>The service to ask first: what it says alone is right is right, and what it says is wrong may be so for all.</summary>
    public ProjectService? First => Services.FirstOrDefault();

    /// <summary>The environment that the program runs in as all services; null when it is not known, or they differ.</summary>
    public string? Environment => environment.Value;

    /// <summary>What all services say alike: the code, which is one, cannot suit services that differ.</summary>
    public int? Agreed(Func<ProjectService, int?> setting) => Agreed(setting, EqualityComparer<int?>.Default);

    private T? Agreed<T>(Func<ProjectService, T?> setting, IEqualityComparer<T?> comparer)
    {
        if (First is not { } first)
            return default;
        var said = setting(first);
        return Services.All(service => comparer.Equals(setting(service), said)) ? said : default;
    }
}
