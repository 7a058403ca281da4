using Xunit.Sdk;

namespace EasGen.Testing.Tests;

/// <summary>The kit is worth as much as the failures it reports.</summary>
internal static class Failing
{
    public static async Task<string> MessageOf(Func<Task> test) => (await Assert.ThrowsAnyAsync<XunitException>(test)).Message;

    public static string MessageOf(Action test) => Assert.ThrowsAny<XunitException>(test).Message;

    public static void ShouldContain(this string message, string part) => Assert.Contains(part, message, StringComparison.Ordinal);
}
