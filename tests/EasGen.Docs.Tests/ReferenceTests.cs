using EasGen.Core;
using EasGen.Testing;

namespace EasGen.Docs.Tests;

/// <summary><c>docs/reference.md</c>, and the XML docs that it is made of.</summary>
public class ReferenceTests
{
    public static TheoryData<string, string> Settings
    {
        get
        {
            var settings = new TheoryData<string, string>();
            foreach (var room in Catalog.Rooms)
            {
                foreach (var row in room.Rows.Where(static row => row is not MarkRow))
                    settings.Add(room.Attribute, row.Name);
            }
            return settings;
        }
    }

    [Fact]
    public void Is_what_rows_and_docs_say() => Golden.Verify(ReferenceWriter.Write(), "../../docs/reference.md");

    [Theory, MemberData(nameof(Settings))]
    public void Every_setting_is_documented_in_the_same_words(string attribute, string setting)
    {
        var room = Catalog.Find(attribute)!;
        var row = room.Rows[room.IndexOf(setting)];
        var docs = XmlDocs.Of(room, row);

        Assert.NotEmpty(docs.Meaning);
        if (row.Path is null)
            return;
        Assert.NotEmpty(docs.Source);
        if (row.Path != Row.Key)
            Assert.Equal(ReferenceWriter.Place(room, row).Trim('`'), Plain(docs.Json).Replace("<probe>", room.AnchorSegments.LastOrDefault(), StringComparison.Ordinal));
        Assert.True(IsArgument(room, row) || docs.Default.Length > 0, "It has no default.");
    }

    [Fact]
    public void Every_parameter_of_the_console_is_a_setting_or_says_why_not() => Assert.All(
        ConsoleParameters.All,
        static parameter => Assert.True(parameter.Remark.Length > 0 || Rows().Any(row => row.Console == parameter.Name), parameter.Name));

    [Fact]
    public void Every_row_names_a_parameter_that_the_console_has() => Assert.Empty(
        Rows().Select(static row => row.Console).OfType<string>().Distinct().Except(ConsoleParameters.All.Select(static parameter => parameter.Name)));

    private static IEnumerable<Row> Rows() => Catalog.Rooms.SelectMany(static room => room.Rows);

    private static bool IsArgument(Room room, Row row) => room.IndexOf(row) < room.Arguments + room.Parts;

    private static string Plain(string json) => json.Split(',')[0].Replace("`", "", StringComparison.Ordinal);
}
