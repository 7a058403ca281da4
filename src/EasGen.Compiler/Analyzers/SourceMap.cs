using EasGen.Compiler.Declared;
using EasGen.Core;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Analyzers;

/// <summary>Where something stands in the code.</summary>
/// <param name="Location">The value, else the attribute, else the class.</param>
/// <param name="Missing">The name of the setting, when it is the attribute that could say it but does not.</param>
internal readonly record struct Place(Location Location, string? Missing = null);

/// <summary>Finds the place in the code that says what stands at a JSON pointer.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Room), Location> attributes = [];
    private readonly Place whole;

    public SourceMap(INamedTypeSymbol type, Service service, List<DeclaredFeature> declared, CancellationToken cancellation)
    {
        whole = new(type.Locations[0]);
        // Both lists are in the order of the catalog, but completion may have added features that nobody wrote.
        var written = Catalog.InOrder(declared, static item => item.Feature).GroupBy(static item => item.Feature.Room)
            .ToDictionary(static group => group.Key, static group => new Queue<AttributeData?>(group.Select(static item => item.Attribute)));
        foreach (var placed in Placement.Of(service))
        {
            if (written.TryGetValue(placed.Feature.Room, out var queue) && queue.Count > 0 && queue.Dequeue()?.ApplicationSyntaxReference is { } reference)
                Add(placed, (AttributeSyntax)reference.GetSyntax(cancellation));
        }
    }

    /// <summary>The argument that says it, else the attribute it belongs to, else the class.</summary>
    public Place Find(string pointer)
    {
        foreach (var at in JsonPointer.AndAbove(pointer))
        {
            if (places.TryGetValue(at, out var place))
                return place;
        }
        return places.TryGetValue("/metadata/name", out var name) ? name with { Missing = null } : whole;
    }

    /// <summary>The attribute of that kind at that place; null when there is none.</summary>
    public Location? Attribute(string pointer, Room room) => attributes.TryGetValue((pointer, room), out var location) ? location : null;

    private void Add(Placed placed, AttributeSyntax attribute)
    {
        attributes[(placed.Pointer, placed.Feature.Room)] = attribute.GetLocation();
        if (placed.Feature.Room == RawSetting.Room)
            places[RawSetting.Whole(placed)] = new(attribute.GetLocation());
        if (placed.Pointer.Length > 0 && (placed.Feature.Room != RawSetting.Room || !places.ContainsKey(placed.Pointer)))
            places[placed.Pointer] = new(attribute.GetLocation());
        foreach (var row in placed.Feature.Room.Rows)
        {
            // What stands in two places is reported at the second, which is the one too many.
            if (Argument(attribute, row, placed.Feature.Room) is { } argument)
                places[placed.At(row)] = new(argument.Expression.GetLocation());
            else if (row is MarkRow)
                AddMark(placed, row, attribute);
            else if (!places.ContainsKey(placed.At(row)))
                places[placed.At(row)] = new(attribute.Name.GetLocation(), row.Name);
        }
    }

    // The attribute says it by being there, where another may only say it.
    private void AddMark(Placed placed, Row mark, AttributeSyntax attribute)
    {
        if (placed.Feature.Value(mark) is not null)
            places[placed.At(mark)] = new(attribute.Name.GetLocation());
    }

    // Positional arguments follow the constructors of the attributes, whose parameters are the first rows of the room.
    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, Row row, Room room)
    {
        if (attribute.ArgumentList is not { } list)
            return null;
        var parameters = room.Rows;
        if (room.Parts > 0 && list.Arguments.Count(static argument => argument.NameEquals is null) > room.Arguments)
        {
            // What the parts make up together is shown at the last of them.
            parameters = room.Form(inParts: true);
            row = Array.IndexOf(parameters, row) >= 0 ? row : parameters[parameters.Length - 1];
        }
        foreach (var argument in list.Arguments)
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (string.Equals(name, row.Name, StringComparison.OrdinalIgnoreCase))
                return argument;
        }
        var index = Array.IndexOf(parameters, row);
        return index >= 0 && index < list.Arguments.Count && list.Arguments[index] is { NameEquals: null, NameColon: null } positional ? positional : null;
    }
}
