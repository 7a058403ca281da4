namespace EasGen.Core.Json;

/// <summary>JSON pointers (RFC 6901), the addresses of settings and findings.</summary>
internal static class JsonPointer
{
    /// <summary>How many parts a pointer may have: more than any service nests, and few enough to walk.</summary>
    public const int Deepest = 64;

    public static string Escape(string key) =>
        key.IndexOf('~') < 0 && key.IndexOf('/') < 0 ? key : key.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>How many keys and indexes a pointer has.</summary>
    public static int Depth(string pointer) => pointer.Count(static c => c == '/');

    /// <summary>True for the pointer of anything but the whole document.</summary>
    public static bool IsValid(string pointer)
    {
        if (Depth(pointer) > Deepest)
            return false;
        for (var at = pointer.IndexOf('~'); at >= 0; at = pointer.IndexOf('~', at + 1))
        {
            if (at + 1 == pointer.Length || pointer[at + 1] is not ('0' or '1'))
                return false;
        }
        return pointer.StartsWith("/", StringComparison.Ordinal);
    }

    /// <summary>The keys and indexes of a pointer, unescaped.</summary>
    public static string[] Segments(string pointer) =>
        pointer.Length == 0 ? [] : pointer.Substring(1).Split('/').Select(Unescape).ToArray();

    /// <summary>The place as a message names it: <c>containers[0].port</c>.</summary>
    public static string Spoken(string pointer)
    {
        var place = new System.Text.StringBuilder(pointer.Length);
        foreach (var segment in Segments(pointer))
        {
            if (segment.Length > 0 && segment.All(static sign => sign is >= '0' and <= '9'))
                place.Append('[').Append(segment).Append(']');
            else
                place.Append(place.Length > 0 ? "." : "").Append(segment);
        }
        return place.ToString();
    }

    /// <summary>True for the pointer of the place, or of what contains it.</summary>
    public static bool IsAtOrAbove(string pointer, string place) =>
        place.StartsWith(pointer, StringComparison.Ordinal) && (place.Length == pointer.Length || place[pointer.Length] == '/');

    /// <summary>The pointer and those of all that contains it, the root among them.</summary>
    public static IEnumerable<string> AndAbove(string pointer)
    {
        for (var at = pointer; at is not null; at = Parent(at))
            yield return at;
    }

    /// <summary>The pointer of what contains this; null at the root.</summary>
    public static string? Parent(string pointer) =>
        pointer.LastIndexOf('/') is >= 0 and var slash ? pointer.Substring(0, slash) : null;

    /// <summary>The last key or index of a pointer, unescaped; empty at the root.</summary>
    public static string Last(string pointer) => Unescape(pointer.Substring(pointer.LastIndexOf('/') + 1));
}
