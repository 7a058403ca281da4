namespace EasGen;

/// <summary>Writes any key of the service JSON with any value: the way out where no attribute exists. Repeatable.</summary>
/// <remarks>
/// <para>
/// A key is added to the object that the pointer names, which is made if it is not there; an object is joined with the one
/// that is there. A pointer that ends in a number adds an item to a list before the one that has the number, <c>-</c>
/// behind the last. The order in which several are written does not matter.
/// </para>
/// <para>
/// A key that another attribute has set already is the error EAS0008. A key for which an attribute exists is the warning
/// EAS0009, whose quick fix writes that attribute.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [RawSetting("/containers/0/new_object", """{ "a": 1, "b": [2, 3] }""")]
/// [RawSetting("/metadata/new_switch", "true")]
/// [RawSetting("/metadata/new_text", "\"a text stands in quotes\"")]
/// </code>
/// </example>
/// <param name="jsonPointer">The place in the service JSON (RFC 6901): <c>/metadata/key</c>.</param>
/// <param name="json">The value as JSON; a text stands in quotes.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RawSettingAttribute(string jsonPointer, string json) : Attribute
{
    /// <summary>
    /// The place in the service JSON, a JSON pointer (RFC 6901) such as <c>/metadata/key</c>; <c>~1</c> stands for a slash
    /// and <c>~0</c> for a tilde inside of a key. Anything else is the error EAS0006. JSON: any place. Source: RFC 6901.
    /// </summary>
    public string JsonPointer { get; } = jsonPointer;

    /// <summary>The value as JSON, written as it is; what is no JSON is the error EAS0007. JSON: any value. Source: RFC 8259.</summary>
    public string Json { get; } = json;
}
