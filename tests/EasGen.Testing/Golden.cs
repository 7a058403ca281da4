using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace EasGen.Testing;

/// <summary>Compares a text with a file that is checked in beside the test.</summary>
public static class Golden
{
    private const string Update = "EASGEN_UPDATE_GOLDEN";

    private const int MostLines = 20;

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

    /// <summary>Fails unless the file has exactly this text.</summary>
    /// <param name="text">What the test made.</param>
    /// <param name="file">The file.</param>
    /// <param name="update">How to write the file anew, as the end of a sentence.</param>
    public static void IsUpToDate(string text, string file, string update)
    {
        if (!File.Exists(file))
            Assert.Fail($"There is no file '{file}'; to write it, {update}. The text is:\n{text}");

        // Bytes, not text: ReadAllText would hide a byte order mark.
        var golden = Utf8.GetString(File.ReadAllBytes(file));
        if (golden != text)
            Assert.Fail($"'{file}' has another text; if the new one is better, {update}.\n{Difference(golden, text)}");
    }

    internal static void Verify(string text, string file, bool update)
    {
        if (!update)
        {
            IsUpToDate(text, file, $"run the test with {Update}=1");
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Utf8);
    }

    // What stands between the lines that are equal at the start and those that are equal at the end.
    private static string Difference(string golden, string text)
    {
        var (expected, actual) = (golden.Split('\n'), text.Split('\n'));
        var start = expected.Zip(actual).TakeWhile(static lines => lines.First == lines.Second).Count();
        var end = expected.Skip(start).Reverse()
            .Zip(actual.Skip(start).Reverse())
            .TakeWhile(static lines => lines.First == lines.Second)
            .Count();
        return $"from line {start + 1}\n{Lines("- ", expected[start..^end])}{Lines("+ ", actual[start..^end])}";
    }

    private static string Lines(string sign, string[] lines)
    {
        var shown = string.Concat(lines.Take(MostLines).Select(line => $"{sign}{Visible(line)}\n"));
        return lines.Length > MostLines ? $"{shown}{sign}… {lines.Length - MostLines} more lines\n" : shown;
    }

    private static string Visible(string line) => line
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\uFEFF", "\\uFEFF", StringComparison.Ordinal);
}
