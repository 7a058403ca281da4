using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>
/// Where a value stands: in what, and under which key or index there. Most places are never named, so the text of the JSON pointer
/// is made only for one that is.
/// </summary>
internal sealed class JsonAddress
{
    public static readonly JsonAddress Root = Of("");

    private readonly JsonAddress? outer;

    // Of an item of a list there is the index alone, of the outermost all of its place.
    private readonly string? segment;
    private readonly int? index;

    private string? pointer;

    private JsonAddress(JsonAddress? outer, string? segment, int? index) =>
        (this.outer, this.segment, this.index) = (outer, segment, index);

    /// <summary>The JSON pointer.</summary>
    public string Pointer => pointer ??= outer is null ? new LazyPointer(segment!, index).Text : $"{outer.Pointer}/{Segment}";

    private string Segment => segment ?? index!.Value.ToString(CultureInfo.InvariantCulture);

    public static JsonAddress Of(LazyPointer place) => new(null, place.Start, place.Index);

    public JsonAddress Member(string key) => Below(JsonPointer.Escape(key));

    public JsonAddress Item(int at) => new(this, null, at);

    /// <summary>The place that a relative JSON pointer of one or more parts addresses from here.</summary>
    public JsonAddress Below(string path) => new(this, path, null);

    public override string ToString() => Pointer;
}
