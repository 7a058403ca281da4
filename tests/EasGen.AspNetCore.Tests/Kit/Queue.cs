using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests.Kit;

internal static class Queue
{
    /// <summary>The requests that wait for their turn, by the app's own metric.</summary>
    public static long Queued(this App app)
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        var queued = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "easgen.predict.queued_requests" && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => queued += value);
        listener.Start();
        listener.RecordObservableInstruments();
        return queued;
    }

    /// <summary>Waits until so many requests wait.</summary>
    public static Task UntilQueued(this App app, int requests) => app.Until(app => app.Queued() == requests);
}
