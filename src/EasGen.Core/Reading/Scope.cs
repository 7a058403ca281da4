namespace EasGen.Core;

/// <summary>The bags that are open at a place of the document: those that begin there, and those around it.</summary>
internal sealed class Scope(Scope? outer, Bag[] bags)
{
    /// <summary>The innermost bag for a feature of the room; null when none is open.</summary>
    public Bag? Find(Room room)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var bag in scope.Bags)
            {
                if (bag.Holds(room))
                    return bag;
            }
        }
        return null;
    }

    private Scope? Outer { get; } = outer;

    private Bag[] Bags { get; } = bags;
}
