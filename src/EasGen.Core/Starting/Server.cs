namespace EasGen.Core.Starting;

/// <summary>
/// A program that listens: how it is told where, and where it listens when it is told nothing. Options have the names of its own
/// documentation; <c>_</c> and <c>-</c> count as one sign.
/// </summary>
internal sealed record Server(params string[] Names)
{
    /// <summary>True for a program of the user's own, of which only what most programs have is known.</summary>
    public bool IsOfUser { get; init; }

    /// <summary>True for a program that may be one of ASP.NET Core.</summary>
    public bool IsDotnet { get; init; }

    /// <summary>An argument without which the program does something else; null when it always serves.</summary>
    public string? Verb { get; init; }

    /// <summary>What it opens: one port, for most.</summary>
    public Listener[] Listeners { get; init; } = [];

    /// <summary>Options and variables that name a file or a socket instead, from which nothing is known here.</summary>
    public string[] Elsewhere { get; init; } = [];

    /// <summary>Options with which it speaks TLS.</summary>
    public string[] Tls { get; init; } = [];

    /// <summary>True for a name that ends a path.</summary>
    public static bool IsFile(string name) => name.IndexOf('/') >= 0;

    public bool Is(StartedProgram program) =>
        Array.Exists(Names, name => IsFile(name) ? program.IsAt(name) : program.Name == name || program.Path == name)
        && (Verb is null || program.Mentions(Verb));
}

/// <summary>One port that a server opens, and the names by which it is told.</summary>
internal sealed record Listener
{
    public string[] Ports { get; init; } = [];

    public string[] Hosts { get; init; } = [];

    /// <summary>On a port for gRPC: the option with which the server opens one for HTTP. Null when this is one.</summary>
    public string? HttpOption { get; init; }

    /// <summary>True for a port that is closed unless it is told.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Options with host and port in one value.</summary>
    public string[] Addresses { get; init; } = [];

    /// <summary>The argument behind which the address stands as a word of its own; null when there is none.</summary>
    public string? AddressBehind { get; init; }

    public string[] PortVariables { get; init; } = [];

    public string[] HostVariables { get; init; } = [];

    public string[] AddressVariables { get; init; } = [];

    /// <summary>Null when it is every address, or not known.</summary>
    public string? DefaultHost { get; init; }

    /// <summary>Null when it is not known.</summary>
    public int? DefaultPort { get; init; }
}
