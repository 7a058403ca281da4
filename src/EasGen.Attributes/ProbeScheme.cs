namespace EasGen;

/// <summary>How a probe asks a path.</summary>
public enum ProbeScheme
{
    /// <summary>Plain HTTP.</summary>
    Http,

    /// <summary>HTTP over TLS.</summary>
    Https,
}
