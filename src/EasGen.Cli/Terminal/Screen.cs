using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace EasGen.Cli.Terminal;

/// <summary>What people look at: coloured on a terminal, plain in a pipe, in a file and where NO_COLOR is set.</summary>
internal sealed partial class Screen : IDisposable
{
    // A report may have many lines, each written in several parts.
    private const int Buffered = 1 << 13;

    private readonly TextWriter writer;
    private readonly IAnsiConsole? colours;

    private Screen(TextWriter writer, IAnsiConsole? colours) => (this.writer, this.colours) = (writer, colours);

    /// <summary>The place for results.</summary>
    public static Screen Output(InvocationConfiguration configuration) =>
        Of(configuration.Output, Console.Out, Console.IsOutputRedirected, Console.OpenStandardOutput);

    /// <summary>The place for what people wait for: each line is there as soon as it is written.</summary>
    public static Screen Live(InvocationConfiguration configuration, bool isResult = true)
    {
        var screen = isResult ? Output(configuration) : Error(configuration);
        if (screen.writer is StreamWriter writer)
            writer.AutoFlush = true;
        return screen;
    }

    /// <summary>The place for what is no result: inputs that cannot be used, progress.</summary>
    public static Screen Error(InvocationConfiguration configuration) =>
        Of(configuration.Error, Console.Error, Console.IsErrorRedirected, Console.OpenStandardError);

    /// <summary>Writes bytes as they are to the place for results.</summary>
    public static void WriteOutput(InvocationConfiguration configuration, byte[] bytes)
    {
        if (configuration.Output != Console.Out)
        {
            configuration.Output.Write(Encoding.UTF8.GetString(bytes));
            return;
        }
        using var output = Console.OpenStandardOutput();
        output.Write(bytes);
    }

    public static bool AllowsColour =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public void Write(string text, Style? style = null)
    {
        if (colours is null || style is null)
            writer.Write(text);
        else
            colours.Write(new Text(text, style));
    }

    public void WriteLine(string text = "", Style? style = null)
    {
        Write(text, style);
        writer.WriteLine();
    }

    /// <summary>JSON, which nobody obeys either: its texts, and only they have such signs, escape them.</summary>
    public void WriteJson(string json) => WriteLine(Obeyed().Replace(json, static sign => $"\\u{(int)sign.Value[0]:x4}"));

    public void Dispose() => writer.Flush();

    // As for PlainText; the ends of the lines are the JSON's own.
    [GeneratedRegex(@"#(?=#)|[\x7F-\x9F\xAD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]")]
    private static partial Regex Obeyed();

    private static Screen Of(TextWriter asked, TextWriter console, bool isRedirected, Func<Stream> open)
    {
        // A test's writer, or a pipe.
        if (asked != console)
            return new(asked, null);
        if (isRedirected || !AllowsColour)
            return new(new StreamWriter(open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffered), null);

        var colours = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console) });
        // A line of a file stays one line, whatever the terminal does with it.
        colours.Profile.Width = short.MaxValue;
        return new(console, colours);
    }
}
