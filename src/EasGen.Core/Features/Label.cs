namespace EasGen.Core.Features;

/// <summary>Free labels of the service.</summary>
internal static class Label
{
    public static readonly StringSetting Key = new("Key", Setting.Key);
    public static readonly StringSetting Value = new("Value", "") { TakesNumbers = true };

    public static readonly Rule EAS0120_LabelIsComplete = Rule.Error("EAS0120", "Label has no key or no value")
        .When(Key, static service =>
        {
            foreach (var label in service.All(Key))
            {
                if (string.IsNullOrWhiteSpace(label[Key]))
                    service.Report(label.At(Key), "The label has no key; give it one");
                else if (label[Value] is null)
                    service.Report(label.At(Value), $"The label '{label[Key]}' has no value; give it one, or an empty text");
            }
        });

    public static readonly FeatureType FeatureType = new("Label", "/labels/@", [Key, Value]) { Arguments = 2 };

    public static readonly Rule[] Rules = [EAS0120_LabelIsComplete];
}
