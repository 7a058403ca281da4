using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>What a patch removes and no service has: a slip of the pen, which would go unseen.</summary>
internal static class PatchRemovals
{
    /// <summary>The pointers of such keys, from the root of the file on.</summary>
    public static IEnumerable<string> WithoutEffect(EnvironmentFile file, IReadOnlyList<DeclaredManifest> services)
    {
        // A service may be left out of what all others get.
        var all = file.Root.Find(EnvironmentDocument.AllServices) is { Kind: JsonKind.Object } patches ? patches : null;
        foreach (var patch in file.Patches.Where(static patch => patch.Value.Kind == JsonKind.Object))
        {
            var isForAll = patch.Key == EnvironmentDocument.AllServices;
            var documents = services
                .Where(service => isForAll || patch.Key == service.ServiceName)
                .Select(service => isForAll || all is null ? service.Read.Document : MergePatch.Apply(service.Read.Document, all))
                .ToArray();
            if (documents.Length == 0)
                continue;
            foreach (var pointer in Missing(patch.Value, documents))
                yield return $"/{JsonPointer.Escape(patch.Key)}{pointer}";
        }
    }

    private static IEnumerable<string> Missing(JsonNode patch, IReadOnlyList<JsonNode?> targets)
    {
        foreach (var member in patch.Members)
        {
            var pointer = "/" + JsonPointer.Escape(member.Key);
            var inner = targets.Select(target => target?.Find(member.Key)).ToArray();
            if (member.Value.Kind == JsonKind.Null && Array.TrueForAll(inner, static there => there is null))
                yield return pointer;
            foreach (var deeper in member.Value.Kind == JsonKind.Object ? Missing(member.Value, inner) : [])
                yield return pointer + deeper;
        }
    }
}
