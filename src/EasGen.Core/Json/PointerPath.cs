using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>
/// The way to a value while a document is gone through: under which key, or as which item of a list, it stands in each that is around it.
/// </summary>
internal sealed class PointerPath
{
    // So deep is nearly every service.
    private const int Usual = 8;

    // Those that lead to the value, and behind them what is left of others. The key is null for an item of a list, and the pointer as
    // long as nobody has asked for it.
    private (string? Key, int Index, string? Pointer)[] steps = new (string?, int, string?)[Usual];

    // The list whose items were asked for last, with a slash at its end, and how many steps lead to it; its items share the text.
    private (int Depth, string Text) list = (-1, "");

    /// <summary>How many steps lead from the root to the value.</summary>
    public int Depth { get; private set; }

    /// <summary>The key of the value; empty for an item, and for the whole document.</summary>
    public string Key => Depth == 0 ? "" : steps[Depth - 1].Key ?? "";

    /// <summary>The JSON pointer of the value.</summary>
    public string Pointer => PointerOf(Depth);

    /// <summary>The same. The items of a list share their text.</summary>
    public LazyPointer Place =>
        Depth > 0 && steps[Depth - 1] is (null, var index, _) ? new(ListOf(Depth - 1), index) : new(Pointer);

    /// <summary>The JSON pointer of what so many steps from the root lead to.</summary>
    public string PointerOf(int depth)
    {
        if (depth == 0)
            return "";
        ref var step = ref steps[depth - 1];
        return step.Pointer ??= $"{PointerOf(depth - 1)}/{Segment(step.Key, step.Index)}";
    }

    public void Enter(string key) => Enter((key, 0, null));

    public void Enter(int index) => Enter((null, index, null));

    public void Leave()
    {
        Depth--;
        if (Depth < list.Depth)
            list.Depth = -1;
    }

    /// <summary>True when the keys lead to the value from where so many steps from the root lead.</summary>
    public bool IsAt(int depth, string[] keys)
    {
        if (Depth != depth + keys.Length)
            return false;
        for (var i = 0; i < keys.Length; i++)
        {
            if (steps[depth + i].Key != keys[i])
                return false;
        }
        return true;
    }

    /// <summary>The pointer of a member or an item of the value.</summary>
    /// <param name="key">The key; null for an item.</param>
    /// <param name="index">The index of an item.</param>
    public string Below(string? key, int index) => $"{Pointer}/{Segment(key, index)}";

    private void Enter((string? Key, int Index, string? Pointer) step)
    {
        if (Depth == steps.Length)
            Array.Resize(ref steps, 2 * Depth);
        steps[Depth++] = step;
    }

    private string ListOf(int depth)
    {
        if (list.Depth != depth)
            list = (depth, PointerOf(depth) + "/");
        return list.Text;
    }

    private static string Segment(string? key, int index) =>
        key is null ? index.ToString(CultureInfo.InvariantCulture) : JsonPointer.Escape(key);
}
