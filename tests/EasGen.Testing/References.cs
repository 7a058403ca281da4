using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace EasGen.Testing;

/// <summary>The assemblies that a test's source is compiled against: those of the running framework, so nothing is downloaded.</summary>
public static class References
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(() => From(RuntimeDirectory));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyAspNetCore = new(() => From(AspNetCoreDirectory));
    private static readonly ConcurrentDictionary<string, MetadataReference> Others = new();

    /// <summary>All of Microsoft.NETCore.App. Every test has it without asking.</summary>
    public static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>All of Microsoft.AspNetCore.App, for <see cref="TestOptions.ExtraReferences"/>.</summary>
    public static ImmutableArray<MetadataReference> AspNetCore => LazyAspNetCore.Value;

    /// <summary>The assembly that declares <typeparamref name="T"/>.</summary>
    public static MetadataReference Of<T>() => Of(typeof(T));

    /// <summary>The assembly that declares <paramref name="type"/>.</summary>
    public static MetadataReference Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);

        return Others.GetOrAdd(type.Assembly.Location, static path => MetadataReference.CreateFromFile(path));
    }

    private static string RuntimeDirectory => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // shared/Microsoft.NETCore.App/10.0.1 has its sibling in shared/Microsoft.AspNetCore.App/10.0.1.
    private static string AspNetCoreDirectory =>
        Path.Combine(RuntimeDirectory, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(RuntimeDirectory));

    private static ImmutableArray<MetadataReference> From(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "*.dll")
            .Order(StringComparer.Ordinal)
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // The folder also holds native libraries (coreclr, clrjit, …), which on Windows are .dll files too.
    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        return image.HasMetadata;
    }
}
