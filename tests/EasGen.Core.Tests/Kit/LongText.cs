using EasGen.Core.Secrets;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Texts that say the same again and again.</summary>
internal static class LongText
{
    private const int Length = 200_000;

    /// <summary>Searched for secrets, they take a part of a second, and not the square of their length.</summary>
    /// <param name="again">What is said again and again.</param>
    /// <param name="end">What comes at the end, and might be sought from everywhere.</param>
    public static void IsSearchedInTime(string again, string end)
    {
        var text = string.Concat(Enumerable.Repeat(again, Length / again.Length)) + end;

        var time = ThreadTime.Of(() => SecretText.Replace(text, SecretText.Find(text), static _ => "${X}"));

        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
