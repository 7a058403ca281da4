namespace EasGen.AspNetCore.Calls;

internal static class InTimeExtensions
{
    /// <summary>Not every method heeds its token: the client is answered in time all the same.</summary>
    public static async ValueTask<T> InTime<T>(this Task<T> answer, CancellationToken cancellationToken)
    {
        try
        {
            var response = await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return response;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // What a method complains of then is that it was cancelled.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
