using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>The file of an environment, <c>eas.&lt;environment&gt;.json</c>.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">The environment.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Root">An object; empty for a file that cannot be read, which is an error of its own.</param>
internal sealed record EnvironmentFile(string Path, string Name, byte[] Bytes, JsonNode Root)
{
    /// <summary>True for a file that says nothing that could be used.</summary>
    public bool IsBroken { get; init; }

    private readonly NodePlaces places = new(Root);

    private readonly FileLines lines = new(Bytes, Bytes, JsonFile.Start(Bytes));

    /// <summary>The keys of patches: the names of services, and that of all.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> Patches => EnvironmentDocument.Patches(Root);

    /// <summary>The values of placeholders, which those of the build outrank; what is no text has an error of its own.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables =>
        from member in Root.Find(EnvironmentDocument.VariablesKey)?.Members ?? []
        where member.Value.Kind == JsonKind.String && Placeholder.IsName(member.Key)
        select new KeyValuePair<string, string>(member.Key, member.Value.Text);

    /// <summary>The patches for a service, in the order in which they apply, each with its key.</summary>
    public IEnumerable<(string Key, JsonNode Patch)> For(string service) =>
        from key in new[] { EnvironmentDocument.AllServices, service }
        let patch = Root.Find(key)
        where patch is { Kind: JsonKind.Object }
        select (key, patch);

    /// <summary>The place of a value, in a pointer from the root on.</summary>
    public FileSpan Place(string pointer) => Place(places.Find(pointer));

    public FileSpan Place(FileBytes bytes) => lines.Place(JsonFile.Start(Bytes) + bytes.Offset, bytes.Length);

    /// <summary>Where the file has a placeholder; null if only a class has it.</summary>
    public FileSpan? PlaceOf(string name) =>
        Texts(Root).FirstOrDefault(text => Placeholder.NamesIn(text.Text).Contains(name)) is { } text ? Place(text.OneLine) : null;

    private static IEnumerable<JsonNode> Texts(JsonNode node) =>
        node.Kind == JsonKind.String ? [node] : node.Items.SelectMany(Texts);

    /// <summary>
    /// Where the file says a setting of a service: in the patch of the service itself, else in the one for all; of a setting that
    /// it does not say, the nearest around it.
    /// </summary>
    public FileSpan Place(string service, string pointer)
    {
        var candidates = For(service).Select(patch => $"/{JsonPointer.Escape(patch.Key)}{pointer}").Reverse().ToArray();
        var said = Array.Find(candidates, candidate => places.Find(candidate, out _));
        return Place(said ?? candidates.FirstOrDefault() ?? "");
    }
}
