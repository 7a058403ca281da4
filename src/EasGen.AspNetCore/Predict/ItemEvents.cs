using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Predict;

internal static class ItemEvents
{
    /// <summary>Calls a method that answers item by item, and sends each as an event, at once.</summary>
    /// <returns>The stream after its last item; null for a request that is refused, because enough others wait.</returns>
    public static async Task<EventStream?> Send<TState, TItem>(
        this PredictCalls calls,
        HttpContext context,
        Func<TState, CancellationToken, ValueTask<IAsyncEnumerable<TItem>>> method,
        TState state,
        JsonTypeInfo<TItem> type,
        CancellationToken cancellationToken)
    {
        if (calls.Enter(cancellationToken) is not { } scope)
            return null;
        var steps = await Steps<TItem>.Begin(calls, method, state, scope, cancellationToken).ConfigureAwait(false);
        var events = new EventStream(context);
        await using (steps.ConfigureAwait(false))
        {
            while (await steps.Next().ConfigureAwait(false))
                await events.Write(steps.Current, type, cancellationToken).ConfigureAwait(false);
        }
        return events;
    }
}
