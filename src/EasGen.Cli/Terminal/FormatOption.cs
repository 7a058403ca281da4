using System.CommandLine;

namespace EasGen.Cli.Terminal;

/// <summary>The format in which a verb reports.</summary>
internal static class FormatOption
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Sarif = "sarif";
    public const string GitHub = "github";
    public const string JUnit = "junit";

    /// <summary>The option, with the formats that the verb knows.</summary>
    public static Option<string> Create(params string[] formats)
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = $"The format of the report: {string.Join(", ", formats.Select(Purpose))}.",
            DefaultValueFactory = static _ => Text,
        };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }

    private static string Purpose(string format) => format switch
    {
        Json => "json for scripts",
        Sarif => "sarif (2.1.0) for code scanning",
        JUnit => "junit (XML) for CI systems",
        GitHub => "github for annotations in a GitHub workflow",
        _ => "text for people",
    };
}
