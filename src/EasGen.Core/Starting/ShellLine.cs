namespace EasGen.Core.Starting;

/// <summary>A start line taken apart.</summary>
/// <param name="Commands">Its commands, in their order.</param>
/// <param name="OpenQuote">Where the quote stands that nothing closes; null when all are closed.</param>
internal sealed record ShellLine(List<ShellCommand> Commands, int? OpenQuote);

/// <summary>A command of a start line: its words, and the operator behind it.</summary>
/// <param name="End">Such as <c>&amp;&amp;</c>; empty behind the last.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, string End)
{
    /// <summary>True when a comment ends it.</summary>
    public bool HasComment { get; init; }

    public bool IsInBackground => End == "&";

    public bool IsPiped => End is "|" or "|&";
}

/// <summary>One word of a start line, as the program gets it.</summary>
/// <param name="Text">Without quotes and escapes.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="Place">The setting that has it, when that is another one than the line's.</param>
internal readonly record struct ShellWord(string Text, int Start, int End, string? Place = null);

/// <summary>A quote that nothing closes.</summary>
/// <param name="Line">The line of the text in which it stands, from 1.</param>
internal sealed record OpenQuote(char Sign, int Line);
