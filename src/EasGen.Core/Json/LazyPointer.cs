using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>
/// A JSON pointer whose text is made for whoever asks for it: a file may have hundreds of thousands of items, and few of them are named.
/// </summary>
/// <param name="Start">The pointer; that of an item without its index, with a slash at its end.</param>
/// <param name="Index">The index of an item; -1 for all that is none.</param>
internal readonly record struct LazyPointer(string Start, int Index = -1)
{
    public string Text => Index < 0 ? Start : Start + Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>True for what is inside of an object or a list.</summary>
    public bool IsBelow(string pointer) =>
        Start.Length > pointer.Length && Start[pointer.Length] == '/' && Start.StartsWith(pointer, StringComparison.Ordinal);

    public static implicit operator LazyPointer(string pointer) => new(pointer);

    public override string ToString() => Text;
}
