namespace EasGen.Core.Features;

/// <summary>
/// What is known of the machines of EAS: where public ones are offered, and what the name of an instance type tells. EAS adds
/// to it, so what is judged by these tables is a warning at most.
/// </summary>
internal static class KnownMachines
{
    // Source: PAI-EAS documentation, public resources, June 2026.
    private static readonly string[] PublicRegions =
    [
        "cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-zhangjiakou", "cn-wulanchabu", "cn-shenzhen", "cn-heyuan",
        "cn-chengdu", "cn-hongkong",
        "ap-northeast-1", "ap-southeast-1", "ap-southeast-5", "eu-central-1", "us-west-1", "us-east-1",
    ];

    // Source: PAI-EAS documentation, parameters for custom deployment in the console: GPU sharing, April 2025.
    private static readonly LazyRegex SharedGpu = new(@"^ml\.gu|^ecs\.[a-z0-9]*gu|-gu30");

    // Source: the official deployment skill for PAI-EAS, November 2026. Families that are not listed may have a GPU.
    private static readonly LazyRegex Cpu = new(@"^ecs\.(?:[cr][a-z]*|g)[0-9]");

    // Source: the instance types in the documentation and the public files of EAS, November 2026.
    private static readonly string[] Sizes = ["nano", "tiny", "small", "medium", "large"];

    // The largest sizes are counted: 2xlarge.
    private const string Counted = "xlarge";

    // PAI's own names end as they like, and so do bare metal machines.
    private static readonly LazyRegex HasOwnForm = new(@"^(?:ml|eas)\.|^ecs\.(?:ebm|scc)|^dedicated_resource\z");

    /// <summary>True when public resources are offered in the region.</summary>
    public static bool IsPublic(string region) => Array.IndexOf(PublicRegions, region) >= 0;

    /// <summary>The region with public resources that is meant by a misspelt one; null when it may be any.</summary>
    public static string? NearestRegion(string region) =>
        PublicRegions.OrderBy(known => EditDistance.Between(region, known)).First() is var nearest
            && EditDistance.Between(region, nearest) <= 2
        && Digits(region) == Digits(nearest) ? nearest : null;

    /// <summary>True for a type of the GU series, whose cards cannot be shared.</summary>
    public static bool IsUnshared(string type) => SharedGpu.IsMatch(type);

    /// <summary>True for a type that has certainly no GPU.</summary>
    public static bool IsWithoutGpu(string type) => Cpu.IsMatch(type);

    /// <summary>True when the type ends with a size, or has a form of its own.</summary>
    public static bool HasSize(string type) => IsSize(Last(type)) || HasOwnForm.IsMatch(type);

    /// <summary>The type with the size that is meant; null when it may be any.</summary>
    public static string? NearestSize(string type)
    {
        var size = Last(type);
        var text = size.Trim().ToLowerInvariant();
        var count = string.Concat(text.TakeWhile(char.IsDigit));
        var name = text.Substring(count.Length);
        if (size == type || name.Length == 0)
            return null;
        var known = count.Length > 0 ? ["xlarge"] : new[] { "large", "xlarge", "medium", "small" };
        var nearest = known.OrderBy(other => EditDistance.Between(name, other)).First();
        return nearest.StartsWith(name, StringComparison.Ordinal) || EditDistance.Between(name, nearest) <= 2
            ? type.Substring(0, type.Length - size.Length) + count + nearest
            : null;
    }

    private static bool IsSize(string text)
    {
        if (!text.EndsWith(Counted, StringComparison.Ordinal))
            return Array.IndexOf(Sizes, text) >= 0;
        for (var i = 0; i < text.Length - Counted.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }
        return true;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static string Last(string type) => type.Substring(type.LastIndexOf('.') + 1);
}
