using EasGen.Core.Features;
using EasGen.Core.Reading;

namespace EasGen.Cli.Import;

/// <summary>The services that are imported together: their names, and those of their secrets, are apart.</summary>
/// <param name="space">The namespace of the classes; null for the global one.</param>
/// <param name="language">The version of C# that they are for.</param>
internal sealed class ImportSession(string? space, CSharpVersion language)
{
    private readonly ClassNames classes = new();
    private readonly SecretNames secrets = new();

    /// <param name="read">The service.</param>
    /// <param name="file">The name of its file, without its folder.</param>
    public ImportedService Import(ReadService read, string file)
    {
        var (open, hidden) = Secrets.Replace(read.Service, secrets);
        var service = AttributedService.Of(open);
        var comments = new Comments(service, read);
        var texts = read.Comments.ToLookup(comments.Find, hidden.InComment);

        var name = classes.Take(service.First(EasService.FeatureType)![EasService.Name], file);
        var code = ClassSource.Write(name, space, language, $"Imported from {file}.", service, texts);
        return new(name, code, service, hidden.Found);
    }
}
