namespace EasGen.Core.Features;

/// <summary>Values that every instance reads from a file, and that change while it runs.</summary>
internal static class DynamicParameter
{
    public static readonly StringSetting Key = new("Key", Setting.Key);
    public static readonly AnySetting Value = new("Value", "");

    public static readonly Rule EAS0665_ParametersAreSwitchedOn = Rule.Warning("EAS0665", "Dynamic parameters are not switched on")
        .When(static service =>
        {
            if (service.One(Key) is not { } first || EasService.KindOf(service) == LlmRouter.Type.Text)
                return;
            var said = service.One(EasService.DynamicParameters);
            if (said?[EasService.DynamicParameters] is not true)
            {
                service.Report(
                    said?.At(EasService.DynamicParameters) ?? first.Pointer,
                    $"The dynamic parameters have no effect until they are switched on; set {EasService.DynamicParameters.Is(true)}",
                    said is null ? null : new("Switch them on", true));
            }
        });

    public static readonly Rule EAS0666_ParameterIsComplete = Rule.Warning("EAS0666", "Dynamic parameter has no key or no value")
        .When(static service =>
        {
            foreach (var parameter in service.All(Key))
            {
                if (string.IsNullOrWhiteSpace(parameter[Key]))
                    service.Report(parameter.At(Key), "The dynamic parameter has no key; give it one");
                else if (parameter[Value] is null)
                    service.Report(parameter.At(Value), $"The dynamic parameter '{parameter[Key]}' has no value; give it one");
            }
        });

    public static readonly FeatureType FeatureType = new("DynamicParameter", "/properties/@", [Key, Value]) { Arguments = 2 };

    public static readonly Rule[] Rules = [EAS0665_ParametersAreSwitchedOn, EAS0666_ParameterIsComplete];
}
