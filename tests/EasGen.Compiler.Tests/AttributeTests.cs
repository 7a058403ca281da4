using EasGen.Core;
using EasGen.Testing;

namespace EasGen.Compiler.Tests;

/// <summary>An option is said twice, as a row and as a property; here the two are held together.</summary>
public class AttributeTests
{
    public static TheoryData<string> Rooms => [.. Catalog.Rooms.Select(static room => room.Attribute)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_row_is_a_property_of_its_type(string attribute)
    {
        var room = Catalog.Find(attribute)!;

        Assert.Equal(
            room.Rows.Where(static row => row is not MarkRow).Select(static row => (row.Name, TypeOf(row))).Order(),
            AttributeOf(room).GetProperties().Where(static property => property.DeclaringType != typeof(Attribute)).Select(static property => (property.Name, property.PropertyType.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void What_the_constructor_takes_is_a_row_and_cannot_be_set_twice(string attribute)
    {
        var type = AttributeOf(Catalog.Find(attribute)!);
        var constructed = type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Select(static parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var property in type.GetProperties().Where(static property => property.DeclaringType != typeof(Attribute)))
            Assert.Equal(constructed.Contains(property.Name), property.SetMethod is null);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_constructor_takes_the_first_rows(string attribute)
    {
        var room = Catalog.Find(attribute)!;
        var constructors = AttributeOf(room).GetConstructors().Select(static constructor => constructor.GetParameters().Select(static parameter => parameter.Name).ToArray()).ToArray();

        Assert.Contains(constructors, parameters => parameters.Length == room.Arguments);
        Assert.All(constructors, parameters => Assert.Equal(
            room.Rows
                .Skip(room.Parts > 0 && parameters.Length == room.Parts ? room.Arguments : 0)
                .Take(parameters.Length)
                .Select(static row => row.Name),
            parameters,
            StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_constructor_takes_nothing_where_nothing_is_asked(string attribute)
    {
        var room = Catalog.Find(attribute)!;

        Assert.Equal(room.ArgumentsAreOptional || room.Arguments == 0, AttributeOf(room).GetConstructors().Any(static constructor => constructor.GetParameters().Length == 0));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void What_is_shown_of_a_setting_compiles(string attribute)
    {
        var room = Catalog.Find(attribute)!;
        var shown = room.Rows.Where(static row => row is not MarkRow)
            .Select(row => new Feature(room, [.. room.Rows.Select(other => other == row ? Sample(row) : null)]))
            .Append(new Feature(room, [.. room.Rows.Select(static row => row is MarkRow ? null : Sample(row))]))
            .Where(AttributeText.IsWhole)
            .Select(AttributeText.Of)
            .ToArray();

        var source = string.Concat(shown.Select(static (text, index) => $"[EasGen.{text}] class A{index};\n"));
        Assert.NotEmpty(shown);
        GeneratorVerifier<EasServiceGenerator>.Run("using EasGen;\n" + source, Eas.Describing);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_enum_has_the_choices_of_its_row(string attribute) => Assert.All(
        Catalog.Find(attribute)!.Rows.OfType<ChoiceRow>(),
        static row => Assert.Equal(row.Choices.Select(ChoiceRow.Member), Enum.GetNames(typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{row.Type}", throwOnError: true)!)));

    [Fact]
    public void Every_attribute_is_sealed_or_the_base_of_the_probes() => Assert.Equal(
        ["ProbeAttribute"],
        typeof(EasServiceAttribute).Assembly.GetExportedTypes().Where(static type => !type.IsSealed && !type.IsEnum).Select(static type => type.Name));

    private static Type AttributeOf(Room room) => typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{room.Attribute}Attribute", throwOnError: true)!;

    private static object Sample(Row row) => row switch
    {
        IntegerRow => 1,
        NumberRow => 0.5,
        SwitchRow => true,
        ListRow => Sequence<string>.Of("a", "b\"c"),
        ChoiceRow choice => choice.Choices[0],
        ValueRow => "[1, \"a\"]",
        _ => "a \"text\" \\ \n",
    };

    private static string TypeOf(Row row) => row switch
    {
        IntegerRow => nameof(Int32),
        NumberRow => nameof(Double),
        SwitchRow => nameof(Boolean),
        ListRow => "String[]",
        ChoiceRow choice => choice.Type,
        ValueRow => nameof(Object),
        _ => nameof(String),
    };
}
