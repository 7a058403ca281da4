namespace EasGen.Core.Rules;

/// <summary>A rule that is broken, and where: the address is a JSON pointer, which each host translates into its own places.</summary>
internal sealed record Finding(Rule Rule, string Pointer, Message Message, Fix? Fix = null)
{
    /// <summary>Where its file has it, if that is no value: a comment has no address.</summary>
    public FileBytes? Bytes { get; init; }
}

/// <summary>The change that mends a finding: another value for the setting, or its removal.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Value">
/// The right value, or the attributes to write instead, or of a file the right JSON or place; null when the setting has to go.
/// </param>
internal sealed record Fix(string Title, object? Value)
{
    public static readonly Fix Remove = new("Remove it", null);

    /// <summary>
    /// True when the fix is the only way out and all of it is known, so that nobody has to look at it. Any other is a choice: it
    /// guesses what was meant, renames something, takes an example, or loses what somebody may still need.
    /// </summary>
    public bool IsCertain { get; private init; }

    /// <summary>The same fix, as the only way out.</summary>
    public Fix Certainly() => this with { IsCertain = true };

    /// <summary>The same value at another place of the file.</summary>
    public static Fix Move(string pointer) => new($"Move it to '{JsonPointer.Spoken(pointer)}'", new JsonPlace(pointer));

    public static Fix Use(object value) => new(FormattableString.Invariant($"Use {value}"), value);

    /// <summary>
    /// A path or an address put right, as the only way out; a choice if it has a placeholder that is misspelt, which it would hide. A
    /// script may have <c>${PORT:-8000}</c> of the shell's.
    /// </summary>
    public static Fix UseCertainly(string text) => Placeholder.IsMisspelt(text) ? Use(text) : Use(text).Certainly();
}

/// <summary>A place in a file, as a JSON pointer.</summary>
internal sealed record JsonPlace(string Pointer);
