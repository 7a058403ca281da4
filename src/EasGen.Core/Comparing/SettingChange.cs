namespace EasGen.Core.Comparing;

/// <summary>A setting that two service JSONs do not have in common.</summary>
/// <param name="Place">Where it stands, as in <c>containers[0].env[name=STAGE].value</c>.</param>
/// <param name="Before">What the first has there; null for what the second adds.</param>
/// <param name="After">What the second has there; null for what it lacks.</param>
internal sealed record SettingChange(string Place, JsonNode? Before, JsonNode? After)
{
    /// <summary>The change in one line, with secrets hidden.</summary>
    /// <param name="hide">Hides the secrets of both.</param>
    public string Describe(Func<string, string> hide) => (Before, After) switch
    {
        (null, { } added) => $"+ {hide(Place)}: {hide(added.ToString())}",
        ({ } removed, null) => $"- {hide(Place)}: {hide(removed.ToString())}",
        ({ } before, { } after) => $"~ {hide(Place)}: {Changed(hide(before.ToString()), hide(after.ToString()))}",
        _ => "",
    };

    // Two secrets look the same once they are hidden.
    private static string Changed(string before, string after) => before == after ? $"{before} (changed)" : $"{before} -> {after}";
}
