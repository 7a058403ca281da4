using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Http;

internal static class Cutting
{
    // What is on its way arrives before the end does.
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(100);

    /// <summary>Ends the connection, or with HTTP/2 the stream, without an end of the response.</summary>
    public static async Task Cut(this HttpContext context)
    {
        await Task.Delay(Arrival).ConfigureAwait(false);
        context.Abort();
    }
}
