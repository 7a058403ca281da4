namespace EasGen.Testing.Tests;

/// <summary>The kit is worth as much as the failures it reports.</summary>
internal static class Failing
{
    // Roslyn's testing library knows no test framework and throws another exception than the assertions do.
    public static async Task<string> MessageOf(Func<Task> test) => (await Assert.ThrowsAnyAsync<Exception>(test)).Message;

    public static string MessageOf(Action test) => Assert.ThrowsAny<Exception>(test).Message;

    public static void ShouldContain(this string message, string part) => Assert.Contains(part, message, StringComparison.Ordinal);
}
