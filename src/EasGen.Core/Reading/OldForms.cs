namespace EasGen.Core;

/// <summary>A place that the same setting has in older or other documents.</summary>
/// <param name="Place">The JSON pointer there; <c>*</c> stands for an item of a list.</param>
/// <param name="Current">The JSON pointer that EasGen writes.</param>
/// <param name="IsOld">True when the place should be left; some are as good as the current one.</param>
/// <param name="IsItem">True when the place holds what is an item of a list at the current one.</param>
internal sealed record OldForm(string Place, string Current, bool IsOld, bool IsItem = false)
{
    /// <summary>The current key, when it is another one of the same object.</summary>
    public string? Sibling => JsonPointer.Parent(Place) == JsonPointer.Parent(Current) && Place.IndexOf('*') >= 0 ? JsonPointer.Segments(Current).Last() : null;

    /// <summary>The current place of what stands at an old one: the same items of the lists.</summary>
    public string CurrentFor(string pointer)
    {
        var at = JsonPointer.Segments(pointer);
        return string.Concat(JsonPointer.Segments(Current).Select((segment, index) => "/" + (segment == "*" && index < at.Length ? at[index] : JsonPointer.Escape(segment))));
    }
}

/// <summary>
/// The places that are read and not written. Keys with dots need no entry: <c>rpc.worker_threads</c> is read as
/// <c>worker_threads</c> inside of <c>rpc</c> wherever that is known.
/// </summary>
internal static class OldForms
{
    public static readonly OldForm[] All =
    [
        new("/name", "/metadata/name", IsOld: true),
        new("/rpc", "/metadata/rpc", IsOld: true),
        new("/metadata/eas/termination_grace_period", "/metadata/eas.termination_grace_period", IsOld: false),
        new("/eas/termination_grace_period", "/metadata/eas.termination_grace_period", IsOld: true),
        new("/runtime/termination_grace_period", "/metadata/eas.termination_grace_period", IsOld: true),
        new("/metadata/gateway", "/networking/gateway", IsOld: true),
        new("/resource", "/metadata/resource", IsOld: true),
        new("/cloud/computing/instance_type", "/cloud/computing/instances/*/type", IsOld: false, IsItem: true),
        new("/containers/*/readiness_check", "/containers/*/health_check", IsOld: true),
        // The Python SDK splits the key at its dots.
        new("/features/eas/aliyun/com~1extra-ephemeral-storage", "/features/eas.aliyun.com~1extra-ephemeral-storage", IsOld: false),
        new("/options/enable_cache", "/options/enableCache", IsOld: false),
    ];
}
