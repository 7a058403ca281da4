using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace EasGen.EndToEnd;

/// <summary>A version of Roslyn beside the others, with the parts of the packed package in it.</summary>
internal sealed class LoadedRoslyn : AssemblyLoadContext
{
    private static readonly Assembly Here = typeof(LoadedRoslyn).Assembly;

    private static readonly ConcurrentDictionary<string, Task<LoadedRoslyn>> Known = new();

    private readonly string version;
    private readonly Dictionary<string, byte[]> parts;

    // It stays: each version is loaded once in a test run.
    private LoadedRoslyn(string version, Dictionary<string, byte[]> parts) : base(version) =>
        (this.version, this.parts) = (version, parts);

    /// <summary>The versions to try, from the oldest on.</summary>
    public static string[] Versions => Metadata("RoslynVersions").Split(';');

    public static Task<LoadedRoslyn> GetAsync(string version) => Known.GetOrAdd(version, LoadAsync);

    private static async Task<LoadedRoslyn> LoadAsync(string version)
    {
        await using var package = await LocalPackage.OpenAsync("EasGen");
        var parts = new Dictionary<string, byte[]>();
        foreach (var entry in package.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
            parts.Add(Path.GetFileNameWithoutExtension(entry.Name), await LocalPackage.ReadAsync(entry));
        return new LoadedRoslyn(version, parts);
    }

    /// <summary>What the generator and the analyzers say of programs: some lines for each.</summary>
    public Task<string[][]> RunAsync(IReadOnlyList<string> references, IReadOnlyList<string[]> programs) =>
        (Task<string[][]>)Call("RunAsync", Part("EasGen.Compiler"), references, programs);

    public int Prepare(string part) => (int)Call("Prepare", Part(part));

    // Before the tests' own Roslyn is asked.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (!assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            return null;
        var assembly = LoadFromAssemblyPath(Find(assemblyName.Name));
        Assert.Equal(Version.Parse(version), Version.Parse(assembly.GetName().Version!.ToString(3)));
        return assembly;
    }

    private object Call(string method, params object[] arguments)
    {
        var host = Loaded("EasGen.RoslynHost") ?? LoadFromAssemblyPath(LocalPackage.Built("tests/EasGen.RoslynHost", "net10.0"));
        return host.GetType("EasGen.RoslynHost.Host", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;
    }

    private Assembly Part(string name)
    {
        if (Loaded(name) is { } loaded)
            return loaded;
        using var bytes = new MemoryStream(parts[name]);
        return LoadFromStream(bytes);
    }

    private Assembly? Loaded(string name) => Assemblies.SingleOrDefault(assembly => assembly.GetName().Name == name);

    // The newest framework of the package, such as lib/net8.0.
    private string Find(string assembly)
    {
        var package = assembly is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.Workspaces" ? assembly + ".Common" : assembly;
        var frameworks = Path.Combine(Metadata("PackageRoot"), package.ToLowerInvariant(), version, "lib");
        var newest = Directory.EnumerateDirectories(frameworks).Select(static path => Path.GetFileName(path)["net".Length..])
            .Where(static version => char.IsDigit(version[0]))
            .MaxBy(Version.Parse);
        return Path.Combine(frameworks, $"net{newest}", assembly + ".dll");
    }

    private static string Metadata(string key) =>
        Here.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
