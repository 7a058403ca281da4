namespace EasGen.Api;

/// <summary>No access key can be had from the places where they are kept. The message says what to do, and never a key.</summary>
public sealed class EasCredentialsException(string message, Exception? inner = null) : Exception(message, inner);
