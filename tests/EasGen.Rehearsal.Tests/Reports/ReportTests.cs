using System.Text.Json;
using System.Xml.Linq;
using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests.Reports;

/// <summary>The four forms of a report.</summary>
public class ReportTests
{
    [Fact]
    public async Task All_forms_say_the_same()
    {
        var json = TestService.Json("redirects", static json => json.Metadata()["name"] = "a_b");
        var report = await TestService.PlayAsync(json, TestService.Quick(rollouts: 1));

        // Who is redirected is never told to go either.
        Assert.Equal(
            ["probes", "rollout-by-readiness"],
            report.Answers.Where(static answer => answer.Outcome == RehearsalOutcome.Failed).Select(static answer => answer.Id));
        Assert.Contains("FAIL  Do its probes answer for it?\n", report.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"a_b failed 2 of 9 questions in \d+ s\.$", report.ToString());

        using var document = JsonDocument.Parse(report.ToJson());
        var root = document.RootElement;
        Assert.False(root.GetProperty("passed").GetBoolean());
        Assert.Equal(9, root.GetProperty("answers").GetArrayLength());
        Assert.Equal("failed", root.GetProperty("answers")[2].GetProperty("outcome").GetString());
        Assert.Equal(report.Requests, root.GetProperty("requests").GetProperty("count").GetInt32());
        Assert.True(root.GetProperty("probes").GetArrayLength() > 6);
        Assert.Equal(4, root.GetProperty("instances").GetArrayLength());

        var suite = XDocument.Parse(report.ToJUnit()).Root!.Element("testsuite")!;
        Assert.Equal(("9", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal(2, suite.Descendants("failure").Count());

        var picture = XDocument.Parse(report.ToSvg());
        XNamespace svg = "http://www.w3.org/2000/svg";
        var labels = picture.Descendants(svg + "text").Select(static text => text.Value);
        Assert.Equal(4, labels.Count(static label => label.StartsWith("instance ", StringComparison.Ordinal)));
        Assert.Contains(picture.Descendants(svg + "title"), static title => title.Value == "terminating");
    }
}
