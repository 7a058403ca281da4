using EasGen.Core.Features;
using EasGen.Core.Reading;
using EasGen.Core.Writing;

namespace EasGen.Core.Checking;

/// <summary>Rules on raw settings that write the service and read what a raw setting says, as only they need both.</summary>
internal static class RawSettingRules
{
    public static readonly Rule EAS0008_PlaceIsFree = Rule.Error("EAS0008", "Raw setting conflicts with another setting")
        .When(RawSetting.Pointer, static service =>
        {
            foreach (var (index, problem) in ServiceWriter.Unmerged(service.Service))
                service.Report(RawSetting.Whole(service.All(RawSetting.Pointer).ElementAt(index)), $"{problem}", Fix.Remove);
        });

    public static readonly Rule EAS0009_AttributeIsUsed = Rule.Warning("EAS0009", "Raw setting that an attribute can say")
        .When(RawSetting.Pointer, static service =>
        {
            // What meets another setting has to go anyway.
            var raws = service.All(RawSetting.Pointer);
            foreach (var raw in raws.Except(ServiceWriter.Unmerged(service.Service).Select(unmerged => raws[unmerged.Index])))
            {
                if (raw[RawSetting.Pointer] is not { } pointer
                    || !JsonPointer.IsValid(pointer)
                    || JsonParser.Parse(raw[RawSetting.Json] ?? "", out _) is not { } json)
                    continue;
                if (TypedEquivalent.Of(pointer, json) is not { } typed)
                    continue;
                var isThere = service.Features.Any(there => there.Type == typed.Features[0].Type && there.Pointer == typed.Place);
                service.Report(
                    RawSetting.Whole(raw),
                    $"'{JsonPointer.Spoken(pointer)}' has an attribute; write {typed.ToString()} instead",
                    Move(typed, isThere));
            }
        });

    public static readonly Rule[] All = [EAS0008_PlaceIsFree, EAS0009_AttributeIsUsed];

    /// <summary>One attribute instead of a raw setting, or a property of the one that is there; more is left to the reader.</summary>
    public static Fix? Move(TypedEquivalent typed, bool isThere) =>
        typed.Features.Count == 1 && (isThere ? AttributeText.IsNamed(typed.Features[0]) : AttributeText.IsWhole(typed.Features[0]))
            ? new($"Write {typed}", typed)
            : null;
}
