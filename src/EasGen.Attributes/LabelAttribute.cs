namespace EasGen;

/// <summary>A label of the service: free text under a key of your own. Repeatable.</summary>
/// <remarks>JSON: a member of <c>labels</c>. <see cref="TracingAttribute"/> writes the label <c>EnableTrace</c>.</remarks>
/// <param name="key">The key of the label.</param>
/// <param name="value">The value of the label.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LabelAttribute(string key, string value) : Attribute
{
    /// <summary>
    /// The key of the label; not empty (EAS0120), and given once in a service (EAS0003). JSON: the key of
    /// <c>labels.*</c>. Source: P, API.
    /// </summary>
    public string Key { get; } = key;

    /// <summary>The value of the label. JSON: <c>labels.*</c>. Source: P, API.</summary>
    public string Value { get; } = value;
}
