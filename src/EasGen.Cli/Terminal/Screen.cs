using System.CommandLine;
using System.Text;
using Spectre.Console;

namespace EasGen.Cli.Terminal;

/// <summary>What people look at: coloured on a terminal, plain in a pipe, in a file and where NO_COLOR is set.</summary>
internal sealed class Screen : IDisposable
{
    private readonly TextWriter writer;
    private readonly IAnsiConsole? colours;

    private Screen(TextWriter writer, IAnsiConsole? colours) => (this.writer, this.colours) = (writer, colours);

    /// <summary>The place for results.</summary>
    public static Screen Output(InvocationConfiguration configuration) =>
        Of(configuration.Output, Console.Out, Console.IsOutputRedirected, Console.OpenStandardOutput);

    /// <summary>The place for what is no result: inputs that cannot be used, progress.</summary>
    public static Screen Error(InvocationConfiguration configuration) =>
        Of(configuration.Error, Console.Error, Console.IsErrorRedirected, Console.OpenStandardError);

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

    public void Dispose() => writer.Flush();

    private static Screen Of(TextWriter asked, TextWriter console, bool isRedirected, Func<Stream> open)
    {
        // A test's writer, or a pipe.
        if (asked != console)
            return new(asked, null);
        if (isRedirected || !AllowsColour)
            return new(new StreamWriter(open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), null);

        var colours = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console) });
        // A line of a file stays one line, whatever the terminal does with it.
        colours.Profile.Width = short.MaxValue;
        return new(console, colours);
    }
}
