namespace EasGen.Core.Reading;

/// <summary>The builders that are open at a place of the document: those that begin there, and those around it.</summary>
internal sealed class OpenFeatures(OpenFeatures? outer, FeatureBuilder[] builders)
{
    /// <summary>The innermost builder for a feature of this type; null when none is open.</summary>
    public FeatureBuilder? Find(FeatureType type)
    {
        for (var open = this; open is not null; open = open.Outer)
        {
            foreach (var builder in open.Builders)
            {
                if (builder.Holds(type))
                    return builder;
            }
        }
        return null;
    }

    /// <summary>Closes the builders that begin here.</summary>
    public void Close()
    {
        foreach (var builder in Builders)
            builder.Close();
    }

    private OpenFeatures? Outer { get; } = outer;

    private FeatureBuilder[] Builders { get; } = builders;
}
