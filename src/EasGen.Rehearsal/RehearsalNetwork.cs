namespace EasGen;

/// <summary>The network that the instances of a rehearsal are in.</summary>
public enum RehearsalNetwork
{
    /// <summary>
    /// That of this machine; a network namespace for each instance when the program listens on its own port whatever
    /// <c>LISTENING_PORT</c> says, so that the machine has room for one instance only. Where namespaces are not allowed, or the program
    /// does not start in one, that instance plays alone and its rollouts are not played.
    /// </summary>
    Auto,

    /// <summary>That of this machine: each instance gets ports that no other has.</summary>
    Machine,

    /// <summary>
    /// A network namespace for each instance, with the very ports of the service JSON, and without a way to other machines. Linux only,
    /// for root or, in front of the command, <c>unshare --map-root-user</c>.
    /// </summary>
    Namespace,
}
