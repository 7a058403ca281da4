namespace EasGen;

/// <summary>A parameter that every instance reads from a file, and that can be changed while the service runs. Repeatable.</summary>
/// <remarks>
/// <para>
/// JSON: a member of <c>properties</c>. EAS shows all of them to each instance as the file
/// <c>/eas/workspace/properties/service.json</c>. A change in the service JSON is an update of the service; a change in the
/// console or through the configuration API reaches the running instances.
/// </para>
/// <para>
/// In a service of EasGen.AspNetCore they are part of the app's configuration, where a change is seen within a second, by
/// <c>IOptionsMonitor</c> for example.
/// </para>
/// <para>The first one switches dynamic parameters on, <see cref="EasServiceAttribute.DynamicParameters"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// [DynamicParameter("threshold", 0.7)]
/// [DynamicParameter("greeting", "hello")]
/// </code>
/// </example>
/// <param name="key">The key of the parameter.</param>
/// <param name="value">Its value: a text, a number or a switch; a text that is an object or a list in JSON is that.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DynamicParameterAttribute(string key, object value) : Attribute
{
    /// <summary>
    /// The key of the parameter; not empty (EAS0666), and given once in a service (EAS0003), whatever its case (EAS0672). JSON: the
    /// key of <c>properties.*</c>. Source: help page on dynamic parameters (2026).
    /// </summary>
    public string Key { get; } = key;

    /// <summary>
    /// The value of the parameter: a text, a number or a switch. A text that begins with a brace or a bracket and is JSON is
    /// written as that object or list. JSON: <c>properties.*</c>. Source: help page on dynamic parameters (2026).
    /// </summary>
    public object Value { get; } = value;
}
