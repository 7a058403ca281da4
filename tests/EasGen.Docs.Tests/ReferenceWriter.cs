using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EasGen.Core;
using EasGen.Core.Rooms;

namespace EasGen.Docs.Tests;

/// <summary><c>docs/reference.md</c>: every setting, from the rows and from the XML docs of the attributes.</summary>
internal static partial class ReferenceWriter
{
    private const string Columns = "JSON | Type | Unit | Default | Allowed | Rules | Source";

    public static string Write() => new StringBuilder()
        .Append(Introduction)
        .Append("\n## By the parameter of the console\n\n")
        .Append("| Console parameter | Attribute and property | ").Append(Columns).Append(" |\n|---|---|---|---|---|---|---|---|---|\n")
        .AppendJoin("", ConsoleParameters.All.SelectMany(ConsoleRows))
        .Append("\n## By attribute\n")
        .AppendJoin("", Catalog.Rooms.Select(Section))
        .ToString();

    private static string Introduction => """
        # Reference

        Every setting of a PAI-EAS service that EasGen knows: where the console shows it, which attribute says it, where it stands in the
        service JSON. This page is generated from the rows of the model and from the XML docs of the attributes; the tests keep it true.

        * **Default** is what holds when nobody sets it. What EasGen does not write is left to EAS.
        * **Allowed** is what the rules of the kind *error* accept of a single value. A placeholder `${NAME}` is accepted in every text.
        * **Source**: P = help page *parameters of model services*; P23, P26 = its versions of 2023 and 2026; SEED = console page *parameters for custom
          deployment*; API = API reference 2021-07-01; PUB = public resources; GPU = GPU slicing; HC = health check; RU = rolling updates; MS = mount
          storage; AS = automatic scaling; AQ = asynchronous inference; LR = LLM router; DI = distributed inference; EJ = scalable job; MC = model cache;
          BP = built-in processors; SDW = Stable Diffusion WebUI; SK, SKD = Alibaba Cloud's AI-ops skills; SDK = PAI Python SDK; TER, ER = (Torch)EasyRec
          docs; ROS, TFM = official templates; RAG = PAI-RAG guide; 3P = public configurations of others.

        """;

    private static IEnumerable<string> ConsoleRows(ConsoleParameter parameter)
    {
        var settings = Catalog.Rooms.SelectMany(static room => room.Rows.Select(row => (Room: room, Row: row))).Where(setting => IsPartOf(parameter, setting.Room, setting.Row)).ToArray();
        foreach (var (room, row) in settings)
            yield return $"| {parameter.Name} | {Said(room, row)} | {Cells(room, row)} |\n";
        if (parameter.Remark.Length > 0)
            yield return $"| {parameter.Name} | {parameter.Remark} | | | | | | | |\n";
    }

    private static string Section(Room room) =>
        $"\n### {room.Attribute}\n\n{XmlDocs.Of(room)}\n\n| Setting | Meaning | {Columns} |\n|---|---|---|---|---|---|---|---|---|\n"
        + string.Concat(room.Rows.Select(row => $"| {(row is MarkRow ? "" : $"`{row.Name}`")} | {Meaning(room, row)} | {Cells(room, row)} |\n"));

    private static string Meaning(Room room, Row row) => row is MarkRow ? "Written because the attribute is there." : Escaped(XmlDocs.Of(room, row).Meaning);

    // The mount path is a part of every mount, whatever the console calls that.
    private static bool IsPartOf(ConsoleParameter parameter, Room room, Row row) =>
        row.Console == parameter.Name || (row == Mount.MountPath && room.Rows.Any(other => other.Console == parameter.Name));

    private static string Said(Room room, Row row) => row is MarkRow ? $"`{room.Attribute}`" : $"`{room.Attribute}.{row.Name}`";

    private static string Cells(Room room, Row row)
    {
        var docs = row is MarkRow ? new("", "", "", "", "") : XmlDocs.Of(room, row);
        return string.Join(" | ", Place(room, row), Kind(row), Unit(row), Escaped(docs.Default), Escaped(Allowed(row)), Rules(row, docs), docs.Source);
    }

    /// <summary>The place in the JSON as people write it: <c>storage[].oss.path</c>.</summary>
    public static string Place(Room room, Row row)
    {
        if (row.Path is null)
            return "";
        var segments = room.AnchorSegments.Concat(row.Path == Row.Key ? [] : row.PathSegments).ToArray();
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            text.Append(segment switch
            {
                "*" or "#" => "[]",
                Row.Key => text.Length == 0 ? "*" : ".*",
                _ => (text.Length == 0 ? "" : ".") + (segment.Contains('.', StringComparison.Ordinal) ? $"\"{segment}\"" : segment),
            });
        }
        return $"`{text}`";
    }

    private static string Kind(Row row) => row switch
    {
        SizeRow size => $"text, `\"40{size.Unit}\"`",
        IntegerRow or NumberRow { Whole: true } => "whole number",
        NumberRow => "number",
        SwitchRow { On.Kind: JsonKind.Switch } => "switch",
        SwitchRow other => $"switch, `{other.On}` or `{other.Off}`",
        AmountRow => "count or percentage",
        ListRow => "list of texts",
        ChoiceRow => "choice",
        MarkRow mark => $"`{JsonText.Quote(mark.Text)}`",
        OpaqueRow => "text or object",
        ValueRow => "any JSON",
        TextRow { Prefix.Length: > 0 } text => $"text, `\"{text.Prefix}…\"`",
        _ => "text",
    };

    private static string Unit(Row row) => row switch
    {
        SizeRow => "GiB",
        NumberRow { Scale: 1000 } => "s (JSON: ms)",
        _ => Units().Match(row.Name).Value switch
        {
            "MB" => "MB",
            "GB" => "GB",
            "Milliseconds" => "ms",
            "Seconds" => "s",
            "Percentage" => "%",
            _ => "",
        },
    };

    private static string Allowed(Row row) => row switch
    {
        ChoiceRow choice => string.Join(", ", choice.Choices.Select(static text => $"`{text}`")),
        BoundedRow bounded => Bounds(bounded),
        TextRow { Pattern: { } pattern } => $"`{pattern}`",
        SwitchRow or AmountRow or MarkRow or OpaqueRow or ListRow => "",
        _ => "",
    };

    private static string Bounds(BoundedRow row)
    {
        var least = double.IsInfinity(row.Minimum) ? "" : (row.MinimumExcluded ? "> " : "≥ ") + row.Minimum.ToString(CultureInfo.InvariantCulture);
        var most = double.IsInfinity(row.Maximum) ? "" : "≤ " + row.Maximum.ToString(CultureInfo.InvariantCulture);
        var taken = row is IntegerRow { Reserved.Length: > 0 } integer ? "not " + string.Join(", ", integer.Reserved) : "";
        return string.Join(", ", new[] { least, most, taken }.Where(static part => part.Length > 0));
    }

    private static string Rules(Row row, SettingDocs docs) => string.Join(", ", Catalog.Rules.Where(rule => rule.Rows.Contains(row)).Select(static rule => rule.Id)
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
