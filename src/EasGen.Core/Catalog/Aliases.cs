namespace EasGen.Core.Catalog;

/// <summary>
/// The places that are read and not written. Keys with dots need no entry: <c>rpc.worker_threads</c> is read as
/// <c>worker_threads</c> inside of <c>rpc</c> wherever that is known.
/// </summary>
internal static class Aliases
{
    public static readonly Alias[] All =
    [
        new("/name", "/metadata/name", IsObsolete: true),
        new("/rpc", "/metadata/rpc", IsObsolete: true),
        new("/metadata/eas/termination_grace_period", "/metadata/eas.termination_grace_period", IsObsolete: false),
        new("/eas/termination_grace_period", "/metadata/eas.termination_grace_period", IsObsolete: true),
        new("/runtime/termination_grace_period", "/metadata/eas.termination_grace_period", IsObsolete: true),
        new("/metadata/gateway", "/networking/gateway", IsObsolete: true),
        new("/resource", "/metadata/resource", IsObsolete: true),
        new("/cloud/computing/instance_type", "/cloud/computing/instances/*/type", IsObsolete: false, IsItem: true),
        new("/containers/*/readiness_check", "/containers/*/health_check", IsObsolete: true),
        // The Python SDK splits the key at its dots.
        new("/features/eas/aliyun/com~1extra-ephemeral-storage", "/features/eas.aliyun.com~1extra-ephemeral-storage", IsObsolete: false),
        new("/options/enable_cache", "/options/enableCache", IsObsolete: false),
    ];
}
