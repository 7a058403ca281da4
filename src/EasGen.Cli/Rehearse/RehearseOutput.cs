using System.CommandLine;
using System.Globalization;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;
using EasGen.Rehearsal.Records;
using EasGen.Rehearsal.Reports;
using Spectre.Console;

namespace EasGen.Cli.Rehearse;

/// <summary>What a rehearsal shows: what happens, while it does, and the report.</summary>
/// <param name="configuration">Where to write.</param>
/// <param name="format">The format of the report.</param>
/// <param name="timeline">The file for the picture; null for none.</param>
internal sealed class RehearseOutput(InvocationConfiguration configuration, string format, string? timeline)
{
    private static readonly Style Passed = new(Color.Green, decoration: Decoration.Bold);

    public void Begin(string service)
    {
        if (string.IsNullOrWhiteSpace(timeline) && timeline is not null)
            throw new CommandException("--timeline names no file; give one, such as timeline.svg");
        // Known before a minute has gone by in vain.
        if (timeline is not null && Path.GetDirectoryName(Path.GetFullPath(timeline)) is { } folder && !Directory.Exists(folder))
            throw new CommandException($"--timeline '{timeline}' cannot be written: the folder '{folder}' does not exist");
        using var screen = Live();
        screen.WriteLine($"Rehearsal of {Plain.Line(service)}", Styles.Strong);
    }

    /// <summary>One line for what has just happened.</summary>
    public void Write(TimelineEvent happened)
    {
        using var screen = Live();
        var time = string.Create(CultureInfo.InvariantCulture, $"{happened.At.TotalSeconds,7:0.0} s  ");
        if (happened.Kind == EventKind.Act)
            screen.WriteLine($"{time}{happened.Text}", Styles.Strong);
        else
            screen.WriteLine(FormattableString.Invariant($"{time}  instance {happened.Instance}: {happened.Text}"), Styles.Quiet);
    }

    /// <summary>The report in its format, and the picture.</summary>
    public void Write(RehearsalReport report)
    {
        using var screen = Screen.Output(configuration);
        if (format == FormatOption.Json)
            screen.WriteJson(report.ToJson());
        else if (format == FormatOption.JUnit)
            screen.WriteLine(report.ToJUnit());
        else
            WriteText(report, screen);
        if (timeline is not null)
            WritePicture(report, timeline);
    }

    private static void WriteText(RehearsalReport report, Screen screen)
    {
        screen.WriteLine();
        foreach (var answer in report.Answers)
        {
            screen.Write(TextReport.Word(answer.Outcome).PadRight(6), answer.Outcome switch
            {
                RehearsalOutcome.Passed => Passed,
                RehearsalOutcome.Failed => Severities.StyleOf(Severity.Error),
                _ => Styles.Quiet,
            });
            screen.WriteLine(answer.Question, Styles.Strong);
            foreach (var line in answer.Finding.Split('\n'))
                screen.WriteLine($"      {line}");
            foreach (var advice in answer.Advice)
                screen.WriteLine($"      → {TextReport.Line(advice)}");
        }
        screen.WriteLine();
        screen.WriteLine(TextReport.Verdict(report), Styles.Strong);
    }

    private static void WritePicture(RehearsalReport report, string file)
    {
        try
        {
            File.WriteAllText(file, report.ToSvg() + "\n");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be written: {problem.Message}");
        }
    }

    private Screen Live() => Screen.Live(configuration, isResult: format == FormatOption.Text);
}
