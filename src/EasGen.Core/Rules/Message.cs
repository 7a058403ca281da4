using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace EasGen.Core.Rules;

/// <summary>
/// What a rule says, for either audience. Written as <c>$"…; set {MemoryGB}"</c>, it keeps the settings in its holes as such, and
/// names them when it is read.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Message : IMessagePart, IEquatable<Message>
{
    // Texts, and what is spoken; and which of them are the rule's own words.
    private readonly List<(object Part, bool IsOwn)> parts;

    /// <summary>For the compiler, which knows how long the text around the holes is and how many they are.</summary>
    public Message(int _, int holes) => parts = new((2 * holes) + 1);

    /// <summary>A message without holes. What is not the rule's own words goes into one: <c>$"{text}"</c>.</summary>
    public static implicit operator Message(string text)
    {
        var message = new Message(text.Length, 0);
        message.AppendLiteral(text);
        return message;
    }

    public void AppendLiteral(string text) => parts.Add((text, true));

    public void AppendFormatted(IMessagePart part) => parts.Add((part, part is Setting));

    /// <summary>What is spoken, one behind the other.</summary>
    public void AppendFormatted(IEnumerable<IMessagePart> list)
    {
        var behind = false;
        foreach (var part in list)
        {
            if (behind)
                AppendLiteral(", ");
            AppendFormatted(part);
            behind = true;
        }
    }

    /// <summary>An attribute, and in JSON the place that it fills. The format <c>[]</c> puts the attribute in brackets.</summary>
    public void AppendFormatted(FeatureType type, string? format = null) =>
        parts.Add((new Wording(Attribute(type.ToString(), format), type.JsonPlace), true));

    /// <summary>An example: an attribute with its arguments, or the settings of the JSON. The format is as for a feature type.</summary>
    public void AppendFormatted(Feature example, string? format = null) =>
        parts.Add((new Wording(Attribute(AttributeText.Of(example), format), Settings(example)), false));

    public void AppendFormatted(object? value) => parts.Add((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", false));

    /// <summary>The same message, in which everything but the rule's own words goes through the function.</summary>
    public Message Through(Func<string, string> function)
    {
        var through = new Message(0, parts.Count);
        foreach (var (part, isOwn) in parts)
            through.parts.Add((isOwn ? part : Through(part, function), isOwn));
        return through;
    }

    public string For(Audience audience)
    {
        var text = new StringBuilder();
        foreach (var (part, _) in parts)
            text.Append(part is IMessagePart spoken ? spoken.For(audience) : part);
        return text.ToString();
    }

    /// <summary>The message with the values of settings spelled as a file has them.</summary>
    public Message Spelled(IReadOnlyDictionary<SettingValue, string> digits)
    {
        var spelled = new Message(0, parts.Count);
        foreach (var (part, isOwn) in parts)
            spelled.parts.Add((
                part is SettingValue value && digits.TryGetValue(value, out var text)
                    ? new Wording(value.For(Audience.Code), text)
                    : part,
                isOwn));
        return spelled;
    }

    public bool Equals(Message? other) => other is not null && parts.SequenceEqual(other.parts);

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The message beside C#.</summary>
    public override string ToString() => For(Audience.Code);

    private static object Through(object part, Func<string, string> function) => part switch
    {
        Message inner => inner.Through(function),
        IMessagePart spoken => new Wording(function(spoken.For(Audience.Code)), function(spoken.For(Audience.Json))),
        _ => function((string)part),
    };

    private static string Attribute(string code, string? format) => format == "[]" ? $"[{code}]" : code;

    // As a file has them, so that they can be copied.
    private static string Settings(Feature example)
    {
        var json = JsonNode.Object();
        foreach (var setting in example.Type.Settings)
        {
            if (!setting.InJson || example.Value(setting) is not { } value)
                continue;
            var keys = setting.PathSegments;
            var outer = keys.Take(keys.Length - 1).Aggregate(json, static (outer, key) => outer.Child(key, list: false));
            outer.Add(keys[keys.Length - 1], setting.ToJson(value));
        }
        var text = json.ToString();
        return text.Substring(1, text.Length - 2);
    }
}
