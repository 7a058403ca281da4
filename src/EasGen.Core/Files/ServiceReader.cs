using System.Text;
using EasGen.Core.Catalog;
using EasGen.Core.Reading;
using EasGen.Core.Writing;

namespace EasGen.Core.Files;

/// <summary>Reads service JSON. Whatever the text holds, the answer is a service and findings, and no exception.</summary>
internal static class ServiceReader
{
    /// <summary>Reads a text. Half a surrogate pair as such becomes U+FFFD, which no key and no name may hold.</summary>
    public static ReadService Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a file: UTF-8, with or without its mark. Where it has a finding is for <see cref="FileSpans"/> to say.</summary>
    public static ReadService Read(byte[] file)
    {
        var (root, document, broken) = JsonFile.Read(file);
        if (root is null)
            return new(FeatureCatalog.CreateService([]), [broken!], new Dictionary<string, string>())
            {
                Text = Encoding.UTF8.GetString(file, JsonFile.Start(file), file.Length - JsonFile.Start(file)),
            };
        return Read(root) is var read && document!.FirstLenient is var (pointer, bytes)
            ? read with
            {
                Findings = [.. read.Findings, NotStrict(document, pointer) with { Bytes = bytes }],
                Comments = document.Comments,
            }
            : read;
    }

    /// <summary>Reads a document.</summary>
    public static ReadService Read(JsonNode root) => ServiceWalk.Read(root) with { Document = root };

    /// <summary>A service as EasGen writes it: other places and other forms of a value are the same setting.</summary>
    public static ReadService ReadAsWritten(Service service) => Read(ServiceWriter.Write(service));

    private static Finding NotStrict(DocumentReader document, string pointer)
    {
        var found = (document.Comments.Count > 0, document.HasTrailingCommas) switch
        {
            (true, true) => "comments and trailing commas",
            (true, false) => "comments",
            _ => "trailing commas",
        };
        return new(
            GeneralRules.EAS0017_JsonIsStrict,
            pointer,
            $"The file has {found}, which strict JSON readers refuse; deploy it without them");
    }
}
