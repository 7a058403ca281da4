namespace EasGen.FakeEas;

/// <summary>What keeps a service from running.</summary>
public enum Ailment
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nobody answers on the port.</summary>
    WrongPort,

    /// <summary>The image cannot be pulled.</summary>
    ImagePull,

    /// <summary>The container needs more memory than it has.</summary>
    OutOfMemory,

    /// <summary>The start-up probe's path is not served.</summary>
    ProbeNotServed,

    /// <summary>The start-up probe is answered with 500.</summary>
    ProbeFails,

    /// <summary>The start-up probe is sent to a login.</summary>
    ProbeRedirects,

    /// <summary>The readiness probe is not answered in time.</summary>
    ProbeTooSlow,

    /// <summary>No machine with a GPU is free.</summary>
    OutOfStock,

    /// <summary>The program ends with an exit code, again and again.</summary>
    CrashLoop,

    /// <summary>It waits, and nothing warns of it.</summary>
    StuckWaiting,

    /// <summary>It is in a state that nobody has heard of.</summary>
    UnknownState,

    /// <summary>It runs, and it is not gone when it is deleted.</summary>
    Undeletable,

    /// <summary>It runs, and it fails to be deleted.</summary>
    DeleteFails,
}
