using System.Text;
using EasGen.Cli.Import;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using FsCheck;
using Xunit.Abstractions;

namespace EasGen.Cli.Tests.Import;

/// <summary>What holds of every service: from JSON to a class and to JSON again nothing changes but what is documented.</summary>
public class RoundTrip(ITestOutputHelper output)
{
    // One compilation for many classes: the framework's references are most of what one costs.
    private const int Classes = 100;
    private const int Compilations = 20;
    private const int BrokenCompilations = 5;

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
    public void Classes_build_to_the_json() => Check(Compilations, Prop.ForAll(Batches(Generated.Service), static batch =>
    {
        string[] documents = [.. batch.Items.Select(ServiceWriter.Write)];
        var imports = Import(documents);
        var artifacts = Build(imports).Artifacts;
        foreach (var (json, imported) in documents.Zip(imports))
            AssertSame(
                Normalisation.Expected(json, imported.Secrets),
                Normalisation.Settings(artifacts["Acme_" + imported.ClassName]),
                imported.Code);
    }));

    [Fact]
    public void Classes_lose_nothing_whatever_is_wrong() => Check(BrokenCompilations, Prop.ForAll(Batches(Generated.Broken), static batch =>
    {
        var imports = Import(batch.Items);
        var artifacts = Build(imports).Artifacts;
        foreach (var (json, imported) in batch.Items.Zip(imports))
        {
            // The attribute of the service says its name, and what else stands there meets it: an error of the class.
            if (JsonParser.Parse(json, out _)!.Find("metadata") is { } metadata
                && (metadata.Kind != JsonKind.Object || metadata.Find("name") is { Kind: not JsonKind.String }))
            {
                Assert.False(imported.Builds);
                continue;
            }
            // An empty probe is filled.
            var settings = Normalisation.Concealed(
                ServiceWriter.Write(ServiceReader.Read(json).Service),
                imported.Secrets).Where(static setting => setting.Value != "{}");
            var lost = settings.Except(Normalisation.Settings(artifacts["Acme_" + imported.ClassName]));
            Assert.True(!lost.Any(), string.Join("\n", [.. lost.Select(static setting => $"- {setting}"), imported.Code]));
        }
    }));

    private static ImportedService[] Import(string[] documents)
    {
        var session = new ImportSession("Acme", CSharpVersion.Usual);
        return [.. documents.Select(json =>
        {
            var read = ServiceReader.Read(json);
            var imported = session.Import(read, "service.json");
            Assert.All(
                ImportNotes.Of(Encoding.UTF8.GetBytes(json), read, imported, read.AllFindings()),
                static note => Assert.NotEmpty(note.Text));
            return imported;
        })];
    }

    private static Built Build(ImportedService[] imports)
    {
        var built = Built.Of(imports.Select(static imported => imported.Code));
        Assert.True(built.Complaints.Count == 0, string.Join("\n", built.Complaints.Take(3)) + "\n" + imports[0].Code);
        return built;
    }

    // The one that fails, and less of it.
    private static Arbitrary<Batch<T>> Batches<T>(Arbitrary<T> item) => Arb.From(
        Gen.ArrayOf(Classes, item.Generator).Select(static items => new Batch<T>(items)),
        batch => (batch.Items.Length > 1 ? batch.Items : item.Shrinker(batch.Items[0])).Select(static smaller => new Batch<T>([smaller])));

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

    private sealed class Batch<T>(T[] items)
    {
        public T[] Items { get; } = items;

        public override string ToString() =>
            Items.Length > 1 ? $"{Items.Length} of them" : Items[0] is Service service ? ServiceWriter.Write(service) : $"{Items[0]}";
    }
}
