namespace EasGen.FakeEas;

/// <summary>An answer that is kept back, to be sent in another form or not at all.</summary>
internal static class KeptAnswer
{
    /// <summary>Has the call made, and gives what would have been sent.</summary>
    public static async Task<byte[]> OfAsync(HttpContext context, RequestDelegate next)
    {
        var answer = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }
        return kept.ToArray();
    }
}
