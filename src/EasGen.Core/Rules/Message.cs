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
    // Texts, and what is spoken.
    private readonly List<object> parts;

    // What the text goes through before anyone reads it.
    private Func<string, string>? last;

    /// <summary>For the compiler, which knows how long the text around the holes is and how many they are.</summary>
    public Message(int _, int holes) => parts = new((2 * holes) + 1);

    public static implicit operator Message(string text)
    {
        var message = new Message(text.Length, 0);
        message.AppendLiteral(text);
        return message;
    }

    public void AppendLiteral(string text) => parts.Add(text);

    public void AppendFormatted(IMessagePart part) => parts.Add(part);

    /// <summary>What is spoken, one behind the other.</summary>
    public void AppendFormatted(IEnumerable<IMessagePart> list)
    {
        var behind = false;
        foreach (var part in list)
        {
            if (behind)
                parts.Add(", ");
            parts.Add(part);
            behind = true;
        }
    }

    /// <summary>An attribute, and in JSON the place that it fills. The format <c>[]</c> puts the attribute in brackets.</summary>
    public void AppendFormatted(FeatureType type, string? format = null) =>
        parts.Add(new Wording(Attribute(type.ToString(), format), type.JsonPlace));

    /// <summary>An example: an attribute with its arguments, or the settings of the JSON. The format is as for a feature type.</summary>
    public void AppendFormatted(Feature example, string? format = null) =>
        parts.Add(new Wording(Attribute(AttributeText.Of(example), format), Settings(example)));

    public void AppendFormatted(object? value) => parts.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>The same message, whose text goes through the function.</summary>
    public Message Through(Func<string, string> function)
    {
        var through = new Message(0, 0) { last = function };
        through.parts.Add(this);
        return through;
    }

    public string For(Audience audience)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part is IMessagePart spoken ? spoken.For(audience) : part);
        return last is null ? text.ToString() : last(text.ToString());
    }

    /// <summary>The message with the values of settings spelled as a file has them.</summary>
    public Message Spelled(IReadOnlyDictionary<SettingValue, string> digits)
    {
        var spelled = new Message(0, parts.Count);
        foreach (var part in parts)
            spelled.parts.Add(part is SettingValue value && digits.TryGetValue(value, out var text)
                ? new Wording(value.For(Audience.Code), text)
                : part);
        return spelled;
    }

    public bool Equals(Message? other) => other is not null && parts.SequenceEqual(other.parts);

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The message beside C#.</summary>
    public override string ToString() => For(Audience.Code);

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
