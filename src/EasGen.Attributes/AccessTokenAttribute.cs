namespace EasGen;

/// <summary>The token that callers send in the header <c>Authorization</c>. Without it EAS makes one up.</summary>
/// <example>
/// <code>
/// [AccessToken("${EAS_TOKEN}")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AccessTokenAttribute : Attribute
{
    /// <summary>Names no token; <see cref="Generate"/> says whether EAS makes one up.</summary>
    public AccessTokenAttribute()
    {
    }

    /// <summary>Names the token.</summary>
    /// <param name="secret">The token, as a placeholder: <c>${EAS_TOKEN}</c>.</param>
    public AccessTokenAttribute(string secret) => Secret = secret;

    /// <summary>
    /// The token, as a placeholder such as <c>${EAS_TOKEN}</c>; in clear text it is the warning EAS0018. Left out,
    /// EAS makes one up. JSON: <c>token</c>. Source: P.
    /// </summary>
    public string? Secret { get; }

    /// <summary>
    /// Whether EAS is asked for a generated token, in an old form. Unset: not written. JSON: <c>generate_token</c>, as
    /// the text <c>"true"</c> or <c>"false"</c>. Source: ER (seen in public files only).
    /// </summary>
    public bool Generate { get; set; }
}
