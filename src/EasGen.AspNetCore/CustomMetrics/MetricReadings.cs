using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Numerics;

namespace EasGen.AspNetCore.CustomMetrics;

/// <summary>Listens to the instruments that bear the name of a custom metric, and makes values of what they measure.</summary>
internal sealed class MetricReadings : IDisposable
{
    /// <summary>
    /// How many values of its tag a metric may have; further ones are left out, so that a tag such as a user's name does no
    /// harm.
    /// </summary>
    public const int MostTagValues = 100;

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(EasCustomMetric Metric, string? TagValue), MetricValue> values = new();
    private readonly ConcurrentDictionary<EasCustomMetric, int> counts = new();
    private readonly TimeProvider time;
    private long lastRead;

    /// <param name="metrics">What the service declares.</param>
    /// <param name="meters">The app's. Meters of another app in the process are not listened to; those that belong to no app are.</param>
    /// <param name="time">The clock of the rates.</param>
    public MetricReadings(IReadOnlyList<EasCustomMetric> metrics, IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        lastRead = time.GetTimestamp();
        listener.InstrumentPublished = (instrument, listener) =>
        {
            var metric = metrics.FirstOrDefault(metric => metric.Name == instrument.Name);
            if (metric is not null && (instrument.Meter.Scope is null || instrument.Meter.Scope == meters))
                listener.EnableMeasurementEvents(instrument, metric);
        };
        listener.SetMeasurementEventCallback<byte>(Measure);
        listener.SetMeasurementEventCallback<short>(Measure);
        listener.SetMeasurementEventCallback<int>(Measure);
        listener.SetMeasurementEventCallback<long>(Measure);
        listener.SetMeasurementEventCallback<float>(Measure);
        listener.SetMeasurementEventCallback<double>(Measure);
        listener.SetMeasurementEventCallback<decimal>(Measure);
        listener.Start();
    }

    /// <summary>
    /// What was measured since the last time, and why instruments that have to be asked have failed; the others are read.
    /// </summary>
    public (List<MetricReading> Readings, AggregateException? Failure) Read()
    {
        var failure = Ask();
        var since = time.GetElapsedTime(lastRead);
        lastRead = time.GetTimestamp();

        var readings = new List<MetricReading>();
        foreach (var ((metric, tagValue), value) in values)
        {
            if (value.Read(since) is { } number)
                readings.Add(new(metric.Name, tagValue is null ? [] : new() { [metric.Tag!] = tagValue }, number));
        }
        return (readings, failure);
    }

    public void Dispose() => listener.Dispose();

    // Each is asked, whatever the others do.
    private AggregateException? Ask()
    {
        try
        {
            listener.RecordObservableInstruments();
            return null;
        }
        catch (AggregateException failure)
        {
            return failure;
        }
    }

    private void Measure<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct, INumber<T>
    {
        var metric = (EasCustomMetric)state!;
        var key = (metric, TagValue(metric, tags));
        if (!values.TryGetValue(key, out var value))
        {
            // Counted apart: to count the keys takes every lock, for each measurement beyond the limit.
            if (counts.GetValueOrDefault(metric) >= MostTagValues)
                return;
            if (values.TryAdd(key, new MetricValue(KindOf<T>(instrument))))
                counts.AddOrUpdate(metric, 1, static (_, count) => count + 1);
            value = values[key];
        }
        value.Measure(double.CreateSaturating(measurement));
    }

    private static MetricKind KindOf<T>(Instrument instrument)
        where T : struct =>
        instrument switch
        {
            Counter<T> => MetricKind.Rate,
            ObservableCounter<T> => MetricKind.ObservedRate,
            UpDownCounter<T> => MetricKind.Sum,
            ObservableUpDownCounter<T> => MetricKind.ObservedSum,
            Histogram<T> => MetricKind.Mean,
            _ => MetricKind.Last,
        };

    private static string? TagValue(EasCustomMetric metric, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            if (key == metric.Tag)
                return Convert.ToString(value, CultureInfo.InvariantCulture);
        }
        return null;
    }
}
