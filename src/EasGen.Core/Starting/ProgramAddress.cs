namespace EasGen.Core.Starting;

/// <summary>An address that a program listens on, and where that is said.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Listener">How the program is told; null for a setting of .NET.</param>
/// <param name="Host">Empty for every address, or one that is not known.</param>
/// <param name="HostPlace">The JSON pointer of what says the host; null when nothing does.</param>
/// <param name="Port">Null when it is not known.</param>
/// <param name="PortPlace">The JSON pointer of what says the port; null when nothing does.</param>
/// <param name="TlsPlace">The JSON pointer of what asks for TLS; null when nothing does.</param>
internal sealed record ProgramAddress(
    string Program, Listener? Listener, string Host, string? HostPlace, int? Port, string? PortPlace, string? TlsPlace)
{
    public bool IsGrpc => Listener?.HttpOption is not null;

    public bool IsLoopback => Loopback.Is(Host);
}
