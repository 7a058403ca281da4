using System.CommandLine;
using System.Text;
using System.Text.Json;
using EasGen.Cli.Check;
using EasGen.Cli.Fixing;
using EasGen.Cli.Import;
using EasGen.Cli.Terminal;
using EasGen.Cli.Tests.Import;
using EasGen.Core;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Writing;
using EasGen.Testing;
using Xunit.Abstractions;

namespace EasGen.Cli.Tests.Fuzzing;

/// <summary>
/// Whatever a file holds: check finds nothing outside of it and says nothing that cannot be read, what is read is written and read
/// again as it was, and what is imported compiles and has lost nothing. Long: <c>EASGEN_FUZZ_COUNT=4000</c>; each case is 50 files.
/// </summary>
public class DocumentFuzz(ITestOutputHelper output)
{
    // One compilation for many classes: the framework's references are most of what one costs.
    private const int Files = 50;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private int imported;

    [Fact]
    public async Task Breaks_nothing()
    {
        await Fuzz.RunAsync(output.WriteLine, 30, random =>
        {
            Check([.. Enumerable.Range(0, Files).Select(_ => FuzzedDocument.Make(random))]);
            return Task.CompletedTask;
        });

        output.WriteLine($"{imported} imported");
        Assert.NotEqual(0, imported);
    }

    private void Check(byte[][] files)
    {
        var session = new ImportSession("Acme", CSharpVersion.Usual);
        var imports = new List<(byte[] File, ReadService Read, ImportedService Imported)>();
        foreach (var file in files)
        {
            With(file, () =>
            {
                CheckPlaces(file);
                CheckFixes(file);
                var read = ServiceReader.Read(file);
                if (read.Document is not { Kind: JsonKind.Object })
                {
                    Assert.NotEmpty(read.Findings);
                    return;
                }
                var json = ServiceWriter.Write(read.Service);
                JsonDocument.Parse(json).Dispose();
                if (IsSound(read))
                    Assert.Equal(json, ServiceWriter.Write(ServiceReader.Read(json).Service));
                var service = session.Import(read, "a.json");
                imports.Add((file, read, service));
                Assert.All(ImportNotes.Of(file, read, service, read.AllFindings()), static note => Assert.NotEmpty(note.Text));
            });
        }
        imported += imports.Count;
        CheckClasses(imports);
    }

    private static void CheckFixes(byte[] file)
    {
        var mended = Mender.Mend(file, static _ => true);
        var (before, after) = (ServiceReader.Read(file).AllFindings(), ServiceReader.Read(mended.Bytes).AllFindings());
        Assert.InRange(after.Count, 0, before.Count - mended.Mended.Count);
        Assert.Equal(mended.Mended.Count == 0, file.SequenceEqual(mended.Bytes));
    }

    private static void CheckPlaces(byte[] file)
    {
        var verdict = CheckedFile.Of(new("a.json", file), static rule => rule.Severity);
        var lines = Lines(file);
        foreach (var place in verdict.Findings.Select(static located => located.Place))
        {
            Assert.InRange(place.Start, 0, place.Text.Length);
            Assert.DoesNotContain(place.Text, static sign => !PlainText.IsPlain(sign) && sign != '\t');
            if (lines is null)
                continue;
            Assert.InRange(place.Line, 1, lines.Length);
            Assert.InRange(place.Column, 1, lines[place.Line - 1].Length + 1);
            Assert.InRange(place.Column + place.Length - 1, place.Column, lines[place.Line - 1].Length + 1);
        }
        var result = new CheckResult([verdict], [], 0);
        Assert.DoesNotContain(
            Said(new TextReport(), result),
            static sign => !PlainText.IsPlain(sign) && sign is not ('\t' or '\n' or '\r'));
        JsonDocument.Parse(Said(new JsonReport(), result)).Dispose();
    }

    private static void CheckClasses(List<(byte[] File, ReadService Read, ImportedService Imported)> imports)
    {
        var built = Built.Of(imports.Select(static import => import.Imported.Code));
        foreach (var complaint in built.Complaints)
            Assert.Fail($"{complaint}\n{string.Join("\n", imports.Select(static import => import.Imported.Code)
                .Where((_, index) => complaint.StartsWith($"{index}.cs", StringComparison.Ordinal)))}");
        var artifacts = built.Artifacts;
        foreach (var (file, read, imported) in imports)
        {
            With(file, () =>
            {
                // The attribute of the service says its name, and what else stands there meets it: an error of the class. Null is nothing.
                if (read.Document!.Find("metadata") is { Kind: not JsonKind.Null } metadata
                    && (metadata.Kind != JsonKind.Object || metadata.Find("name") is { Kind: not JsonKind.String }))
                    Assert.False(imported.Builds);
                else if (IsSound(read))
                    Assert.Empty(Lost(read, imported, artifacts["Acme_" + imported.ClassName]));
            });
        }
    }

    // What is said twice, or in a way that nobody understands, is kept; but where it stands then is not the same for ever.
    private static bool IsSound(ReadService read) => read.Findings.All(static finding => finding.Rule.Severity != Severity.Error);

    // An empty probe is filled.
    private static IEnumerable<KeyValuePair<string, string>> Lost(ReadService read, ImportedService imported, string artifact) =>
        Normalisation.Concealed(ServiceWriter.Write(read.Service), imported.Secrets)
            .Where(static setting => setting.Value != "{}")
            .Except(Normalisation.Settings(artifact));

    // The lines of what is UTF-8.
    private static string[]? Lines(byte[] file)
    {
        try
        {
            return Strict.GetString(file.AsSpan(JsonFile.Start(file))).Split('\n');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Said(IReport report, CheckResult result)
    {
        var said = new StringWriter();
        using (var screen = Screen.Output(new InvocationConfiguration { Output = said }))
            report.Write(result, screen);
        return said.ToString();
    }

    private static void With(byte[] file, Action check)
    {
        try
        {
            check();
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException(
                $"{problem.Message}\n{Encoding.UTF8.GetString(file)}\n{Convert.ToBase64String(file)}",
                problem);
        }
    }
}
