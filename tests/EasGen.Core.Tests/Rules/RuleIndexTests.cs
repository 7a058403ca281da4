namespace EasGen.Core.Tests;

public class RuleIndexTests
{
    public static TheoryData<int, int[]> Asked => new()
    {
        { 0, [] },
        { 1, [0] },
        { 63, [62] },
        { 64, [0, 63] },
        { 65, [63, 64] },
        { 200, [] },
        { 200, [0, 1, 63, 64, 127, 191, 199] },
        { 200, [130] },
    };

    [Theory, MemberData(nameof(Asked))]
    public void The_rules_to_ask_come_in_their_order(int count, int[] asked)
    {
        var rules = Enumerable.Range(0, count)
            .Select(i => asked.Contains(i) ? Rule.Error($"EAS{i:0000}", "Asked").When(static _ => { }) : Rule.Error($"EAS{i:0000}", "Not"))
            .ToArray();
        var index = new RuleIndex(rules);

        var (from, found) = (0, new List<Rule>());
        while (index.Next(index.Asked(), ref from) is { } rule)
            found.Add(rule);

        Assert.Equal(asked.Select(i => rules[i]), found);
    }
}
