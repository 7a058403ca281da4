using EasGen.Compiler.UserCode;

namespace EasGen.Compiler.Tests.UserCode;

/// <summary>Services are read when they are come to, and once.</summary>
public class GradualTests
{
    [Fact]
    public void Makes_as_many_as_are_asked_for_and_each_once()
    {
        var made = new List<int>();
        var gradual = new Gradual<int>(Enumerable.Range(0, 5).Select(number =>
        {
            made.Add(number);
            return number;
        }));
        Assert.Empty(made);

        Assert.Equal(0, gradual.First());
        Assert.Equal([0], made);

        Assert.Equal([0, 1, 2], gradual.Take(3));
        Assert.Equal([0, 1, 2], gradual.Take(3));
        Assert.Equal([0, 1, 2], made);

        Assert.Equal([0, 1, 2, 3, 4], gradual);
        Assert.Equal([0, 1, 2, 3, 4], gradual);
        Assert.Equal([0, 1, 2, 3, 4], made);
    }

    [Fact]
    public void Makes_each_once_for_many_threads()
    {
        var made = 0;
        var gradual = new Gradual<int>(Enumerable.Range(0, 1000).Select(number =>
        {
            Interlocked.Increment(ref made);
            return number;
        }));

        Parallel.For(0, 8, _ => Assert.Equal(Enumerable.Range(0, 1000), gradual));

        Assert.Equal(1000, made);
    }

    [Fact]
    public void Has_nothing_where_there_is_nothing() => Assert.Empty(new Gradual<int>([]));
}
