using EasGen.Api;
using EasGen.Cli.Terminal;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

namespace EasGen.Cli.Live;

/// <summary>A service as it is deployed: its settings, what the rules say of them, and its secrets, which nobody gets to read.</summary>
internal sealed class ObservedService
{
    // A line of a log may be as long as it likes. A secret that is cut in two is hidden before it is.
    private const int LongestLine = 4000;

    // Shorter lines of a secret are parts of many texts.
    private const int Telling = 8;

    private readonly AddressedFeature[] features;
    private readonly Concealment concealment;
    private IReadOnlyList<Finding>? findings;

    /// <param name="state">What the API says.</param>
    /// <param name="region">The region that it was asked in.</param>
    public ObservedService(EasServiceState state, string region)
    {
        (State, Region) = (state, region);
        Read = ServiceReader.Read(state.ServiceConfig is { Length: > 0 } config ? config : "{}");
        Service = InRegion(Read.Service, region);
        features = Addressing.Of(Service);
        concealment = new([.. Read.Concealment.Secrets, .. LinesOf(Read.Concealment.Secrets), .. TokenOf(state)]);
    }

    public EasServiceState State { get; }

    public string Region { get; }

    /// <summary>What the service JSON says.</summary>
    public ReadService Read { get; }

    /// <summary>The service, in the region that it runs in.</summary>
    public Service Service { get; }

    /// <summary>True when it can neither be stopped nor deleted.</summary>
    public bool IsLocked => State.SafetyLock is { Length: > 0 } safety && !safety.Equals("none", StringComparison.OrdinalIgnoreCase);

    /// <summary>The port that EAS calls.</summary>
    public int Port => First(Container.FeatureType)?[Container.Port] ?? ServiceDefaults.Port;

    /// <summary>The feature of the service; of those that a container has, that of the first one. Null without one.</summary>
    public AddressedFeature? First(FeatureType type)
    {
        foreach (var feature in features)
        {
            if (feature.Type == type && feature.Feature[FeatureType.ContainerIndex] is null or 0)
                return feature;
        }
        return null;
    }

    public IEnumerable<AddressedFeature> All(FeatureType type) => features.Where(feature => feature.Type == type);

    /// <summary>A setting as the service JSON and the attributes name it, whether it is there or not.</summary>
    public string NameOf(FeatureType type, Setting setting)
    {
        var pointer = First(type) is { } feature ? feature.At(setting) : setting.At(type.Anchor.Replace('#', '0').Replace("*", "0"));
        return $"{JsonPointer.Spoken(Read.Place(pointer))} ({type.Attribute}.{setting.Name})";
    }

    /// <summary>What one of the rules says of the service, the first of them first; null when it keeps them all.</summary>
    public Finding? Broken(params Rule[] rules)
    {
        findings ??= Read.Document is null ? [] : ServiceRules.CheckFile(Read with { Service = Service, Placed = features });
        return rules.Select(rule => findings.FirstOrDefault(finding => finding.Rule == rule)).OfType<Finding>().FirstOrDefault();
    }

    /// <summary>A text of unknown origin as it may be shown: on one line, without secrets, and without what a terminal obeys.</summary>
    public string Shown(string text) => Plain.Line(Hidden(text));

    /// <summary>The same, of a line of a log, whose tabs stay.</summary>
    public string ShownLine(string line) => Core.PlainText.FileLine(Hidden(line));

    private string Hidden(string text)
    {
        text = concealment.Of(text);
        if (text.Length > LongestLine)
            text = string.Concat(text.AsSpan(0, LongestLine), "…");
        return SecretText.Replace(text, SecretText.Find(text), static _ => Concealment.Mask);
    }

    private static Service InRegion(Service service, string region) => FeatureCatalog.CreateService(
        service.Features.Select(feature => feature.Type == EasService.FeatureType ? feature.Or(EasService.Region, region) : feature));

    private static IEnumerable<Secret> TokenOf(EasServiceState state) =>
        state.AccessToken is { Length: > 0 } token ? [new("/token", "EAS_TOKEN", token, IsWhole: true)] : [];

    // A key in several lines comes in a log line by line.
    private static IEnumerable<Secret> LinesOf(IReadOnlyList<Secret> secrets) =>
        from secret in secrets
        where secret.Text.Contains('\n', StringComparison.Ordinal)
        from line in secret.Text.Split('\n')
        where line.Trim().Length >= Telling
        select secret with { Text = line.Trim() };
}
