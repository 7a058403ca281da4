using EasGen.Cli.Import;
using EasGen.Core;
using FsCheck;
using Xunit.Abstractions;

namespace EasGen.Cli.Tests.Import;

/// <summary>What holds of every service: from JSON to a class and to JSON again nothing changes but what is documented.</summary>
public class RoundTrip(ITestOutputHelper output)
{
    // One compilation for many classes: the framework's references are most of what one costs.
    private const int Classes = 100;
    private const int Compilations = 25;

    // The same cases on every machine; FsCheck says with which it failed.
    private static readonly FsCheck.Random.StdGen Seed = FsCheck.Random.StdGen.NewStdGen(20261124, 296);

    [Fact]
    public void Json_is_the_service() => Check(Classes * Compilations, Prop.ForAll(Generated.Service, static service =>
    {
        var json = ServiceWriter.Write(service);
        var read = ServiceReader.Read(json).Service;

        Assert.Equal(service.Features, read.Features);
        Assert.Equal(json, ServiceWriter.Write(read));
    }));

    [Fact]
    public void Classes_build_to_the_json() => Check(Compilations, Prop.ForAll(Batches, static services => BuildsTo([.. services.Select(ServiceWriter.Write)])));

    private static Arbitrary<Service[]> Batches { get; } = Arb.From(
        Gen.ArrayOf(Classes, Generated.Service.Generator),
        // The one that fails, and less of it.
        static services => services.Length > 1 ? services.Select(static service => new[] { service }) : Generated.Service.Shrinker(services[0]).Select(static service => new[] { service }));

    private static void BuildsTo(string[] documents)
    {
        var session = new ImportSession("Acme");
        var imports = documents.Select(json => session.Import(ServiceReader.Read(json), "service.json")).ToArray();
        var built = Built.Of(imports.Select(static imported => imported.Code));

        Assert.True(built.Complaints.Count == 0, string.Join("\n", built.Complaints.Take(3)) + "\n" + imports[0].Code);
        var artifacts = built.Artifacts;
        foreach (var (json, imported) in documents.Zip(imports))
            AssertSame(Normalisation.Expected(json, imported.Secrets), Normalisation.Settings(artifacts["Acme_" + imported.ClassName]), imported.Code);
    }

    private static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, string code)
    {
        if (expected.SequenceEqual(actual))
            return;
        var lost = expected.Except(actual).Select(static setting => $"- {setting}");
        var made = actual.Except(expected).Select(static setting => $"+ {setting}");
        Assert.Fail(string.Join("\n", [.. lost, .. made, code]));
    }

    private void Check(int cases, Property property)
    {
        output.WriteLine($"Replay: {Seed}");
        property.Check(new Configuration { MaxNbOfTest = cases, Replay = Seed, Runner = Configuration.QuickThrowOnFailure.Runner });
    }
}
