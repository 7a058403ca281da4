using System.Text;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>A service JSON as the generator left it in the assembly.</summary>
/// <param name="Constant">The generated constant, which tells the class.</param>
/// <param name="Json">Its text.</param>
internal sealed record DeclaredManifest(string Constant, string Json)
{
    private ReadService? read;

    public ReadService Read => read ??= ServiceReader.Read(Json);

    /// <summary>The name of the service; empty when the JSON has none.</summary>
    public string ServiceName => Read.ServiceName;

    /// <summary>The service JSON in an environment, or without one, before its placeholders are filled.</summary>
    public string In(EnvironmentFile? environment)
    {
        if (environment is null || Read.Document is not { } document)
            return Json;
        foreach (var (_, patch) in environment.For(ServiceName))
            document = MergePatch.Apply(document, patch);
        var text = new StringBuilder(Json.Length);
        document.WriteTo(text, "\n");
        return text.Append('\n').ToString();
    }
}
