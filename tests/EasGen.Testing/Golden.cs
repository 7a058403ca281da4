using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace EasGen.Testing;

/// <summary>Compares a text with a file that is checked in beside the test.</summary>
public static class Golden
{
    private const string Update = "EASGEN_UPDATE_GOLDEN";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Fails unless the file has exactly this text. With <c>EASGEN_UPDATE_GOLDEN=1</c> in the environment it writes the
    /// file instead; look at the difference before you commit it.
    /// </summary>
    /// <param name="text">What the test made.</param>
    /// <param name="path">The file, relative to the folder of the test.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void Verify(string text, string path, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(Repository.Locate(testFile))!;
        Verify(text, Path.Combine(folder, path), update: Environment.GetEnvironmentVariable(Update) == "1");
    }

    internal static void Verify(string text, string file, bool update)
    {
        if (update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, Utf8);
            return;
        }

        if (!File.Exists(file))
            Assert.Fail($"No golden file '{file}'. Run the test with {Update}=1 to write it. The text is:\n{text}");

        // Bytes, not text: ReadAllText would hide a byte order mark.
        var golden = Utf8.GetString(File.ReadAllBytes(file));
        if (golden != text)
            Assert.Fail($"Not the text of '{file}'. If it is better, run the test with {Update}=1.\n{FirstDifference(golden, text)}");
    }

    private static string FirstDifference(string golden, string text)
    {
        var (expected, actual) = (golden.Split('\n'), text.Split('\n'));
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
            line++;

        return $"line {line + 1}\n  golden: {Line(expected)}\n  actual: {Line(actual)}\n\nThe whole text is:\n{text}";

        string Line(string[] lines) => line < lines.Length ? Visible(lines[line]) : "(end of file)";
    }

    private static string Visible(string line) =>
        $"\"{line.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal)}\"";
}
