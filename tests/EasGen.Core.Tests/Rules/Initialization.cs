using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace EasGen.Core.Tests;

/// <summary>Rooms refer to each other, but not in circles: whichever class is touched first, the catalog is whole.</summary>
public class Initialization
{
    public static TheoryData<string> Classes =>
    [
        .. from type in typeof(Catalog).Assembly.GetTypes()
           where type.TypeInitializer is not null && !type.ContainsGenericParameters && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
           select type.FullName,
    ];

    [Theory, MemberData(nameof(Classes))]
    public void May_start_anywhere(string first)
    {
        var fresh = new AssemblyLoadContext(first, isCollectible: true);
        var core = fresh.LoadFromAssemblyPath(typeof(Catalog).Assembly.Location);

        RuntimeHelpers.RunClassConstructor(core.GetType(first, throwOnError: true)!.TypeHandle);

        var rules = (object?[])core.GetType(typeof(Catalog).FullName!)!.GetField(nameof(Catalog.Rules))!.GetValue(null)!;
        Assert.Equal(Catalog.Rules.Select(static rule => rule.Id), rules.Select(static rule => rule?.ToString()));
        fresh.Unload();
    }
}
