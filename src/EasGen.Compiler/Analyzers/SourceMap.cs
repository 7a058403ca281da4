using EasGen.Compiler.Declared;
using EasGen.Core;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Analyzers;

/// <summary>Finds the place in the code that says what stands at a JSON pointer.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Room), Place> attributes = [];
    private readonly Place whole;

    public SourceMap(AnnotatedClass annotated, CancellationToken cancellation)
    {
        whole = new(SourceOrder.PlaceOf(annotated.Type));
        var placed = Placement.Of(annotated.Service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (annotated.OriginOf(i) is >= 0 and var origin
                && annotated.Declared[origin].Attribute?.ApplicationSyntaxReference is { } reference)
                Add(placed[i], origin, (AttributeSyntax)reference.GetSyntax(cancellation));
        }
    }

    /// <summary>The argument that says it, else the attribute it belongs to, else the class.</summary>
    public Place Find(string pointer)
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
    public Place? Attribute(string pointer, Room room) => attributes.TryGetValue((pointer, room), out var place) ? place : null;

    private void Add(Placed placed, int origin, AttributeSyntax attribute)
    {
        var room = placed.Feature.Room;
        var itself = new Place(attribute.GetLocation(), PlaceKind.Attribute, origin);
        attributes[(placed.Pointer, room)] = itself;
        if (room == RawSetting.Room)
            places[RawSetting.Whole(placed)] = itself;
        if (placed.Pointer.Length > 0 && (room != RawSetting.Room || !places.ContainsKey(placed.Pointer)))
            places[placed.Pointer] = itself;
        foreach (var row in room.Rows)
        {
            // What stands in two places is reported at the second, which is the one too many.
            if (Argument(attribute, row, room) is { } argument)
                places[placed.At(row)] = IsMadeUp(attribute, row, room) ? new(argument.Expression.GetLocation()) : new(
                    argument.Expression.GetLocation(),
                    argument.NameEquals is null ? PlaceKind.Positional : PlaceKind.Property,
                    origin,
                    row);
            else if (row is MarkRow)
                AddMark(placed, row, itself with { Location = attribute.Name.GetLocation() });
            else if (!places.ContainsKey(placed.At(row)))
                places[placed.At(row)] = new(attribute.Name.GetLocation(), PlaceKind.Missing, origin, row);
        }
    }

    // The attribute says it by being there, where another may only say it.
    private void AddMark(Placed placed, Row mark, Place attribute)
    {
        if (placed.Feature.Value(mark) is not null)
            places[placed.At(mark)] = attribute;
    }

    // Positional arguments follow the constructors of the attributes, whose parameters are the first rows of the room.
    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, Row row, Room room)
    {
        if (attribute.ArgumentList is not { } list)
            return null;
        var parameters = IsInParts(attribute, room) ? room.Form(inParts: true) : room.Rows;
        // What the parts make up together is shown at the last of them.
        if (IsMadeUp(attribute, row, room))
            row = parameters[parameters.Length - 1];
        foreach (var argument in list.Arguments)
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (string.Equals(name, row.Name, StringComparison.OrdinalIgnoreCase))
                return argument;
        }
        var index = Array.IndexOf(parameters, row);
        return index >= 0
            && index < list.Arguments.Count
            && list.Arguments[index] is { NameEquals: null, NameColon: null } positional ? positional : null;
    }

    private static bool IsInParts(AttributeSyntax attribute, Room room) =>
        room.Parts > 0 && attribute.ArgumentList?.Arguments.Count(static argument => argument.NameEquals is null) > room.Arguments;

    // True for a setting that no argument says alone.
    private static bool IsMadeUp(AttributeSyntax attribute, Row row, Room room) =>
        IsInParts(attribute, room) && Array.IndexOf(room.Form(inParts: true), row) < 0;
}
