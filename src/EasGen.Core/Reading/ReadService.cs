using System.Text;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Secrets;

namespace EasGen.Core.Reading;

/// <summary>What a service JSON says, and what in it could not be understood. Nothing is dropped without a finding.</summary>
/// <param name="Service">All that could be read; unknown keys and wrong values are in it as raw settings.</param>
/// <param name="Findings">Those of the reader.</param>
/// <param name="Places">Where the document has what it does not have at its usual place, by the usual JSON pointer.</param>
internal sealed record ReadService(Service Service, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Places)
{
    private bool? mayHoldSecrets;

    /// <summary>The name of the service; empty when the document has none.</summary>
    public string ServiceName => Service.First(EasService.FeatureType)?[EasService.Name] ?? "";

    /// <summary>The features with their usual places.</summary>
    public AddressedFeature[] Placed
    {
        get => field ??= Addressing.Of(Service);
        init;
    }

    /// <summary>The comments of the file, in its order.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>What the file has and the service lacks, because it is null or an empty list, and sets nothing.</summary>
    public IReadOnlyList<(string Pointer, JsonNode Json)> LeftOut { get; init; } = [];

    /// <summary>
    /// Numbers that the file spells in another way than EasGen would: with more digits than a number can hold, or with
    /// an exponent.
    /// </summary>
    public IReadOnlyDictionary<SettingValue, string> Digits { get; init; } = new Dictionary<SettingValue, string>();

    /// <summary>What the file holds, each key as often as it does; null when it cannot be read.</summary>
    public JsonNode? Document { get; init; }

    /// <summary>The file as text where it cannot be read.</summary>
    public string Text { get; init; } = "";

    /// <summary>False when there is certainly no secret in the document.</summary>
    public bool MayHoldSecrets => mayHoldSecrets ??= Document is null || SecretSearch.MayFindAny(FeatureCatalog.Schema, Document);

    /// <summary>Keeps the secrets of the file, its comments among it, out of what is said of it.</summary>
    public Concealment Concealment => field ??= new(Secrets());

    /// <summary>False when the document says something that the service lacks, as of a key that is given twice.</summary>
    public bool IsWhole => !Findings.Any(static finding =>
        finding.Rule == GeneralRules.EAS0003_SettingIsGivenOnce || finding.Rule == GeneralRules.EAS0005_TextIsUnicode);

    /// <summary>Where the document has what usually stands at the pointer.</summary>
    public string Place(string pointer)
    {
        foreach (var at in JsonPointer.AndAbove(pointer))
        {
            if (Places.TryGetValue(at, out var place))
                return place + pointer.Substring(at.Length);
        }
        return pointer;
    }

    private IReadOnlyList<Secret> Secrets() => Document is null
        ? SecretSearch.OfBroken(Text, Stop())
        : [
            .. MayHoldSecrets ? SecretSearch.Of(FeatureCatalog.Schema, Document) : [],
            .. Comments.SelectMany(SecretSearch.Of),
        ];

    // The character at which the text stops being JSON, which its finding has in bytes.
    private int Stop()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        return Encoding.UTF8.GetCharCount(bytes, 0, Math.Min(bytes.Length, Findings[0].Bytes?.Offset ?? 0));
    }
}
