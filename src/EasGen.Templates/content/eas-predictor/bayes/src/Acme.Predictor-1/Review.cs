namespace Acme.Predictor_1;

/// <summary>What a request says.</summary>
public sealed record Review
{
    /// <summary>The words of a customer.</summary>
    public required string Text { get; init; }
}
