namespace EasGen.AspNetCore.Batches;

/// <summary>Tells each caller of a batch that it failed; the batch has logged why, once for all.</summary>
internal sealed class BatchFailedException(Exception failure) : Exception(failure.Message, failure);
