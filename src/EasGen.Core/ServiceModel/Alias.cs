namespace EasGen.Core.ServiceModel;

/// <summary>A place that the same setting has in older or other documents.</summary>
/// <param name="Place">The JSON pointer there; <c>*</c> stands for an item of a list.</param>
/// <param name="Current">The JSON pointer that EasGen writes.</param>
/// <param name="IsObsolete">True when the place should be left; some are as good as the current one.</param>
/// <param name="IsItem">True when the place holds what is an item of a list at the current one.</param>
internal sealed record Alias(string Place, string Current, bool IsObsolete, bool IsItem = false)
{
    /// <summary>The current key, when it is another one of the same object.</summary>
    public string? Sibling =>
        JsonPointer.Parent(Place) == JsonPointer.Parent(Current) && Place.IndexOf('*') >= 0 ? JsonPointer.Last(Current) : null;

    /// <summary>The current place of what stands at an old one: the same items of the lists.</summary>
    public string CurrentFor(string pointer)
    {
        var at = JsonPointer.Segments(pointer);
        return string.Concat(JsonPointer.Segments(Current).Select((segment, index) =>
            "/" + (segment == "*" && index < at.Length ? at[index] : JsonPointer.Escape(segment))));
    }
}
