namespace EasGen.AspNetCore.Calls;

internal static class InTimeExtensions
{
    /// <summary>Not every method heeds its token: the client is answered in time all the same.</summary>
    public static async ValueTask<T> InTime<T>(this Task<T> answer, CancellationToken cancellationToken)
    {
        var response = await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return response;
    }
}
