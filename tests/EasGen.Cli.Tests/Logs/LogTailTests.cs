using EasGen.Cli.Logs;

namespace EasGen.Cli.Tests.Logs;

/// <summary>Each line of a log that is asked for again and again is shown once.</summary>
public class LogTailTests
{
    [Theory]
    [InlineData("", "a b", "a b")]
    [InlineData("a b", "a b", "")]
    [InlineData("a b", "a b c", "c")]
    [InlineData("a b c", "b c d e", "d e")]
    [InlineData("a a a", "a a a a", "a")]
    [InlineData("a b a", "b a a", "a")]
    [InlineData("a b", "c d", "c d")]
    [InlineData("a b c", "", "")]
    // Of two instances: a line comes in between.
    [InlineData("a1 b1", "a1 a2 b1 b2", "a2 b2")]
    [InlineData("a1 b1 b1", "a1 b1 a2 b1 b1", "a2 b1")]
    public void New_lines_are_told(string before, string now, string fresh)
    {
        var tail = new LogTail();

        Assert.Equal(Lines(before), tail.New(Lines(before)));
        Assert.Equal(Lines(fresh), tail.New(Lines(now)));
        Assert.Empty(tail.New(Lines(now)));
    }

    private static string[] Lines(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
