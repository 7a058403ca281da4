namespace EasGen.Core.Starting;

/// <summary>The variables that words of a shell set, and those around them; without any of its own, a view of those.</summary>
internal sealed class AssignedVariables(params Variables[] around) : Variables(around)
{
    private static readonly Dictionary<string, ToldValue> None = new(0, StringComparer.Ordinal);

    // Of most programs there are none.
    private Dictionary<string, ToldValue> own = None;

    // Each program of a line asks for those that the line has set.
    private string[]? dotnetNames;

    public override IEnumerable<KeyValuePair<string, ToldValue>> Own => own;

    protected override IEnumerable<string> OwnDotnetNames => dotnetNames ??= [.. base.OwnDotnetNames];

    public void Add(string name, ToldValue value)
    {
        if (own == None)
            own = new(StringComparer.Ordinal);
        own[name] = value;
        dotnetNames = null;
    }

    /// <summary>Takes what others say, of the environment or of the shell alone.</summary>
    public void Add(AssignedVariables others, bool areOfShell)
    {
        foreach (var other in others.own)
            Add(other.Key, other.Value with { IsOfShell = areOfShell && Find(other.Key) is not { IsOfShell: false } });
    }

    /// <summary>Shows a variable of the shell to programs.</summary>
    public void Export(string name)
    {
        if (own.TryGetValue(name, out var value))
            own[name] = value with { IsOfShell = false };
    }

    protected override ToldValue? Find(string name) => own.TryGetValue(name, out var value) ? value : null;
}
