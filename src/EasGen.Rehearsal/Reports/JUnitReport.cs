using System.Globalization;
using System.Text;
using System.Xml;

namespace EasGen.Rehearsal.Reports;

/// <summary>The report for CI systems: a test case for each question.</summary>
internal static class JUnitReport
{
    public static string Write(RehearsalReport report)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Xml.Settings))
            Write(report, xml);
        return text.ToString();
    }

    private static void Write(RehearsalReport report, XmlWriter xml)
    {
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"rehearsal of {report.Service}");
        xml.WriteAttributeString("tests", Text(report.Answers.Count));
        xml.WriteAttributeString("failures", Text(Count(report, RehearsalOutcome.Failed)));
        xml.WriteAttributeString("skipped", Text(Count(report, RehearsalOutcome.NotPlayed)));
        xml.WriteAttributeString("time", report.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        foreach (var answer in report.Answers)
            Write(answer, report.Service, xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(RehearsalAnswer answer, string service, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"easgen.rehearse.{service}");
        xml.WriteAttributeString("name", answer.Question);
        if (answer.Outcome == RehearsalOutcome.Failed)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", answer.Finding.Split('\n')[0]);
            xml.WriteString(string.Join('\n', [answer.Finding, .. answer.Advice.Select(TextReport.Line)]));
            xml.WriteEndElement();
        }
        else if (answer.Outcome == RehearsalOutcome.NotPlayed)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", answer.Finding);
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", answer.Finding);
        }
        xml.WriteEndElement();
    }

    private static int Count(RehearsalReport report, RehearsalOutcome outcome) =>
        report.Answers.Count(answer => answer.Outcome == outcome);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
