using EasGen.Rehearsal.Instances;

namespace EasGen.Rehearsal.Tests.Instances;

public class BackOffTests
{
    [Fact]
    public void Pauses_are_those_of_Kubernetes()
    {
        var backOff = new BackOff();

        Assert.Equal([0, 10, 20, 40, 80, 160, 300, 300], Enumerable.Range(0, 8).Select(_ => backOff.Next().TotalSeconds));
    }
}
