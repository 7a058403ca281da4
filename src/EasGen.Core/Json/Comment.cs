using System.Text;

namespace EasGen.Core.Json;

/// <summary>A comment in a service JSON.</summary>
/// <param name="Pointer">What follows it in the same object or list; the object or list itself where nothing does.</param>
/// <param name="Text">What stands between its marks, without the blanks at both ends; may have several lines.</param>
/// <param name="Offset">The byte at which its text begins.</param>
internal sealed record Comment(string Pointer, string Text, int Offset)
{
    /// <summary>The bytes of a part of its text.</summary>
    public FileBytes Bytes(int start, int length) =>
        new(Offset + Encoding.UTF8.GetByteCount(Text.Substring(0, start)), Encoding.UTF8.GetByteCount(Text.Substring(start, length)));
}
