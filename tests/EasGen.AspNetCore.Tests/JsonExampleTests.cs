using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace EasGen.AspNetCore.Tests;

/// <summary>The body that a developer is shown to try a method with.</summary>
public class JsonExampleTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter<Colour>() },
        RespectRequiredConstructorParameters = true,
    };

    internal enum Colour
    {
        Red,
        Blue,
    }

    internal sealed record Times(DateTimeOffset At, DateOnly Day, TimeOnly Hour, Guid Id, Uri Link);

    internal sealed record Values(
        string Text, int Count, double Size, bool IsOn, Colour Colour, int? Perhaps, int[] Numbers, Box<string> Inner, string? Note = null);

    internal sealed record Box<T>(T Value);

    internal sealed record Node(string Name, Node? Next);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Round), "round")]
    [JsonDerivedType(typeof(Square), "square")]
    internal abstract record Shape(string Name);

    internal sealed record Round(string Name, double Radius) : Shape(Name);

    internal sealed record Square(string Name, double Side) : Shape(Name);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(LoosePart), "part")]
    internal abstract class LooseWhole
    {
        public string Name { get; set; } = "";
    }

    internal sealed class LoosePart : LooseWhole
    {
        public int Count { get; set; }
    }

    internal sealed class Loose
    {
        public string Name { get; set; } = "";

        public int Count { get; set; }
    }

    internal sealed record Picky
    {
        public Picky(int count) => Count = count > 10 ? count : throw new ArgumentOutOfRangeException(nameof(count));

        public int Count { get; }
    }

    [Fact]
    public void Texts_have_the_format_that_their_type_needs() => Assert.Equal(
        """{"at":"2026-01-31T12:00:00Z","day":"2026-01-31","hour":"12:00:00","id":"00000000-0000-0000-0000-000000000001","""
        + "\"link\":\"https://example.com/\"}",
        Of<Times>());

    [Fact]
    public void What_is_required_is_there_and_nothing_else() => Assert.Equal(
        """{"text":"text","count":1,"size":1,"isOn":true,"colour":"Red","perhaps":1,"numbers":[1],"inner":{"value":"text"}}""",
        Of<Values>());

    [Fact]
    public void Where_nothing_is_required_all_is_there() => Assert.Equal("""{"name":"text","count":1}""", Of<Loose>());

    [Fact]
    public void A_single_value_is_its_own_example() => Assert.Equal(("1", "1", "true"), (Of<int>(), Of<double>(), Of<bool>()));

    [Fact]
    public void So_deep_it_goes_and_no_further() => Assert.Equal("[[[[[[[[null]]]]]]]]", Of<int[][][][][][][][][][]>());

    [Fact]
    public void Objects_count_as_lists_do() => Assert.Equal(
        """{"value":{"value":{"value":{"value":{"value":{"value":{"value":{"value":null}}}}}}}}""",
        Of<Box<Box<Box<Box<Box<Box<Box<Box<Box<string>>>>>>>>>>());

    [Fact]
    public void A_type_that_holds_itself_has_an_end() =>
        Assert.StartsWith("""{"name":"text","next":""", Of<Node>(), StringComparison.Ordinal);

    [Fact]
    public void A_base_type_is_shown_as_the_first_of_its_types() => Assert.Equal(
        """{"value":{"kind":"round","radius":1,"name":"text"}}""",
        Of<Box<Shape>>());

    [Fact]
    public void Of_a_base_type_all_is_there_as_well_where_nothing_is_required() =>
        Assert.Equal("""{"kind":"part","count":1,"name":"text"}""", Of<LooseWhole>());

    [Fact]
    public void What_is_shown_is_what_is_sent_and_not_what_is_answered() =>
        Assert.Equal("1", Of<int>(new(Options) { NumberHandling = JsonNumberHandling.WriteAsString }));

    [Fact]
    public void A_dictionary_may_be_empty() => Assert.Equal("{}", Of<Dictionary<string, int>>());

    [Fact]
    public void What_a_type_would_not_take_is_no_example() => Assert.Null(Of<Picky>());

    [Fact]
    public void What_may_be_anything_has_none() => Assert.Equal((null, null), (Of<object>(), Of<JsonElement>()));

    [Fact]
    public void Curl_sends_it()
    {
        var format = new JsonFormat<int>((JsonTypeInfo<int>)Options.GetTypeInfo(typeof(int)), NullLogger.Instance);
        var none = new JsonFormat<Picky>((JsonTypeInfo<Picky>)Options.GetTypeInfo(typeof(Picky)), NullLogger.Instance);

        Assert.Equal(("--json '1'", null), (format.Curl(), none.Curl()));
        Assert.Equal("--data-binary 'bytes'", new RawFormat<byte[]>(static bytes => bytes).Curl());
    }

    private static string? Of<T>(JsonSerializerOptions? options = null) =>
        JsonExample.Of((JsonTypeInfo<T>)(options ?? Options).GetTypeInfo(typeof(T)));
}
