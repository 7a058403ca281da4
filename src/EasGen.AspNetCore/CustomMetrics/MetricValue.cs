namespace EasGen.AspNetCore.CustomMetrics;

/// <summary>How the measurements of an instrument become one value.</summary>
internal enum MetricKind
{
    /// <summary>A counter: what was added for each second since the last reading.</summary>
    Rate,

    /// <summary>A counter that is asked for its total: how much that has grown for each second.</summary>
    ObservedRate,

    /// <summary>An up-down counter: the sum of all that was added.</summary>
    Sum,

    /// <summary>An up-down counter that is asked for its total.</summary>
    ObservedSum,

    /// <summary>A histogram: the mean of what was recorded since the last reading.</summary>
    Mean,

    /// <summary>A gauge: the last value.</summary>
    Last,
}

/// <summary>The value of a metric for one value of its tag. Written by any thread, read by one.</summary>
internal sealed class MetricValue(MetricKind kind)
{
    private readonly Lock gate = new();
    private double sum;
    private int count;
    private double? previous;

    public void Measure(double measured)
    {
        lock (gate)
        {
            sum = kind == MetricKind.Last ? measured : sum + measured;
            count++;
        }
    }

    /// <summary>The value now; null if nothing was measured that makes one.</summary>
    /// <param name="since">The time since the last reading.</param>
    public double? Read(TimeSpan since)
    {
        lock (gate)
        {
            var value = Value(since.TotalSeconds);
            if (kind is not (MetricKind.Sum or MetricKind.Last))
                (sum, count) = (0, 0);
            return value is { } number && double.IsFinite(number) ? number : null;
        }
    }

    private double? Value(double seconds)
    {
        // A counter without measurements counts nothing. What has to be observed and is not is no more.
        if (count == 0 && kind != MetricKind.Rate)
            return null;
        return kind switch
        {
            MetricKind.Rate => sum / seconds,
            MetricKind.ObservedRate => Growth() / seconds,
            MetricKind.Mean => sum / count,
            _ => sum,
        };
    }

    private double? Growth()
    {
        var (before, now) = (previous, sum);
        previous = now;
        return now >= before ? now - before : null;
    }
}
