using System.Globalization;

namespace EasGen.Cli.Import;

/// <summary>The version of C# in which a class is written.</summary>
/// <param name="Major">The number in front of the dot.</param>
internal readonly record struct CSharpVersion(int Major)
{
    // What the generator writes compiles from here on.
    private const string Oldest = "7.3";

    /// <summary>What a project has that says nothing of it, on every framework that can serve.</summary>
    public static readonly CSharpVersion Usual = new(12);

    /// <summary>What completes an option of this type.</summary>
    public static string[] Known => [Oldest, .. Enumerable.Range(8, 7).Select(static major => Text(major))];

    public bool HasFileScopedNamespaces => Major >= 10;

    public bool HasRawStrings => Major >= 11;

    public bool HasTypesWithoutBody => Major >= 12;

    /// <summary>Reads a version as <c>LangVersion</c> has it: <c>7.3</c>, <c>8</c>, <c>8.0</c>; null when it is too old, or none.</summary>
    public static CSharpVersion? Parse(string text)
    {
        if (text == Oldest)
            return new(7);
        var major = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        return int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 8 and <= 99
            ? new(number)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Major < 8 ? Oldest : Text(Major);

    private static string Text(int major) => major.ToString(CultureInfo.InvariantCulture);
}
