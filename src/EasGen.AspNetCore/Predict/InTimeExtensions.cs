namespace EasGen.AspNetCore.Predict;

internal static class InTimeExtensions
{
    /// <summary>Not every method heeds its token: the client is answered in time all the same.</summary>
    public static async ValueTask<T> InTime<T>(this ValueTask<T> answer, CancellationToken cancellationToken)
    {
        var response = answer.IsCompleted
            ? await answer.ConfigureAwait(false)
            : await answer.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return response;
    }
}
