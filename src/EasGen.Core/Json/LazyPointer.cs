using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>
/// A JSON pointer whose text is made anew for whoever asks for it: a file may have hundreds of thousands of items, and few of them are
/// named. That of an item always has its index apart, so that equal pointers are equal values.
/// </summary>
/// <param name="Start">The pointer; that of an item without its index, with a slash at its end.</param>
/// <param name="Index">The index of an item; null for anything else.</param>
internal readonly record struct LazyPointer(string Start, int? Index = null)
{
    public string Text => Index is { } index ? Start + index.ToString(CultureInfo.InvariantCulture) : Start;

    /// <summary>True for what is inside of an object or a list.</summary>
    public bool IsBelow(string pointer) =>
        Start.Length > pointer.Length && Start[pointer.Length] == '/' && Start.StartsWith(pointer, StringComparison.Ordinal);

    public static implicit operator LazyPointer(string pointer) => new(pointer);

    public override string ToString() => Text;
}
