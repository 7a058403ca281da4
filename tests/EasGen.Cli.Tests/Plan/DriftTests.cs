using System.Text;
using System.Text.RegularExpressions;
using EasGen.Api;
using EasGen.Cli.Plan;
using EasGen.Cli.Tests.Import;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Catalog;
using EasGen.Core.Comparing;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;
using FsCheck;
using Xunit.Abstractions;

namespace EasGen.Cli.Tests.Plan;

/// <summary>A plan is empty where nothing has changed, and names whatever has.</summary>
public sealed class DriftTests(ITestOutputHelper output) : CloudTests
{
    private const int Created = 500;
    private const int Changed = 2000;

    private static readonly FsCheck.Random.StdGen Seed = FsCheck.Random.StdGen.NewStdGen(20261129, 7);

    [Fact]
    public async Task No_file_that_was_deployed_differs_from_what_runs()
    {
        var tried = 0;
        foreach (var file in ServiceFiles.Services.Concat(ServiceFiles.Misconfigurations))
        {
            if (Named(Encoding.UTF8.GetString(File.ReadAllBytes(Repository.At(file)))) is not { } json)
                continue;
            await AssertSame(json, file);
            tried++;
        }
        Assert.True(tried > 50, $"{tried} files");
    }

    [Fact]
    public async Task No_generated_service_that_was_deployed_differs_from_what_runs()
    {
        foreach (var json in Services(Created).Select(static service => Named(Whole(ServiceWriter.Write(service)))!))
            await AssertSame(json, "generated");
    }

    [Fact]
    public void Whatever_has_changed_is_named()
    {
        var seen = 0;
        var random = new System.Random(20261129);
        var services = Services(Changed);
        for (var i = 0; i < services.Length; i++)
        {
            var (before, other) = (services[i], services[(i + 1) % services.Length]);
            if (Replaced(before, other, random) is not { } after)
                continue;
            seen++;
            var changes = Planner.Changes(Read(after), Live(before), UpdateType.Replace);
            var wanted = ServiceComparison.Compare(Document(before), Document(after));
            // What a plan takes for none has a reason, and all else is in it.
            Assert.True(
                changes.Count >= wanted.Count && changes.All(static change => change.IsDone != (change.Kind == ChangeKind.Ignored)),
                ServiceWriter.Write(after));
            Assert.All(
                changes.Where(static change => change.Kind == ChangeKind.Ignored),
                static change => Assert.Contains(change.Reason, Reasons));
            Assert.All(wanted, change => Assert.Contains(
                changes,
                planned => planned.Change.Place.StartsWith(change.Place, StringComparison.Ordinal)));
        }
        Assert.True(seen > Changed / 2, $"{seen} changes");
        output.WriteLine($"{seen} changes");
    }

    private static readonly string[] Reasons =
    [
        "PAI-EAS sets it", "the instance type implies it", "it is the default", "it is empty", "scaling decides it",
    ];

    private static Service[] Services(int count) => [.. Gen.Eval(8, Seed, Gen.ArrayOf(count, Generated.Service.Generator))];

    private static Core.Reading.ReadService Read(Service service) => ServiceReader.Read(ServiceWriter.Write(service));

    private static JsonNode Document(Service service) => JsonParser.Parse(ServiceWriter.Write(Read(service).Service), out _)!;

    private static LiveService Live(Service service) =>
        LiveService.Of(new EasServiceState { ServiceName = "iris", ServiceConfig = ServiceWriter.Write(service) });

    // One setting with the value that another service has.
    private static Service? Replaced(Service service, Service other, System.Random random)
    {
        var candidates =
            from index in Enumerable.Range(0, service.Features.Count)
            let feature = service.Features[index]
            where feature.Type != EasService.FeatureType && feature.Type != RawSetting.FeatureType
            let source = other.First(feature.Type)
            where source is not null
            from place in Enumerable.Range(0, feature.Type.Settings.Length)
            let setting = feature.Type.Settings[place]
            where setting.InJson && source.Value(setting) is not null && !Equals(source.Value(setting), feature.Value(setting))
            select (index, place, value: source.Value(setting));
        if (candidates.ToArray() is not { Length: > 0 } all)
            return null;
        var (at, which, made) = all[random.Next(all.Length)];
        var values = service.Features[at].Type.Settings.Select(setting => service.Features[at].Value(setting)).ToArray();
        values[which] = made;
        var features = service.Features.ToArray();
        features[at] = new(features[at].Type, values);
        return FeatureCatalog.CreateService(features);
    }

    private async Task AssertSame(string json, string what)
    {
        await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(json));
        var live = (await LiveService.FindAsync(Client, "iris", default))!;
        foreach (var strategy in new[] { UpdateType.Merge, UpdateType.Replace })
        {
            string[] changes =
            [
                .. Planner.Changes(ServiceReader.Read(json), live, strategy)
                    .Where(static change => change.Kind != ChangeKind.Ignored)
                    .Select(static change => change.Change.Describe(static text => text)),
            ];
            Assert.True(changes.Length == 0, $"{what}: {string.Join("; ", changes)}\n{json}");
        }
        await Client.DeleteServiceAsync("iris");
    }

    // Half of a surrogate pair is no text, and no server takes it.
    private static string Whole(string json) => Regex.Replace(
        json, @"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]..", "x");

    // The same service under one name, in the region that is asked; null for what cannot be deployed.
    private static string? Named(string json)
    {
        var read = ServiceReader.Read(json);
        if (read.Document is not { Kind: JsonKind.Object } document || document.Find("metadata") is { Kind: not JsonKind.Object })
            return null;
        var name = JsonNode.Object();
        var metadata = name.Child("metadata", list: false);
        metadata.Add("name", JsonNode.String("iris"));
        if (document.Find("metadata")?.Find("region") is not null)
            metadata.Add("region", JsonNode.String("cn-shanghai"));
        if (document.Find("name") is not null)
            name.Add("name", JsonNode.String("iris"));
        return MergePatch.Apply(document, name).ToString();
    }
}
