namespace EasGen.Core.Starting;

/// <summary>One word of a start line, as the program gets it.</summary>
/// <param name="Text">Without quotes and escapes.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Place">The setting that has it, when that is another one than the line's.</param>
internal readonly record struct ShellWord(string Text, int Start, string? Place = null);

/// <summary>A command of a start line: its words, and the operator behind it.</summary>
/// <param name="End">Such as <c>&amp;&amp;</c>; empty behind the last.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, string End)
{
    public bool IsInBackground => End == "&";

    public bool IsPiped => End is "|" or "|&";
}
