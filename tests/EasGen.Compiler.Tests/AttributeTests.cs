using EasGen.Core;

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
            room.Rows.Select(static row => (row.Name, TypeOf(row))).Order(),
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

    [Fact]
    public void Every_attribute_is_sealed_or_the_base_of_the_probes() => Assert.Equal(
        ["ProbeAttribute"],
        typeof(EasServiceAttribute).Assembly.GetExportedTypes().Where(static type => !type.IsSealed).Select(static type => type.Name));

    private static Type AttributeOf(Room room) => typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{room.Attribute}Attribute", throwOnError: true)!;

    private static string TypeOf(Row row) => row switch
    {
        IntegerRow => nameof(Int32),
        NumberRow => nameof(Double),
        SwitchRow => nameof(Boolean),
        ListRow => "String[]",
        _ => nameof(String),
    };
}
