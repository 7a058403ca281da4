namespace EasGen.Core.Starting;

/// <summary>The variables that words of a shell set.</summary>
internal sealed class AssignedVariables(params Variables[] around) : Variables(around)
{
    private static readonly Dictionary<string, ToldValue> None = new(0, StringComparer.Ordinal);

    // Of most programs there are none.
    private Dictionary<string, ToldValue> own = None;

    protected override IEnumerable<KeyValuePair<string, ToldValue>> Own => own;

    public void Add(string name, ToldValue value)
    {
        if (own == None)
            own = new(StringComparer.Ordinal);
        own[name] = value;
    }

    /// <summary>Takes what others say, of the environment or of the shell alone.</summary>
    public void Add(AssignedVariables others, bool areOfShell)
    {
        foreach (var other in others.own)
            Add(other.Key, other.Value with { IsOfShell = areOfShell && !IsExported(other.Key) });
    }

    /// <summary>Shows a variable of the shell to programs.</summary>
    public void Export(string name)
    {
        if (own.TryGetValue(name, out var value))
            own[name] = value with { IsOfShell = false };
    }

    protected override ToldValue? Find(string name) => own.TryGetValue(name, out var value) ? value : null;
}
