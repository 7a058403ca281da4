namespace EasGen;

/// <summary>A service that cannot be rehearsed at all. The message says why, and what to do.</summary>
public sealed class RehearsalException : Exception
{
    /// <summary>Says why there is no rehearsal.</summary>
    /// <param name="message">What is wrong, and the way out.</param>
    /// <param name="innerException">What it came from.</param>
    public RehearsalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>A rehearsal that did not go well. The message is the report.</summary>
public sealed class RehearsalFailedException : Exception
{
    internal RehearsalFailedException(RehearsalReport report)
        : base(report.ToString()) => Report = report;

    /// <summary>What was seen.</summary>
    public RehearsalReport Report { get; }
}
