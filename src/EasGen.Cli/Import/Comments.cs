using EasGen.Core.Reading;

namespace EasGen.Cli.Import;

/// <summary>Which attribute a comment of the file belongs to.</summary>
internal sealed class Comments
{
    // The feature that has a place of the file, and the first one of those inside of a place.
    private readonly Dictionary<string, int> at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> inside = new(StringComparer.Ordinal);

    /// <param name="service">As the class says it.</param>
    /// <param name="read">The file, which may have things elsewhere than usual.</param>
    public Comments(Service service, ReadService read)
    {
        var placed = Addressing.Of(service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Pointer.Length > 0)
                Add(read.Place(placed[i].Pointer), i);
            foreach (var setting in placed[i].Type.Settings)
            {
                if (setting.InJson && placed[i].Feature.Value(setting) is not null)
                    Add(read.Place(placed[i].At(setting)), i);
            }
        }
    }

    /// <summary>The index of the feature that the comment stands at or in front of; -1 for one that belongs to all of the class.</summary>
    public int Find(Comment comment)
    {
        foreach (var place in JsonPointer.AndAbove(comment.Pointer))
        {
            if (at.TryGetValue(place, out var feature))
                return feature;
        }
        return comment.Pointer.Length > 0 && inside.TryGetValue(comment.Pointer, out var first) ? first : -1;
    }

    private void Add(string place, int feature)
    {
        at.TryAdd(place, feature);
        foreach (var outer in JsonPointer.AndAbove(place))
            inside.TryAdd(outer, feature);
    }
}
