namespace EasGen.Core.Features;

/// <summary>A metric that the program reports itself, by which the service can scale.</summary>
internal static class CustomMetric
{
    public static readonly StringSetting Name = new("Name", "name");
    public static readonly StringSetting Tag = new("Tag", "tags");

    private static readonly LazyRegex Form = new(@"^custom\[(?<name>[^\[\]]+)\]@(?<tag>[^\[\]@]+)\[(?<value>[^\[\]]+)\]\z");

    public static readonly Rule EAS0667_MetricIsDeclared = Rule.Warning("EAS0667", "Custom metric has no name or is declared twice")
        .When(Name, static service =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var metric in service.All(Name))
            {
                if (string.IsNullOrWhiteSpace(metric[Name]))
                    service.Report(metric.At(Name), "The custom metric has no name; give it the name under which the program reports it");
                else if (!seen.Add(metric[Name]!))
                    service.Report(metric.At(Name), $"The custom metric '{metric[Name]}' is declared twice; keep one of them", Fix.Remove);
            }
        });

    public static readonly Rule EAS0668_ProgramReports = Rule.Warning("EAS0668", "Custom metric of a built-in processor")
        .When(Name, static service =>
        {
            if (service.One(Name) is not { } metric || service.Has(Container.FeatureType) || CustomProcessor.IsIn(service))
                return;
            if (Processor.IsIn(service))
                service.Report(
                    metric.Pointer,
                    "A built-in processor cannot report custom metrics; remove this one, or deploy an image",
                    Fix.Remove);
        });

    public static readonly Rule EAS0669_ScalingMetricIsDeclared = Rule.Warning("EAS0669", "Scaling by a custom metric that is not declared")
        .When(static service =>
        {
            var metrics = service.All(Name).Where(static metric => !string.IsNullOrWhiteSpace(metric[Name])).ToArray();
            if (metrics.Any(static metric => Placeholder.IsIn(metric[Name]!)))
                return;
            foreach (var scaling in ScalingMetric.All(service))
            {
                if (Parts(ScalingMetric.NameOf(scaling)) is { } used && Judge(used.Name, used.Tag, metrics) is { } violation)
                    service.Report(ScalingMetric.Place(scaling), violation);
            }
        });

    public static readonly FeatureType FeatureType = new("CustomMetric", "/metrics/*", [Name, Tag]) { Arguments = 1 };

    public static readonly Rule[] Rules =
    [
        EAS0667_MetricIsDeclared, EAS0668_ProgramReports, EAS0669_ScalingMetricIsDeclared,
    ];

    /// <summary>The parts of <c>custom[name]@tag[value]</c>; null for any other name of a metric.</summary>
    public static (string Name, string Tag)? Parts(string? metric) => metric is not null && Form.Match(metric) is { Success: true } match
        ? (match.Groups["name"].Value, match.Groups["tag"].Value)
        : null;

    private static Message? Judge(string name, string tag, AddressedFeature[] metrics)
    {
        var declared = Array.FindAll(metrics, metric => metric[Name] == name);
        if (declared.Length > 0)
            return declared[0][Tag] is { } other && (other == tag
                || Placeholder.IsIn(other)) ? null : OtherTag(name, tag, declared[0][Tag]);
        if (metrics.Length == 0)
            return $"The service scales by the custom metric '{name}' but does not declare it; add {Example(name, tag)}";
        var names = string.Join(", ", metrics.Select(static metric => metric[Name]));
        return $"The service scales by the custom metric '{name}' but declares only {names}; declare it too, or use a declared one";
    }

    private static Message OtherTag(string name, string tag, string? declared)
    {
        var other = string.IsNullOrEmpty(declared) ? "without a tag" : $"with the tag '{declared}'";
        return $"The service scales by the tag '{tag}' of the custom metric '{name}', which is declared {other}; use the same tag in both";
    }

    private static Wording Example(string name, string tag) => new(
        $"[{AttributeText.Of(new Feature(FeatureType, [name, tag]))}]",
        $"{{\"name\": {JsonText.Quote(name)}, \"tags\": {JsonText.Quote(tag)}}} to 'metrics'");
}
