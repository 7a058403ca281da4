using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;

namespace EasGen.Docs;

/// <summary><c>docs/reference.md</c>: every setting, from the model and from the XML docs of the attributes.</summary>
internal static partial class ReferencePage
{
    private const string Columns = "JSON | Type | Unit | Default | Allowed | Rules | Source";

    public static string Write() => new StringBuilder()
        .Append(Introduction)
        .Append("\n## By the parameter of the console\n\n")
        .Append("| Console parameter | Attribute and property | ").Append(Columns).Append(" |\n|---|---|---|---|---|---|---|---|---|\n")
        .AppendJoin("", ConsolePage.Parameters.SelectMany(ConsoleRows))
        .Append("\n## By attribute\n")
        .AppendJoin("", FeatureCatalog.Types.Select(Section))
        .ToString();

    private static string Introduction => """
        # Reference

        Every setting of a PAI-EAS service that EasGen knows: where the console shows it, which attribute says it, where it stands in the
        service JSON. This page is generated from the settings of the model and from the XML docs of the attributes; the tests keep it true.

        * **Default** is what holds when nobody sets it. What EasGen does not write is left to EAS.
        * **Allowed** is what the rules of the kind *error* accept of a single value. A placeholder `${NAME}` is accepted in every text.
        * **Source**: P = help page *parameters of model services*; P23, P26 = its versions of 2023 and 2026; SEED = console
          page *parameters for custom deployment*; API = API reference 2021-07-01; PUB = public resources; GPU = GPU
          slicing; HC = health check; RU = rolling updates; MS = mount storage; AS = automatic scaling; AQ = asynchronous
          inference; LR = LLM router; DI = distributed inference; EJ = scalable job; MC = model cache; BP = built-in
          processors; SDW = Stable Diffusion WebUI; SK, SKD = Alibaba Cloud's AI-ops skills; SDK = PAI Python SDK; TER, ER =
          (Torch)EasyRec docs; ROS, TFM = official templates; RAG = PAI-RAG guide; 3P = public configurations of others.

        """;

    private static IEnumerable<string> ConsoleRows(ConsoleParameter parameter)
    {
        var settings = FeatureCatalog.Types.SelectMany(static type =>
            type.Settings.Select(setting => (Type: type, Setting: setting))).Where(setting =>
                IsPartOf(parameter, setting.Type, setting.Setting)).ToArray();
        foreach (var (type, setting) in settings)
            yield return $"| {parameter.Name} | {Wording(type, setting)} | {Cells(type, setting)} |\n";
        if (parameter.Remark.Length > 0)
            yield return $"| {parameter.Name} | {parameter.Remark} | | | | | | | |\n";
    }

    private static string Section(FeatureType type) =>
        $"\n### {type.Attribute}\n\n{XmlDocs.Of(type)}\n\n| Setting | Meaning | {Columns} |\n|---|---|---|---|---|---|---|---|---|\n"
        + string.Concat(type.Settings.Select(setting =>
            $"| {(setting is ConstantSetting ? "" : $"`{setting.Name}`")} | {Meaning(type, setting)} | {Cells(type, setting)} |\n"));

    private static string Meaning(FeatureType type, Setting setting) =>
        setting is ConstantSetting ? "Written because the attribute is there." : Escaped(XmlDocs.Of(type, setting).Meaning);

    // The mount path is a part of every mount, whatever the console calls that.
    private static bool IsPartOf(ConsoleParameter parameter, FeatureType type, Setting setting) =>
        setting.Console == parameter.Name || (setting == Mount.MountPath && type.Settings.Any(other => other.Console == parameter.Name));

    private static string Wording(FeatureType type, Setting setting) =>
        setting is ConstantSetting ? $"`{type.Attribute}`" : $"`{type.Attribute}.{setting.Name}`";

    private static string Cells(FeatureType type, Setting setting)
    {
        var docs = setting is ConstantSetting ? new("", "", "", "", "") : XmlDocs.Of(type, setting);
        return string.Join(
            " | ",
            Place(type, setting),
            Kind(setting),
            Unit(setting),
            Escaped(docs.Default),
            Escaped(Allowed(setting)),
            Rules(setting, docs),
            docs.Source);
    }

    /// <summary>The place in the JSON as people write it: <c>storage[].oss.path</c>.</summary>
    public static string Place(FeatureType type, Setting setting)
    {
        if (setting.Path is null)
            return "";
        var segments = type.AnchorSegments.Concat(setting.Path == Setting.Key ? [] : setting.PathSegments).ToArray();
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            text.Append(segment switch
            {
                "*" or "#" => "[]",
                Setting.Key => text.Length == 0 ? "*" : ".*",
                _ => (text.Length == 0 ? "" : ".") + (segment.Contains('.', StringComparison.Ordinal) ? $"\"{segment}\"" : segment),
            });
        }
        return $"`{text}`";
    }

    private static string Kind(Setting setting) => setting switch
    {
        SizeSetting size => $"text, `\"40{size.Unit}\"`",
        IntegerSetting or NumberSetting { Whole: true } => "whole number",
        NumberSetting => "number",
        BooleanSetting { On.Kind: JsonKind.Boolean } => "switch",
        BooleanSetting other => $"switch, `{other.On}` or `{other.Off}`",
        CountOrPercentSetting => "count or percentage",
        ArraySetting => "list of texts",
        EnumSetting => "choice",
        ConstantSetting mark => $"`{JsonText.Quote(mark.Text)}`",
        JsonSetting => "text or object",
        AnySetting => "any JSON",
        StringSetting { Prefix.Length: > 0 } text => $"text, `\"{text.Prefix}…\"`",
        _ => "text",
    };

    private static string Unit(Setting setting) => setting switch
    {
        SizeSetting => "GiB",
        NumberSetting { Scale: 1000 } => "s (JSON: ms)",
        _ => Units().Match(setting.Name).Value switch
        {
            "MB" => "MB",
            "GB" => "GB",
            "Milliseconds" => "ms",
            "Seconds" => "s",
            "Percentage" => "%",
            _ => "",
        },
    };

    private static string Allowed(Setting setting) => setting switch
    {
        EnumSetting choice => string.Join(", ", choice.Choices.Select(static text => $"`{text}`")),
        BoundedSetting bounded => Bounds(bounded),
        StringSetting { Pattern: { } pattern } => $"`{pattern}`",
        BooleanSetting or CountOrPercentSetting or ConstantSetting or JsonSetting or ArraySetting => "",
        _ => "",
    };

    private static string Bounds(BoundedSetting setting)
    {
        var least = double.IsInfinity(setting.Minimum)
            ? ""
            : (setting.MinimumExcluded ? "> " : "≥ ") + setting.Minimum.ToString(CultureInfo.InvariantCulture);
        var most = double.IsInfinity(setting.Maximum) ? "" : "≤ " + setting.Maximum.ToString(CultureInfo.InvariantCulture);
        var taken = setting is IntegerSetting { Reserved.Length: > 0 } integer ? "not " + string.Join(", ", integer.Reserved) : "";
        return string.Join(", ", new[] { least, most, taken }.Where(static part => part.Length > 0));
    }

    private static string Rules(Setting setting, SettingDocs docs) =>
        string.Join(", ", ServiceRules.All.Where(rule => rule.Settings.Contains(setting)).Select(static rule => rule.Id)
        .Concat(Ids().Matches(docs.All).Select(static id => id.Value))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(static id => $"[{id}](rules/{id}.md)"));

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("(?:MB|GB|Milliseconds|Seconds|Percentage)$")]
    private static partial Regex Units();

    [GeneratedRegex(@"EAS\d{4}")]
    private static partial Regex Ids();
}
