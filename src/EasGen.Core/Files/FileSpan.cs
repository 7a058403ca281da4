namespace EasGen.Core.Files;

/// <summary>A place in a file, as people and editors name it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units; a tab is one.</param>
/// <param name="Length">How far it reaches on its line, in UTF-16 units; 1 or more.</param>
/// <param name="Text">Its line; of a long one the part around the place. Control characters but tabs are U+FFFD in it.</param>
/// <param name="Start">Where in the text the place begins, from 0; the end of the text for a place behind it.</param>
internal sealed record FileSpan(int Line, int Column, int Length, string Text, int Start)
{
    /// <summary>How many characters of the text to underline; 1 or more.</summary>
    public int Marked => Math.Max(1, Math.Min(Length, Text.Length - Start));
}
