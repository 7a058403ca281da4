using EasGen.Core;

namespace EasGen.Cli.Import;

/// <summary>Which attribute a comment of the file belongs to.</summary>
internal sealed class Comments
{
    private readonly List<(string Place, int Feature)> places = [];

    /// <param name="service">As the class says it.</param>
    /// <param name="read">The file, which may have things elsewhere than usual.</param>
    public Comments(Service service, ReadService read)
    {
        var placed = Placement.Of(service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Pointer.Length > 0)
                places.Add((read.Place(placed[i].Pointer), i));
            places.AddRange(placed[i].Feature.Room.Rows.Where(row => row.InJson && placed[i].Feature.Value(row) is not null).Select(row => (read.Place(placed[i].At(row)), i)));
        }
    }

    /// <summary>The index of the feature that the comment stands at or in front of; -1 for one that belongs to all of the class.</summary>
    public int Find(Comment comment)
    {
        if (comment.Pointer.Length == 0)
            return -1;
        var inside = places
            .Where(place => IsIn(comment.Pointer, place.Place))
            .OrderByDescending(static place => place.Place.Length)
            .ToArray();
        if (inside.Length > 0)
            return inside[0].Feature;
        var below = places.Where(place => IsIn(place.Place, comment.Pointer)).ToArray();
        return below.Length > 0 ? below.Min(static place => place.Feature) : -1;
    }

    private static bool IsIn(string pointer, string outer) => pointer == outer || pointer.StartsWith(outer + "/", StringComparison.Ordinal);
}
