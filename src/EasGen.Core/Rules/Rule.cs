namespace EasGen.Core.Rules;

internal enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>What a rule has to say about one value, and the value that would be right, where it can be known.</summary>
internal sealed record Violation(Message Message, Fix? Fix = null);

/// <summary>
/// One rule of the rule book: its one implementation, which analyzer, build task and command line share. A rule sees a
/// <see cref="Service"/> and says where and what is wrong.
/// </summary>
internal sealed class Rule
{
    public const string HelpLinkBase = "https://github.com/easgen/easgen/blob/main/docs/rules/";

    private readonly Action<Inspection>? check;

    // Without a feature that can have one of them there is nothing to judge; null for a rule that judges every service.
    private readonly Setting[]? about;

    private Rule(
        Severity severity,
        string id,
        string title,
        Action<Inspection>? check = null,
        Setting[]? settings = null,
        Setting[]? about = null)
    {
        Severity = severity;
        Id = id;
        Title = title;
        Settings = settings ?? [];
        this.check = check;
        this.about = about ?? settings;
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

    /// <summary>The settings whose single values the rule judges; empty when it looks at several settings together.</summary>
    public Setting[] Settings { get; }

    public string HelpLink => $"{HelpLinkBase}{Id}.md";

    /// <summary>The artifact is certainly wrong: a hard limit, an impossible combination, a contradiction with the code.</summary>
    public static Rule Error(string id, string title) => new(Severity.Error, id, title);

    /// <summary>Likely wrong, or the sources disagree.</summary>
    public static Rule Warning(string id, string title) => new(Severity.Warning, id, title);

    /// <summary>Good to know; nothing is wrong with the service.</summary>
    public static Rule Info(string id, string title) => new(Severity.Info, id, title);

    /// <summary>Judges a service as a whole.</summary>
    public Rule When(Action<Inspection> check) => new(Severity, Id, Title, check);

    /// <summary>Judges a service in which there is a feature that can have the setting; of any other it has nothing to say.</summary>
    public Rule When(Setting setting, Action<Inspection> check) => new(Severity, Id, Title, check, about: [setting]);

    /// <summary>Judges every value of a text setting on its own; unfilled placeholders are not judged.</summary>
    public Rule Each(StringSetting setting, Func<string, Violation?> judge) =>
        EachValue([setting], (feature, _) => feature[setting] is { } text && !Placeholder.IsIn(text) ? judge(text) : null);

    /// <summary>Judges every value of an amount setting on its own.</summary>
    public Rule Each(CountOrPercentSetting setting, Func<string, Violation?> judge) =>
        EachValue([setting], (feature, _) => feature[setting] is { } text && !Placeholder.IsIn(text) ? judge(text) : null);

    /// <summary>Judges every value of an integer setting on its own.</summary>
    public Rule Each(IntegerSetting setting, Func<int, Violation?> judge) =>
        EachValue([setting], (feature, _) => feature[setting] is { } number ? judge(number) : null);

    /// <summary>Judges every value of a number setting on its own.</summary>
    public Rule Each(NumberSetting setting, Func<double, Violation?> judge) =>
        EachValue([setting], (feature, _) => feature[setting] is { } number ? judge(number) : null);

    /// <summary>Asks for a text that is more than blanks.</summary>
    public Rule Given(StringSetting setting, Message message, Fix? fix = null) => When(setting, service =>
    {
        foreach (var feature in service.All(setting))
        {
            if (string.IsNullOrWhiteSpace(feature[setting]))
                service.Report(feature.At(setting), message, fix);
        }
    });

    /// <summary>Refuses what is none of the choices that the setting states; an empty text chooses nothing.</summary>
    public Rule Choices(EnumSetting setting) =>
        EachValue([setting], (feature, _) => feature[setting] is { Length: > 0 } text
            && !Placeholder.IsIn(text)
            && Array.IndexOf(setting.Choices, text) < 0
            ? new($"{setting} is '{text}'; write {setting.Expected}")
            : null);

    /// <summary>Holds the values of the settings against the bounds that the settings state.</summary>
    public Rule Bounds(params BoundedSetting[] settings) =>
        EachValue(settings, static (feature, setting) => Range.Judge(feature, (BoundedSetting)setting));

    /// <summary>True when a service needs no feature for the rule to judge it.</summary>
    public bool IsAboutAny => about is null && check is not null;

    /// <summary>True when the rule has something to judge where there is a feature of the type.</summary>
    public bool IsAbout(FeatureType type) => about is not null && Array.Exists(about, setting => type.IndexOf(setting) >= 0);

    /// <summary>Judges a service; a rule that its host judges does nothing here.</summary>
    public void Check(Inspection inspection) => check?.Invoke(inspection);

    public override string ToString() => Id;

    // Feature by feature, so that the findings have the order of the service.
    private Rule EachValue(Setting[] settings, Func<AddressedFeature, Setting, Violation?> judge) => new(
        Severity,
        Id,
        Title,
        service =>
        {
            foreach (var feature in service.All(settings))
            {
                foreach (var setting in settings)
                {
                    if (feature.Feature.Value(setting) is not null && judge(feature, setting) is { } violation)
                        service.Report(feature.At(setting), violation.Message, violation.Fix);
                }
            }
        },
        settings);
}
