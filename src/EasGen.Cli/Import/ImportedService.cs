using EasGen.Core;
using EasGen.Core.Rooms;

namespace EasGen.Cli.Import;

/// <summary>A service JSON as an annotated class.</summary>
/// <param name="ClassName">The class, and its file.</param>
/// <param name="Code">The file.</param>
/// <param name="Service">What its attributes say.</param>
/// <param name="Secrets">What stood there in clear text, and is a placeholder now.</param>
internal sealed record ImportedService(string ClassName, string Code, Service Service, IReadOnlyList<Secret> Secrets)
{
    /// <summary>False when a rule refuses the class until somebody has mended it.</summary>
    public bool Builds => Inspection.Of(Completion.Complete([.. Service.Features], served: false)).TrueForAll(static finding => finding.Rule.Severity != Severity.Error);
}

/// <summary>The services that are imported together: their names, and those of their secrets, are apart.</summary>
/// <param name="space">The namespace of the classes; null for the global one.</param>
internal sealed class ImportSession(string? space)
{
    private readonly ClassNames classes = new();
    private readonly SecretNames secrets = new();

    /// <param name="read">The service.</param>
    /// <param name="file">The name of its file, without its folder.</param>
    public ImportedService Import(ReadService read, string file)
    {
        var (open, found) = Secrets.Replace(read.Service, secrets);
        var service = AttributedService.Of(open);
        var comments = new Comments(service, read);
        var texts = read.Comments.ToLookup(comments.Find, comment => Secrets.Conceal(comment.Text, null, found));

        var name = classes.Take(service.First(EasService.Room)![EasService.Name], file);
        return new(name, ClassSource.Write(name, space, $"Imported from {file}.", service, texts), service, found);
    }
}
