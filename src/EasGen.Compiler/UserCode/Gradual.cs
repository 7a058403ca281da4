using System.Collections;

namespace EasGen.Compiler.UserCode;

/// <summary>A sequence of which each item is made once, for the first who comes to it, on any thread.</summary>
internal sealed class Gradual<T>(IEnumerable<T> source) : IEnumerable<T>
{
    private readonly List<T> made = [];
    private readonly IEnumerator<T> rest = source.GetEnumerator();

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; IsThere(index); index++)
            yield return At(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsThere(int index)
    {
        lock (made)
        {
            if (index < made.Count)
                return true;
            if (!rest.MoveNext())
                return false;
            made.Add(rest.Current);
            return true;
        }
    }

    private T At(int index)
    {
        lock (made)
            return made[index];
    }
}
