using System.IO.Compression;
using System.Xml.Linq;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>What a package shows to those who choose it.</summary>
public class PackageTests
{
    [Theory]
    [InlineData("EasGen")]
    [InlineData("EasGen.AspNetCore")]
    public async Task Says_its_license_its_home_its_changes_and_what_it_is(string id)
    {
        var feed = (await LocalPackage.GetAsync()).Feed;
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(feed, $"{id}.{LocalPackage.Version}.nupkg"));
        var specification = XDocument.Parse(Text(package, $"{id}.nuspec"));
        var metadata = specification.Root!.Elements().Single().Elements().ToDictionary(static element => element.Name.LocalName);

        Assert.Equal("MIT", metadata["license"].Value);
        Assert.Equal("https://github.com/easgen/easgen", metadata["projectUrl"].Value);
        Assert.Equal("https://github.com/easgen/easgen", (string?)metadata["repository"].Attribute("url"));
        Assert.Equal("https://github.com/easgen/easgen/blob/main/CHANGELOG.md", metadata["releaseNotes"].Value);
        Assert.Contains("PAI-EAS", metadata["tags"].Value, StringComparison.Ordinal);
        Assert.NotEmpty(metadata["description"].Value);
        Assert.NotNull(package.GetEntry(metadata["icon"].Value));
        Assert.Equal(await File.ReadAllTextAsync(Repository.At("README.md")), Text(package, metadata["readme"].Value));
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
