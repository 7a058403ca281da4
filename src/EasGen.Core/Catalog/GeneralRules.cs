using EasGen.Core.Features;
using EasGen.Core.Secrets;

namespace EasGen.Core.Catalog;

/// <summary>Rules that hold for every setting, whatever its feature type, and for the JSON as such.</summary>
internal static class GeneralRules
{
    public static readonly Rule EAS0001_JsonIsWellFormed = Rule.Error("EAS0001", "Service JSON cannot be read");

    public static readonly Rule EAS0002_ValueHasType = Rule.Error("EAS0002", "Setting has a value of the wrong type");

    public static readonly Rule EAS0003_SettingIsGivenOnce = Rule.Error("EAS0003", "Setting is given twice")
        .When(static service =>
        {
            if (!MayRepeat(service.Features))
                return;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var again = service.Features.Where(feature => feature.Type.IsObject && !seen.Add(feature.Pointer)).ToArray();
            foreach (var feature in again)
                service.Report(feature.Pointer, $"'{JsonPointer.Spoken(feature.Pointer)}' is given twice; keep one of them", Fix.Remove);

            foreach (var feature in service.Features.Where(feature => !again.Contains(feature)))
            {
                foreach (var place in feature.Type.Settings.Where(setting => IsPlaced(feature, setting)).Select(feature.At))
                {
                    if (!seen.Add(place))
                        service.Report(place, $"'{JsonPointer.Spoken(place)}' is given twice; keep one of them", Fix.Remove);
                }
            }
        });

    public static readonly Rule EAS0004_KeyIsKnown = Rule.Warning("EAS0004", "Setting is not known");

    public static readonly Rule EAS0005_TextIsUnicode = Rule.Error("EAS0005", "Text is not valid Unicode")
        .When(static service =>
        {
            foreach (var feature in service.Features)
            {
                for (var i = 0; i < feature.Type.Settings.Length; i++)
                {
                    if (feature.Type.Settings[i] is { Path: not null } setting && HasHalf(feature.Feature.ValueAt(i)))
                        service.Report(
                            feature.At(setting),
                            $"{setting} contains half of a surrogate pair, which is not valid Unicode; correct the text");
                }
            }
        });

    public static readonly Rule EAS0015_PlaceIsCurrent = Rule.Warning("EAS0015", "Setting is in an old place");

    public static readonly Rule EAS0016_FormIsUsual = Rule.Warning("EAS0016", "Setting has an unusual form");

    public static readonly Rule EAS0017_JsonIsStrict = Rule.Info("EAS0017", "JSON has comments or trailing commas");

    public static readonly Rule EAS0018_SecretIsPlaceholder = Rule.Warning("EAS0018", "Secret is in the artifact in clear text")
        .When(static service => FoundSecret.Report(service, static found =>
            !EnvironmentVariable.IsValue(found.Setting)
                && found.Setting != Model.Config
                && (found.Setting != RegistryAuth.Secret || found.Secret.IsWhole)));

    public static readonly Rule EAS0019_ValueIsSaid = Rule.Info("EAS0019", "Setting is null");

    public static readonly Rule[] All =
    [
        EAS0001_JsonIsWellFormed, EAS0002_ValueHasType, EAS0003_SettingIsGivenOnce, EAS0004_KeyIsKnown, EAS0005_TextIsUnicode,
        EAS0015_PlaceIsCurrent, EAS0016_FormIsUsual, EAS0017_JsonIsStrict, EAS0018_SecretIsPlaceholder, EAS0019_ValueIsSaid,
    ];

    // An item has its place for itself, and so have its settings.
    private static bool IsPlaced(AddressedFeature feature, Setting setting) => !feature.Type.IsItem
        && setting is { InJson: true } and not ConstantSetting { HasOwnRule: true }
        && feature.Feature.Value(setting) is not null;

    // As many settings as most services have.
    private const int Usual = 64;

    // In nearly every service nothing stands twice, which is told without the text of any place.
    private static bool MayRepeat(AddressedFeature[] features)
    {
        var places = new List<ulong>(Usual);
        foreach (var feature in features)
        {
            if (feature.Type.IsItem)
                continue;
            var pointer = TextHash.Of(feature.Pointer);
            if (feature.Type.IsObject)
                places.Add(pointer.Value);
            for (var i = 0; i < feature.Type.Settings.Length; i++)
            {
                if (feature.Feature.ValueAt(i) is not null && IsPlaced(feature, feature.Type.Settings[i]))
                    places.Add(feature.Type.Settings[i].At(pointer));
            }
        }
        return TextHash.AnyIsTwice([.. places]);
    }

    private static bool HasHalf(object? value) => value switch
    {
        string text => Unicode.LoneSurrogate(text) >= 0,
        EquatableArray<string> list => list.Any(static text => Unicode.LoneSurrogate(text) >= 0),
        _ => false,
    };
}
