using EasGen.Core.Comparing;

namespace EasGen.Cli.Plan;

/// <summary>What becomes of a setting.</summary>
internal enum ChangeKind
{
    Added,
    Changed,
    Removed,

    /// <summary>It is live, and the artifact lacks it: a merge keeps it.</summary>
    LeftOver,

    /// <summary>It is live because PAI-EAS itself has put it there, or says the same in other words.</summary>
    Ignored,
}

/// <summary>What a change costs; the dearer, the later.</summary>
internal enum ChangeEffect
{
    None,

    /// <summary>It is done while the instances run.</summary>
    Live,

    /// <summary>Each instance is replaced by a new one.</summary>
    Rollout,

    /// <summary>The service has to be deleted and created anew.</summary>
    Recreate,
}

/// <summary>A setting that differs.</summary>
/// <param name="Change">Where, and from what to what: from what is live.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Effect">What that costs.</param>
/// <param name="Reason">Why it is ignored; null for any other.</param>
internal sealed record PlannedChange(SettingChange Change, ChangeKind Kind, ChangeEffect Effect, string? Reason = null)
{
    /// <summary>True for what an update does.</summary>
    public bool IsDone => Kind is ChangeKind.Added or ChangeKind.Changed or ChangeKind.Removed;
}
