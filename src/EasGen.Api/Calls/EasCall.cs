namespace EasGen.Api;

/// <summary>One call of the API, before it is signed.</summary>
/// <param name="Action">Its name in the API reference, as <c>DescribeService</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, not encoded.</param>
internal sealed record EasCall(string Action, HttpMethod Method, string Path)
{
    /// <summary>Names and values, not encoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The JSON of the body; empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Those parameters that have a value.</summary>
    public static KeyValuePair<string, string>[] Parameters(params (string Name, string? Value)[] parameters) =>
    [
        .. from parameter in parameters
           where parameter.Value is not null
           select new KeyValuePair<string, string>(parameter.Name, parameter.Value),
    ];
}
