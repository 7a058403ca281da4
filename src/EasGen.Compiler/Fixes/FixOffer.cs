using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Core.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Fixes;

/// <summary>Turns the fix of a finding into a change of the code, where the place allows it and a trial shows that it helps.</summary>
internal sealed class FixOffer(AnnotatedClass annotated, SourceMap map)
{
    private readonly FixTrial trial = new(annotated);

    /// <summary>The change, and a second place that it needs; null when there is none to offer.</summary>
    public (ImmutableDictionary<string, string?> Change, Location? Target)? For(
        Finding finding,
        SettingLocation place) => finding.Fix switch
        {
            null => null,
            { Value: TypedEquivalent typed } fix => place.Kind == SettingLocationKind.Attribute
                ? Move(finding.Rule, fix.Title, place, typed)
                : null,
            { Value: null } fix => Remove(finding.Rule, fix.Title, place),
            var fix => Set(finding.Rule, fix.Title, place, fix.Value),
        };

    // A literal takes the place of an expression, or becomes an argument that is missing; never that of an attribute.
    private (ImmutableDictionary<string, string?>, Location?)? Set(Rule rule, string title, SettingLocation place, object value)
    {
        if (place.Setting is not { } setting
            || place.Kind is not (SettingLocationKind.Property or SettingLocationKind.Positional or SettingLocationKind.Missing)
            || setting.FromArgument(value) is not { } right)
            return null;
        var type = annotated.Declared[place.Feature].Type;
        if (place.Kind == SettingLocationKind.Missing && type.IndexOf(setting) < type.Arguments + type.Parts)
            return null;
        if (!trial.Helps(rule, features => features[place.Feature] = features[place.Feature].With(setting, right)))
            return null;
        var literal = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false);
        return (place.Kind == SettingLocationKind.Missing
            ? FixProperties.Add(title, $"{setting.Name} = {literal}")
            : FixProperties.Replace(title, literal), null);
    }

    // A positional argument goes with its attribute, which is nothing without it.
    private (ImmutableDictionary<string, string?>, Location?)? Remove(Rule rule, string title, SettingLocation place)
    {
        if (place.Kind is SettingLocationKind.Around or SettingLocationKind.Missing)
            return null;
        return trial.Helps(rule, features => Take(features, place)) ? (FixProperties.Remove(title), null) : null;
    }

    // Into the attribute that is there already, or in place of the raw setting.
    private (ImmutableDictionary<string, string?>, Location?)? Move(Rule rule, string title, SettingLocation place, TypedEquivalent typed)
    {
        var feature = typed.Features[0];
        if (map.Attribute(typed.Place, feature.Type) is not { } target)
        {
            return trial.Helps(rule, features => features[place.Feature] = feature)
                ? (FixProperties.Rewrite(title, AttributeText.Of(feature)), null)
                : null;
        }
        var arguments = string.Join(", ", AttributeText.Named(feature));
        var said = feature.Type.Settings.Where(setting => feature.Value(setting) is not null).ToArray();
        var there = annotated.Declared[target.Feature].Feature;
        if (arguments.Length == 0 || said.Any(setting => there.Value(setting) is not null))
            return null;
        return trial.Helps(rule, features =>
        {
            features[target.Feature] = said.Aggregate(
                features[target.Feature],
                (joined, setting) => joined.With(setting, feature.Value(setting)));
            features.RemoveAt(place.Feature);
        })
            ? (FixProperties.Add(title, arguments), target.Location)
            : null;
    }

    private static void Take(List<Feature> features, SettingLocation place)
    {
        if (place is { Kind: SettingLocationKind.Property, Setting: { } setting })
            features[place.Feature] = features[place.Feature].With(setting, null);
        else
            features.RemoveAt(place.Feature);
    }
}
