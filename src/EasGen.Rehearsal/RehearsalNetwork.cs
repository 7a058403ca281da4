namespace EasGen;

/// <summary>The network that the instances of a rehearsal are in.</summary>
public enum RehearsalNetwork
{
    /// <summary>
    /// That of this machine; a network namespace for each instance when the program listens on its own port whatever
    /// <c>LISTENING_PORT</c> says, so that the machine has room for one instance only. Where namespaces are not allowed, or the program
    /// does not work in one, that instance plays alone and its rollouts are not played.
    /// </summary>
    Auto,

    /// <summary>That of this machine: each instance gets ports that no other has.</summary>
    Machine,

    /// <summary>
    /// A network namespace for each instance, with the very ports of the service JSON, where nothing outside is in reach, neither other
    /// machines nor <c>localhost</c> of this one. Linux only, for root, in a container with <c>CAP_SYS_ADMIN</c>; any other user starts
    /// the rehearsal with <c>unshare --map-root-user</c>.
    /// </summary>
    Namespace,
}
