using System.Text;
using EasGen.Api;
using EasGen.Cli.Tests.Kit;
using EasGen.Cli.Tests.Why;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Cloud;

/// <summary>Whatever goes wrong on the way to PAI-EAS: each verb says it in one line, does nothing twice, and tells no secret.</summary>
public sealed class FaultTests : CloudTests
{
    private const string Marked = "marked-s3cret-token";

    private static readonly string Iris = Seen.Iris.Replace(
        "\"metadata\"", $"\"token\": \"{Marked}\", \"metadata\"", StringComparison.Ordinal);

    // Each verb, what is asked of it, and the call that goes wrong.
    private static readonly (string Verb, string[] More, string Action)[] Verbs =
    [
        ("status", [], "DescribeService"),
        ("why", [], "DescribeServiceEvent"),
        ("logs", [], "DescribeServiceLog"),
        ("pull", [], "DescribeService"),
        ("delete", ["--yes"], "DeleteService"),
        ("rollback", ["--yes"], "UpdateServiceVersion"),
        ("plan", [], "DescribeService"),
    ];

    public static TheoryData<string, Fault> Table
    {
        get
        {
            var table = new TheoryData<string, Fault>();
            foreach (var (verb, _, _) in Verbs)
            {
                foreach (var fault in Enum.GetValues<Fault>())
                    table.Add(verb, fault);
            }
            return table;
        }
    }

    [Theory, MemberData(nameof(Table))]
    public async Task A_fault_is_said_and_does_no_harm(string verb, Fault fault)
    {
        var (_, more, action) = Verbs.Single(one => one.Verb == verb);
        await CreateAsync(Iris);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Iris), UpdateType.Merge);
        Eas.Cloud.Done.Clear();
        Eas.Faults.Plan(action, fault);

        // A secret in the file would be refused before anybody is asked.
        var answer = await Run([verb, verb == "plan" ? Folder.Write("iris.json", Seen.Iris) : "iris", .. more]);

        Assert.InRange(answer.Code, 0, 2);
        Assert.Contains(action, Eas.Cloud.Asked);
        Assert.InRange(answer.ErrorLines.Count(static line => line.StartsWith("error", StringComparison.Ordinal)), 0, 1);
        var said = answer.Output + answer.Error;
        foreach (var never in (string[])["   at ", "Exception", Marked, FakeEas.FakeEas.AccessKeySecret])
            Assert.DoesNotContain(never, said, StringComparison.Ordinal);
        Assert.Equal(Eas.Cloud.Done.Distinct(), Eas.Cloud.Done);
        Assert.All(Eas.Cloud.Done, done => Assert.Equal($"{action} iris", done));
        if (fault is Fault.LostAfter or Fault.ClosedAfter or Fault.Slow)
            Assert.Equal((0, 0), (answer.Code, answer.ErrorLines.Count(static line => !line.StartsWith("note", StringComparison.Ordinal))));
    }
}
