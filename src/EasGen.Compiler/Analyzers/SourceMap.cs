using EasGen.Compiler.Declared;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Analyzers;

/// <summary>Finds the place in the code that says what stands at a JSON pointer.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, SettingLocation> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, FeatureType), SettingLocation> attributes = [];
    private readonly SettingLocation whole;

    public SourceMap(AnnotatedClass annotated, CancellationToken cancellation)
    {
        whole = new(SourceOrder.PlaceOf(annotated.Type));
        var placed = Addressing.Of(annotated.Service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (annotated.OriginOf(i) is >= 0 and var origin
                && annotated.Declared[origin].Attribute?.ApplicationSyntaxReference is { } reference
                && reference.SyntaxTree.IsInProjectOf(annotated.Type))
                Add(placed[i], origin, (AttributeSyntax)reference.GetSyntax(cancellation));
        }
    }

    /// <summary>The argument that says it, else the attribute it belongs to, else the class.</summary>
    public SettingLocation Find(string pointer)
    {
        if (places.TryGetValue(pointer, out var exact))
            return exact;
        foreach (var at in JsonPointer.AndAbove(pointer))
        {
            if (places.TryGetValue(at, out var around))
                return new(around.Location);
        }
        return places.TryGetValue("/metadata/name", out var name) ? new(name.Location) : whole;
    }

    /// <summary>The attribute of that kind at that place; null when there is none.</summary>
    public SettingLocation? Attribute(string pointer, FeatureType type) =>
        attributes.TryGetValue((pointer, type), out var place) ? place : null;

    private void Add(AddressedFeature placed, int origin, AttributeSyntax attribute)
    {
        var type = placed.Type;
        var itself = new SettingLocation(attribute.GetLocation(), SettingLocationKind.Attribute, origin);
        attributes[(placed.Pointer, type)] = itself;
        if (type == RawSetting.FeatureType)
            places[RawSetting.Whole(placed)] = itself;
        if (placed.Pointer.Length > 0 && (type != RawSetting.FeatureType || !places.ContainsKey(placed.Pointer)))
            places[placed.Pointer] = itself;
        foreach (var setting in type.Settings)
        {
            // What stands in two places is reported at the second, which is the one too many.
            if (Argument(attribute, setting, type) is { } argument)
                places[placed.At(setting)] = IsMadeUp(attribute, setting, type) ? new(argument.Expression.GetLocation()) : new(
                    argument.Expression.GetLocation(),
                    argument.NameEquals is null ? SettingLocationKind.Positional : SettingLocationKind.Property,
                    origin,
                    setting);
            else if (setting is ConstantSetting)
                AddMark(placed, setting, itself with { Location = attribute.Name.GetLocation() });
            else if (!places.ContainsKey(placed.At(setting)))
                places[placed.At(setting)] = new(attribute.Name.GetLocation(), SettingLocationKind.Missing, origin, setting);
        }
    }

    // The attribute says it by being there, where another may only say it.
    private void AddMark(AddressedFeature placed, Setting mark, SettingLocation attribute)
    {
        if (placed.Feature.Value(mark) is not null)
            places[placed.At(mark)] = attribute;
    }

    // Positional arguments follow the constructors of the attributes, whose parameters are the first settings of the feature type.
    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, Setting setting, FeatureType type)
    {
        if (attribute.ArgumentList is not { } list)
            return null;
        var parameters = IsInParts(attribute, type) ? type.Form(inParts: true) : type.Settings;
        // What the parts make up together is shown at the last of them.
        if (IsMadeUp(attribute, setting, type))
            setting = parameters[parameters.Length - 1];
        foreach (var argument in list.Arguments)
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (string.Equals(name, setting.Name, StringComparison.OrdinalIgnoreCase))
                return argument;
        }
        var index = Array.IndexOf(parameters, setting);
        return index >= 0
            && index < list.Arguments.Count
            && list.Arguments[index] is { NameEquals: null, NameColon: null } positional ? positional : null;
    }

    private static bool IsInParts(AttributeSyntax attribute, FeatureType type) =>
        type.Parts > 0 && attribute.ArgumentList?.Arguments.Count(static argument => argument.NameEquals is null) > type.Arguments;

    // True for a setting that no argument says alone.
    private static bool IsMadeUp(AttributeSyntax attribute, Setting setting, FeatureType type) =>
        IsInParts(attribute, type) && Array.IndexOf(type.Form(inParts: true), setting) < 0;
}
