using System.Text.RegularExpressions;

namespace EasGen.Core.Features;

/// <summary>A folder of an OSS bucket.</summary>
internal static class OssMount
{
    private const string Scheme = "oss://";

    // Folders have dots too, as in Qwen2.5-7B.
    private static readonly LazyRegex File = new(
        @"\.(?:zip|tar|t?gz|bz2|pmml|onnx|pth?|ckpt|safetensors|gguf|bin|pkl|pb|h5|jar|so|py|sh|txt|csv|jsonl?|ya?ml)\z",
        RegexOptions.IgnoreCase);

    public static readonly StringSetting Path = new("Path", "oss/path")
    {
        Pattern = "^oss://[^/]",
        Console = ConsoleParameters.OssMount,
    };
    public static readonly BooleanSetting ReadOnly = new("ReadOnly", "oss/readOnly");
    public static readonly StringSetting Endpoint = new("Endpoint", "oss/endpoint");

    public static readonly Rule EAS0410_PathNamesBucket = Rule.Error("EAS0410", "OSS path does not name a bucket")
        .When(Path, static service =>
        {
            foreach (var mount in service.All(Path))
            {
                var path = mount[Path] ?? "";
                // The console marks a model without saying where it lies.
                if (Path.Matches(path) || (mount[Path] is null && mount.Type == ModelMount.FeatureType))
                    continue;
                service.Report(
                    mount.At(Path),
                    $"The OSS path '{path}' does not name a bucket; write it as oss://bucket/folder/",
                    path.Trim('/').Length > 0
                        && path.IndexOfAny([':', '?', '$']) < 0
                        && path.IndexOf(".aliyuncs.com", StringComparison.Ordinal) < 0
                        ? Fix.Use(Scheme + path.TrimStart('/'))
                        : null);
            }
        });

    public static readonly Rule EAS0411_PathEndsWithSlash = Rule.Warning("EAS0411", "OSS path does not end with a slash")
        .Each(Path, static path =>
        {
            if (Bucket(path) is not { Length: > 0 })
                return null;
            // A signed URL of a file, whose query may be a secret.
            if (path.IndexOf('?') is >= 0 and var query)
                return new($"The OSS path '{path.Substring(0, query)}' is followed by a query, but a mount takes a folder; "
                    + $"write only the folder, as oss://bucket/folder/");
            if (path.EndsWith("/", StringComparison.Ordinal))
                return null;
            return File.IsMatch(path)
                ? new($"The OSS path '{path}' looks like a file, but a mount takes a folder; name the folder, and end it with '/'")
                : new($"The OSS path '{path}' names a folder; end it with '/'", Fix.UseCertainly(path + "/"));
        });

    public static readonly Rule EAS0412_PathNamesFolder = Rule.Warning("EAS0412", "Whole OSS bucket is mounted")
        .Each(Path, static path => Bucket(path) is { Length: > 0 } bucket
            && path.Substring(Scheme.Length + bucket.Length).Trim('/').Length == 0
            ? new($"'{path}' mounts the whole bucket; name the folder that the service needs")
            : null);

    public static readonly Rule EAS0413_EndpointIsInternal = Rule.Warning("EAS0413", "OSS endpoint is not an internal one")
        .Each(Endpoint, static endpoint => endpoint.Length == 0 || Regex.IsMatch(
            endpoint,
            @"^oss-[a-z0-9-]+-internal\.aliyuncs\.com\z",
            RegexOptions.CultureInvariant)
            ? null
            : new(
                $"The OSS endpoint '{endpoint}' is not an internal one; write it as oss-<region>-internal.aliyuncs.com, or leave it out",
                Internal(endpoint)));

    /// <summary>The rules that come with every mount from OSS.</summary>
    public static readonly Rule[] Rules =
        [EAS0410_PathNamesBucket, EAS0411_PathEndsWithSlash, EAS0412_PathNamesFolder, EAS0413_EndpointIsInternal];

    public static readonly FeatureType FeatureType = new(
        "OssMount",
        "/storage/*",
        [Path, Mount.MountPath, ReadOnly, Endpoint, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 2,
        Kind = "oss",
    };

    // The public endpoint of a region, with or without a scheme, names the internal one.
    private static Fix? Internal(string endpoint) =>
        Regex.Match(
            endpoint,
            @"^(?:https?://)?oss-(?<region>[a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com/?\z",
            RegexOptions.CultureInvariant) is { Success: true } known
            ? Fix.Use($"oss-{known.Groups["region"].Value}-internal.aliyuncs.com")
            : null;

    private static string? Bucket(string path)
    {
        if (!path.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var end = path.IndexOf('/', Scheme.Length);
        return path.Substring(Scheme.Length, (end < 0 ? path.Length : end) - Scheme.Length);
    }
}
