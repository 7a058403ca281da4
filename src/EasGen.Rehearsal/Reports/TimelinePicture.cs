using System.Globalization;
using System.Text;
using System.Xml;

namespace EasGen.Rehearsal.Reports;

/// <summary>
/// The timeline as a picture: a bar for each instance, in one colour while it starts, in another while it is ready, in a third while it
/// is to go; its probes as ticks, failed ones in red; below, the requests that were lost.
/// </summary>
internal static class TimelinePicture
{
    private const int Width = 1000;
    private const int Left = 100;
    private const int Right = 20;
    private const int Top = 40;
    private const int Row = 28;
    private const int Bar = 14;

    public static string Write(RehearsalRecord record)
    {
        var text = new StringBuilder();
        var height = Top + (Row * (record.Instances.Count + 2)) + 20;
        using (var xml = XmlWriter.Create(text, Xml.Settings))
        {
            xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            Attribute(xml, "viewBox", $"0 0 {Width} {height}");
            Attribute(xml, "font-family", $"system-ui, sans-serif");
            Attribute(xml, "font-size", $"11");
            Attribute(xml, "role", $"img");
            xml.WriteElementString("title", $"Rehearsal of {record.Service}");
            Box(xml, 0, 0, Width, height, "#ffffff", null);
            Label(xml, 10, 20, $"Rehearsal of {record.Service}", "#1f2328");
            Legend(xml);
            Axis(xml, record, height);
            for (var i = 0; i < record.Instances.Count; i++)
                Lane(xml, record, record.Instances[i], Top + (Row * i));
            Lost(xml, record, Top + (Row * record.Instances.Count));
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Legend(XmlWriter xml)
    {
        var x = 420;
        (string, string)[] colours =
            [("not ready", Starting), ("ready", Ready), ("terminating", Terminating), ("failed check, lost request", Failed)];
        foreach (var (name, colour) in colours)
        {
            Box(xml, x, 11, 10, 10, colour, null);
            Label(xml, x + 15, 20, name, "#57606a");
            x += 40 + (6 * name.Length) + 20;
        }
    }

    private static readonly int[] Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];

    private const string Starting = "#d4a72c";
    private const string Ready = "#2da44e";
    private const string Terminating = "#8c959f";
    private const string Failed = "#cf222e";

    private static void Axis(XmlWriter xml, RehearsalRecord record, int height)
    {
        var step = Steps.First(step => record.Duration.TotalSeconds / step <= 15 || step == Steps[^1]);
        for (var second = 0; second <= record.Duration.TotalSeconds; second += step)
        {
            var x = X(record, TimeSpan.FromSeconds(second));
            Box(xml, x, Top - 6, 0.5, height - Top - 14, "#d0d7de", null);
            Label(xml, x - 6, height - 8, FormattableString.Invariant($"{second} s"), "#57606a");
        }
    }

    private static void Lane(XmlWriter xml, RehearsalRecord record, InstanceRecord instance, int y)
    {
        Label(xml, 10, y + 11, FormattableString.Invariant($"instance {instance.Number}"), "#1f2328");
        var end = instance.EndedAt ?? record.Duration;
        var leaving = instance.TerminatingAt ?? end;
        Span(instance.StartedAt, leaving, Starting, "not ready");
        foreach (var (from, to) in ReadyTimes(record, instance.Number, leaving))
            Span(from, to, Ready, "ready");
        Span(leaving, end, Terminating, instance.WasKilled ? "terminating, killed" : "terminating");
        foreach (var probe in record.Probes.Where(probe => probe.Instance == instance.Number))
        {
            var title = FormattableString.Invariant($"{probe.At.TotalSeconds:0.0} s {probe.Probe.Name}: {probe.Answer.Text}");
            if (probe.Answer.Succeeded)
                Box(xml, X(record, probe.At), y + Bar - 3, 1, 3, "#ffffff", title);
            else
                Box(xml, X(record, probe.At), y + Bar, 1.5, 5, Failed, title);
        }

        void Span(TimeSpan from, TimeSpan to, string colour, string title)
        {
            if (to > from)
                Box(xml, X(record, from), y, X(record, to) - X(record, from), Bar, colour, title);
        }
    }

    private static IEnumerable<(TimeSpan From, TimeSpan To)> ReadyTimes(RehearsalRecord record, int instance, TimeSpan end)
    {
        TimeSpan? since = null;
        foreach (var one in record.Events.Where(one => one.Instance == instance && (one.Kind is EventKind.Ready or EventKind.NotReady)))
        {
            if (since is { } from && one.Kind == EventKind.NotReady)
                yield return (from, one.At < end ? one.At : end);
            since = one.Kind == EventKind.Ready ? one.At : null;
        }
        if (since is { } last && last < end)
            yield return (last, end);
    }

    private static void Lost(XmlWriter xml, RehearsalRecord record, int y)
    {
        Label(xml, 10, y + 11, "lost requests", "#1f2328");
        var lost = record.Exchanges.Where(static exchange => exchange.IsLost);
        foreach (var second in lost.GroupBy(static exchange => (int)(exchange.At.TotalSeconds * 5)))
        {
            var size = Math.Min(Bar, 2 + second.Count());
            Box(
                xml,
                X(record, TimeSpan.FromSeconds(second.Key / 5.0)),
                y + Bar - size,
                2,
                size,
                Failed,
                FormattableString.Invariant($"{second.Count()} lost after {second.Key / 5.0:0.0} s"));
        }
    }

    private static double X(RehearsalRecord record, TimeSpan at) =>
        Left + ((Width - Left - Right) * Math.Clamp(at / (record.Duration + TimeSpan.FromMilliseconds(1)), 0, 1));

    private static void Box(XmlWriter xml, double x, double y, double width, double height, string colour, string? title)
    {
        xml.WriteStartElement("rect");
        Attribute(xml, "x", $"{x:0.##}");
        Attribute(xml, "y", $"{y:0.##}");
        Attribute(xml, "width", $"{width:0.##}");
        Attribute(xml, "height", $"{height:0.##}");
        Attribute(xml, "fill", $"{colour}");
        if (title is not null)
            xml.WriteElementString("title", title);
        xml.WriteEndElement();
    }

    private static void Label(XmlWriter xml, double x, double y, string text, string colour)
    {
        xml.WriteStartElement("text");
        Attribute(xml, "x", $"{x:0.##}");
        Attribute(xml, "y", $"{y:0.##}");
        Attribute(xml, "fill", $"{colour}");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, FormattableString value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
