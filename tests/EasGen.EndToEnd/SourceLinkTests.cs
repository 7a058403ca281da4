using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>A build server's package leads a debugger to the source that it was built from.</summary>
public class SourceLinkTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public async Task Every_file_of_the_symbols_has_its_address_at_the_commit()
    {
        using var copy = ProjectCopy.Of(Repository.At("src/EasGen.Attributes"));
        string[] shared =
        [
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "README.md", "build/Rules.globalconfig",
            "build/icon.png", ".editorconfig",
        ];
        Directory.CreateDirectory(copy.At("build"));
        foreach (var file in shared)
            File.Copy(Repository.At(file), copy.At(file));
        await GitAsync("init", "-q");
        await GitAsync("remote", "add", "origin", "https://github.com/easgen/easgen.git");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Start");
        var commit = (await GitAsync("rev-parse", "HEAD")).Output.Trim();

        (await copy.DotnetAsync(
            ["pack", "-c", "Release", "-p:IsPackable=true", "-o", copy.At("feed")],
            new Dictionary<string, string?> { ["CI"] = "true" })).ShouldSucceed();

        await using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(copy.At("feed")).Single());
        using var specification = new StreamReader(package.GetEntry("EasGen.nuspec")!.Open());
        Assert.Contains(
            $"<repository type=\"git\" url=\"https://github.com/easgen/easgen\" commit=\"{commit}\" />",
            await specification.ReadToEndAsync(),
            StringComparison.Ordinal);
        Assert.Equal(
            $$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/easgen/easgen/{{{commit}}}/*"}}""",
            ReadSourceLink(copy.At("bin/Release/netstandard2.0/EasGen.Attributes.dll"), out var documents));
        Assert.All(documents, static document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));

        async Task<CommandResult> GitAsync(params string[] arguments) =>
            (await CommandLine.RunAsync("git", arguments, copy.Folder)).ShouldSucceed();
    }

    private static string ReadSourceLink(string assembly, out string[] documents)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        using var symbols = file.ReadEmbeddedPortablePdbDebugDirectoryData(
            file.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();
        documents = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
        return reader.CustomDebugInformation
            .Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
            .Single();
    }
}
