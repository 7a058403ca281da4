namespace EasGen.Core;

internal enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>What a rule has to say about one value, and the value that would be right, where it can be known.</summary>
internal sealed record Complaint(Message Message, Fix? Fix = null);

/// <summary>
/// One rule of the rule book: its one implementation, which analyzer, build task and command line share. A rule sees a
/// <see cref="Service"/> and says where and what is wrong.
/// </summary>
internal sealed class Rule
{
    public const string HelpLinkBase = "https://github.com/easgen/easgen/blob/main/docs/rules/";

    private Action<Inspection> check = static _ => { };

    private Rule(Severity severity, string id, string title)
    {
        Severity = severity;
        Id = id;
        Title = title;
    }

    public string Id { get; }

    public string Title { get; }

    public Severity Severity { get; }

    /// <summary>The feature that the rule is about, which the hundreds of its id tell.</summary>
    public string Category => "EasGen." + Id.Substring(3, 2) switch
    {
        "00" => "Document",
        "01" => "Service",
        "02" => "Container",
        "03" => "Model",
        "04" => "Storage",
        "05" => "Resources",
        "06" => "Operation",
        "07" => "Probes",
        "08" => "Network",
        "09" => "Records",
        _ => "Code",
    };

    /// <summary>The rows whose single values the rule judges; empty when it looks at several settings together.</summary>
    public Row[] Rows { get; private set; } = [];

    public string HelpLink => $"{HelpLinkBase}{Id}.md";

    /// <summary>The artifact is certainly wrong: a hard limit, an impossible combination, a contradiction with the code.</summary>
    public static Rule Error(string id, string title) => new(Severity.Error, id, title);

    /// <summary>Likely wrong, or the sources disagree.</summary>
    public static Rule Warning(string id, string title) => new(Severity.Warning, id, title);

    /// <summary>Good to know; nothing is wrong with the service.</summary>
    public static Rule Info(string id, string title) => new(Severity.Info, id, title);

    /// <summary>Judges a service as a whole.</summary>
    public Rule When(Action<Inspection> check)
    {
        this.check = check;
        return this;
    }

    /// <summary>Judges every value of a text row on its own; unfilled placeholders are not judged.</summary>
    public Rule Each(TextRow row, Func<string, Complaint?> judge) =>
        EachValue([row], (feature, _) => feature[row] is { } text && !Placeholder.IsIn(text) ? judge(text) : null);

    /// <summary>Judges every value of an amount row on its own.</summary>
    public Rule Each(AmountRow row, Func<string, Complaint?> judge) =>
        EachValue([row], (feature, _) => feature[row] is { } text && !Placeholder.IsIn(text) ? judge(text) : null);

    /// <summary>Judges every value of an integer row on its own.</summary>
    public Rule Each(IntegerRow row, Func<int, Complaint?> judge) =>
        EachValue([row], (feature, _) => feature[row] is { } number ? judge(number) : null);

    /// <summary>Judges every value of a number row on its own.</summary>
    public Rule Each(NumberRow row, Func<double, Complaint?> judge) =>
        EachValue([row], (feature, _) => feature[row] is { } number ? judge(number) : null);

    /// <summary>Asks for a text that is more than blanks.</summary>
    public Rule Given(TextRow row, Message message, Fix? fix = null) => When(service =>
    {
        foreach (var feature in service.All(row))
        {
            if (string.IsNullOrWhiteSpace(feature[row]))
                service.Report(feature.At(row), message, fix);
        }
    });

    /// <summary>Refuses what is none of the choices that the row states; an empty text chooses nothing.</summary>
    public Rule Choices(ChoiceRow row) =>
        EachValue([row], (feature, _) => feature[row] is { Length: > 0 } text && !Placeholder.IsIn(text) && Array.IndexOf(row.Choices, text) < 0
            ? new($"{row} is '{text}'; write {row.Expected}")
            : null);

    /// <summary>Holds the values of the rows against the bounds that the rows state.</summary>
    public Rule Bounds(params BoundedRow[] rows) => EachValue(rows, static (feature, row) => Range.Judge(feature, (BoundedRow)row));

    public void Check(Inspection inspection) => check(inspection);

    public override string ToString() => Id;

    private Rule EachValue(Row[] rows, Func<Placed, Row, Complaint?> judge)
    {
        Rows = rows;
        Room[]? rooms = null;
        check = inspection =>
        {
            // Asked for late: when rules are made, rooms are not.
            rooms ??= [.. rows.SelectMany(static row => row.Rooms).Distinct()];
            foreach (var feature in inspection.All(rooms))
            {
                foreach (var row in rows)
                {
                    if (feature.Feature.Value(row) is not null && judge(feature, row) is { } complaint)
                        inspection.Report(feature.At(row), complaint.Message, complaint.Fix);
                }
            }
        };
        return this;
    }
}
