using System.Collections.Immutable;

namespace EasGen.Compiler.Fixes;

/// <summary>What a fix does at the place of its diagnostic.</summary>
internal enum FixKind
{
    /// <summary>The expression gets another one.</summary>
    Replace,

    /// <summary>The attribute gets an argument; with a second place, the attribute there gets it, and the one here goes.</summary>
    Add,

    /// <summary>The argument goes, or the attribute.</summary>
    Remove,

    /// <summary>The attribute becomes another one.</summary>
    Rewrite,
}

/// <summary>
/// How a fix travels from the analyzer to the code fix provider, which live in different dlls: as C# in the properties of the
/// diagnostic.
/// </summary>
internal static class FixProperties
{
    private const string TitleKey = "EasGen.FixTitle";
    private const string KindKey = "EasGen.FixKind";
    private const string CodeKey = "EasGen.FixCode";

    /// <param name="title">What the light bulb says.</param>
    /// <param name="code">The right expression, or the parameters of a method.</param>
    public static ImmutableDictionary<string, string?> Replace(string title, string code) => Of(FixKind.Replace, title, code);

    /// <param name="title">What the light bulb says.</param>
    /// <param name="code">The arguments: <c>SendSigterm = true</c>.</param>
    public static ImmutableDictionary<string, string?> Add(string title, string code) => Of(FixKind.Add, title, code);

    /// <param name="title">What the light bulb says.</param>
    public static ImmutableDictionary<string, string?> Remove(string title) => Of(FixKind.Remove, title, "");

    /// <param name="title">What the light bulb says.</param>
    /// <param name="code">The attribute, without brackets.</param>
    public static ImmutableDictionary<string, string?> Rewrite(string title, string code) => Of(FixKind.Rewrite, title, code);

    public static string? Title(ImmutableDictionary<string, string?> properties) => Get(properties, TitleKey);

    public static FixKind? Kind(ImmutableDictionary<string, string?> properties) =>
        Enum.TryParse(Get(properties, KindKey), out FixKind kind) ? kind : null;

    public static string Code(ImmutableDictionary<string, string?> properties) => Get(properties, CodeKey) ?? "";

    private static ImmutableDictionary<string, string?> Of(FixKind kind, string title, string code) =>
        ImmutableDictionary<string, string?>.Empty
        .Add(TitleKey, title)
        .Add(KindKey, kind.ToString())
        .Add(CodeKey, code);

    private static string? Get(ImmutableDictionary<string, string?> properties, string key) =>
        properties.TryGetValue(key, out var value) ? value : null;
}
