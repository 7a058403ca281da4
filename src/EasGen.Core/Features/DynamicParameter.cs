namespace EasGen.Core.Features;

/// <summary>Values that every instance reads from a file, and that change while it runs.</summary>
internal static class DynamicParameter
{
    public static readonly StringSetting Key = new("Key", Setting.Key);
    public static readonly AnySetting Value = new("Value", "");

    public static readonly Rule EAS0665_ParametersAreSwitchedOn = Rule.Warning("EAS0665", "Dynamic parameters are not switched on")
        .When(Key, static service =>
        {
            if (service.One(Key) is not { } first || EasService.KindOf(service) == LlmRouter.Type.Text)
                return;
            Message message =
                $"The dynamic parameters have no effect until they are switched on; set {EasService.DynamicParameters.Is(true)}";
            var said = service.One(EasService.DynamicParameters);
            if (said?[EasService.DynamicParameters] is false)
                service.Report(said.Value.At(EasService.DynamicParameters), message, new("Switch them on", true));
            // What is not there is missed where the parameters are.
            else if (said?[EasService.DynamicParameters] is null)
                service.Report(JsonPointer.Parent(first.Pointer)!, message);
        });

    public static readonly Rule EAS0666_ParameterIsComplete = Rule.Warning("EAS0666", "Dynamic parameter has no key or no value")
        .When(Key, static service =>
        {
            foreach (var parameter in service.All(Key))
            {
                if (string.IsNullOrWhiteSpace(parameter[Key]))
                    service.Report(parameter.At(Key), "The dynamic parameter has no key; give it one");
                else if (parameter[Value] is null)
                    service.Report(parameter.At(Value), $"The dynamic parameter '{parameter[Key]}' has no value; give it one");
            }
        });

    public static readonly Rule EAS0672_KeysDifferInMoreThanCase = Rule.Warning("EAS0672", "Dynamic parameters differ only in case")
        .When(static service =>
        {
            // What is said twice to the letter is EAS0003's.
            var seen = new Dictionary<string, (string Spelled, string? Key)>(StringComparer.OrdinalIgnoreCase);
            foreach (var parameter in service.All(Key))
            {
                foreach (var spelled in ConfigurationKeys(parameter))
                {
                    if (!seen.TryGetValue(spelled, out var other))
                        seen.Add(spelled, (spelled, parameter[Key]));
                    else if (spelled != other.Spelled || parameter[Key] != other.Key)
                    {
                        service.Report(
                            parameter.At(Key),
                            $"'{other.Spelled}' and '{spelled}' are the same key in the configuration of .NET, which ignores case; "
                            + $"rename one of them");
                        break;
                    }
                }
            }
        });

    public static readonly FeatureType FeatureType = new("DynamicParameter", "/properties/@", [Key, Value]) { Arguments = 2 };

    public static readonly Rule[] Rules = [EAS0665_ParametersAreSwitchedOn, EAS0666_ParameterIsComplete, EAS0672_KeysDifferInMoreThanCase];

    private static IEnumerable<string> ConfigurationKeys(AddressedFeature parameter) => ConfigurationKeys(
        parameter[Key] ?? "",
        parameter[Value] is { } value ? Value.ToJson(value) : JsonNode.Null());

    // Those of what has no members, as appsettings.json is read.
    private static IEnumerable<string> ConfigurationKeys(string key, JsonNode json) => json.Members.Count == 0
        ? [key]
        : json.Members.SelectMany((member, index) => ConfigurationKeys(
            FormattableString.Invariant($"{key}:{(json.Kind == JsonKind.Array ? index : member.Key)}"),
            member.Value));
}
