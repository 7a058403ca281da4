namespace EasGen.Core.Reading;

/// <summary>The features that are open at a place of the document: those that begin there, and those around it.</summary>
/// <param name="outer">Those around it; null at the root.</param>
/// <param name="types">For each feature that begins there, what it can be.</param>
/// <param name="depth">How many steps lead to the place.</param>
/// <param name="container">The container that the place is in, counted from 0.</param>
internal sealed class OpenFeatures(OpenFeatures? outer, FeatureType[][] types, int depth, int container)
{
    // Most feature types that begin at the root are set in few services.
    private readonly FeatureBuilder?[] builders = new FeatureBuilder?[types.Length];

    /// <summary>True for a single value that stands for a list with one item.</summary>
    public bool IsSingle { get; init; }

    public int Count => types.Length;

    /// <summary>The builder of one that begins here, with all that was read of it; null when it is not there.</summary>
    public FeatureBuilder? Built(int index) =>
        (types[index][0].Anchor.Length == 0 ? builders[index] : Builder(index)) is { IsEmpty: false } builder ? builder : null;

    /// <summary>The innermost builder for a feature of this type; null when none is open.</summary>
    public FeatureBuilder? Find(FeatureType type)
    {
        for (var open = this; open is not null; open = open.Outer)
        {
            if (open.IndexOf(type) is >= 0 and var index)
                return open.Builder(index);
        }
        return null;
    }

    private OpenFeatures? Outer { get; } = outer;

    private FeatureBuilder Builder(int index) => builders[index] ??= new(types[index], depth, container);

    private int IndexOf(FeatureType type)
    {
        for (var i = 0; i < types.Length; i++)
        {
            if (FeatureBuilder.Holds(types[i], type))
                return i;
        }
        return -1;
    }
}
