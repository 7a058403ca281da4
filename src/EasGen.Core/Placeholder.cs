namespace EasGen.Core;

/// <summary><c>${NAME}</c> stands for a value that the build or the deployment fills in.</summary>
internal static class Placeholder
{
    /// <summary>True when the text is not known before the placeholder is filled, so that its form cannot be judged.</summary>
    /// <summary>True when the text begins with one, which may bring what usually stands in front.</summary>
    public static bool IsAtStart(string text) => text.StartsWith("${", StringComparison.Ordinal);

    public static bool IsIn(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0;
}
