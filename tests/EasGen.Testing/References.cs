using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EasGen.Testing;

/// <summary>The assemblies that a test's source is compiled against: the SDK's reference packs, so nothing is downloaded.</summary>
public static class References
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(() => OfPack("Microsoft.NETCore.App.Ref"));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyAspNetCore = new(() => OfPack("Microsoft.AspNetCore.App.Ref"));
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

    // The runtime is dotnet/shared/Microsoft.NETCore.App/10.0.1, a pack dotnet/packs/Microsoft.NETCore.App.Ref/10.0.1.
    private static ImmutableArray<MetadataReference> OfPack(string name)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var newest = Directory.EnumerateDirectories(Path.Combine(runtime, "../../../packs", name), $"{Environment.Version.Major}.*")
            .MaxBy(static path => Version.Parse(Path.GetFileName(path).Split('-')[0]))!;

        return
        [
            .. Directory.EnumerateFiles(Path.Combine(newest, "ref", $"net{Environment.Version.ToString(2)}"), "*.dll")
                .Order(StringComparer.Ordinal)
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
