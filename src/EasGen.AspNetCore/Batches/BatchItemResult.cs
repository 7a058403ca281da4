namespace EasGen;

/// <summary>
/// What a batch method has to say to one request: the answer, or why there is none. A method that returns a list of these can refuse one
/// request without spoiling the others of its batch. Both an answer and a failure turn into one by themselves.
/// </summary>
/// <typeparam name="TAnswer">What the caller of the request gets as JSON; API descriptions show this type.</typeparam>
/// <example>
/// <code>
/// [Predict(MaxBatchSize = 16)]
/// public BatchItemResult&lt;Label&gt;[] Classify(IReadOnlyList&lt;Image&gt; batch) =>
///     [.. batch.Select(LabelOf)];
///
/// private BatchItemResult&lt;Label&gt; LabelOf(Image image) =>
///     image.IsEmpty ? new BatchItemFailure("The image is empty.") : model.Run(image);
/// </code>
/// </example>
public readonly record struct BatchItemResult<TAnswer>
{
    /// <summary>The request is answered.</summary>
    /// <param name="answer">What its caller gets.</param>
    public BatchItemResult(TAnswer answer) => (Answer, IsAnswer) = (answer, true);

    /// <summary>The request is refused.</summary>
    /// <param name="failure">What its caller is told.</param>
    public BatchItemResult(BatchItemFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Failure = failure;
    }

    /// <summary>
    /// Whether this is an answer. Neither an answer nor a failure is <see langword="default"/>, for which the caller gets 500.
    /// </summary>
    public bool IsAnswer { get; }

    /// <summary>The answer; the default value without one.</summary>
    public TAnswer? Answer { get; }

    /// <summary>Why the request is refused; <see langword="null"/> if it is answered.</summary>
    public BatchItemFailure? Failure { get; }

    /// <summary>The request is answered.</summary>
    /// <param name="answer">What its caller gets.</param>
    public static implicit operator BatchItemResult<TAnswer>(TAnswer answer) => new(answer);

    /// <summary>The request is refused.</summary>
    /// <param name="failure">What its caller is told.</param>
    public static implicit operator BatchItemResult<TAnswer>(BatchItemFailure failure) => new(failure);
}
