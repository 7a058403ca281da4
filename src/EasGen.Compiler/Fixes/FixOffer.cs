using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Fixes;

/// <summary>Turns the fix of a finding into a change of the code, where the place allows it and a trial shows that it helps.</summary>
internal sealed class FixOffer(AnnotatedClass annotated, SourceMap map)
{
    private readonly FixTrial trial = new(annotated);

    /// <summary>The change, and a second place that it needs; null when there is none to offer.</summary>
    public (ImmutableDictionary<string, string?> Change, Location? Target)? For(Finding finding, Place place) => finding.Fix switch
    {
        null => null,
        { Value: Typed typed } fix => place.Kind == PlaceKind.Attribute ? Move(finding.Rule, fix.Title, place, typed) : null,
        { Value: null } fix => Remove(finding.Rule, fix.Title, place),
        var fix => Set(finding.Rule, fix.Title, place, fix.Value),
    };

    // A literal takes the place of an expression, or becomes an argument that is missing; never that of an attribute.
    private (ImmutableDictionary<string, string?>, Location?)? Set(Rule rule, string title, Place place, object value)
    {
        if (place is not { Row: { } row, Kind: PlaceKind.Property or PlaceKind.Positional or PlaceKind.Missing }
            || row.FromArgument(value) is not { } right)
            return null;
        var room = annotated.Declared[place.Feature].Feature.Room;
        if (place.Kind == PlaceKind.Missing && room.IndexOf(row) < room.Arguments + room.Parts)
            return null;
        if (!trial.Helps(rule, features => features[place.Feature] = features[place.Feature].With(row, right)))
            return null;
        var literal = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false);
        return (place.Kind == PlaceKind.Missing
            ? FixProperties.Add(title, $"{row.Name} = {literal}")
            : FixProperties.Replace(title, literal), null);
    }

    // A positional argument goes with its attribute, which is nothing without it.
    private (ImmutableDictionary<string, string?>, Location?)? Remove(Rule rule, string title, Place place)
    {
        if (place.Kind is PlaceKind.Around or PlaceKind.Missing)
            return null;
        return trial.Helps(rule, features => Take(features, place)) ? (FixProperties.Remove(title), null) : null;
    }

    // Into the attribute that is there already, or in place of the raw setting.
    private (ImmutableDictionary<string, string?>, Location?)? Move(Rule rule, string title, Place place, Typed typed)
    {
        var feature = typed.Features[0];
        if (map.Attribute(typed.Place, feature.Room) is not { } target)
        {
            return trial.Helps(rule, features => features[place.Feature] = feature)
                ? (FixProperties.Rewrite(title, AttributeText.Of(feature)), null)
                : null;
        }
        var arguments = string.Join(", ", AttributeText.Named(feature));
        var said = feature.Room.Rows.Where(row => feature.Value(row) is not null).ToArray();
        var there = annotated.Declared[target.Feature].Feature;
        if (arguments.Length == 0 || said.Any(row => there.Value(row) is not null))
            return null;
        return trial.Helps(rule, features =>
        {
            features[target.Feature] = said.Aggregate(features[target.Feature], (joined, row) => joined.With(row, feature.Value(row)));
            features.RemoveAt(place.Feature);
        })
            ? (FixProperties.Add(title, arguments), target.Location)
            : null;
    }

    private static void Take(List<Feature> features, Place place)
    {
        if (place is { Kind: PlaceKind.Property, Row: { } row })
            features[place.Feature] = features[place.Feature].With(row, null);
        else
            features.RemoveAt(place.Feature);
    }
}
