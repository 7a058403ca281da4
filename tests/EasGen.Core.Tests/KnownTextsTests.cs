using System.Text;
using EasGen.Core.Catalog;

namespace EasGen.Core.Tests;

/// <summary>Texts found by their bytes, and pointers told apart by their hashes.</summary>
public class KnownTextsTests
{
    private static readonly string[] Keys = [.. FeatureCatalog.Schema.AllKeys.Distinct()];

    [Fact]
    public void Finds_every_key_of_a_service_and_nothing_else()
    {
        var known = new KnownTexts(Keys);

        Assert.Contains("containers", Keys);
        Assert.Contains("max_surge", Keys);
        Assert.DoesNotContain("*", Keys);
        Assert.All(Keys, key => Assert.Equal(key, known.Find(Encoding.UTF8.GetBytes(key))));
        Assert.All(Keys, key => Assert.Null(known.Find(Encoding.UTF8.GetBytes(key + " "))));
        Assert.Null(known.Find([]));
    }

    [Fact]
    public void Finds_texts_that_share_their_place()
    {
        // As long, and alike where the place is taken from.
        var known = new KnownTexts(["axbxc", "aybyc", "鸢尾花", ""]);

        Assert.Equal("axbxc", known.Find("axbxc"u8));
        Assert.Equal("aybyc", known.Find("aybyc"u8));
        Assert.Equal("鸢尾花", known.Find("鸢尾花"u8));
        Assert.Null(known.Find("azbzc"u8));
    }

    [Fact]
    public void A_hash_goes_on_as_its_pointer_does()
    {
        var pointer = TextHash.Of("/containers/0");

        Assert.Equal(TextHash.Of("/containers/0/port").Value, pointer.With(TextHash.Of("/port")));
        Assert.Equal(TextHash.Of("/containers/0/port").Value, TextHash.Of("").With(TextHash.Of("/containers/0/port")));
        Assert.NotEqual(TextHash.Of("/containers/1/port").Value, pointer.With(TextHash.Of("/port")));
    }

    [Fact]
    public void No_two_settings_of_a_service_have_one_hash() => Assert.Distinct(
        from type in FeatureCatalog.Types
        where !type.IsItem && !type.IsMember
        from setting in type.Settings
        where setting is { InJson: true } and not ConstantSetting
        let at = setting.At(type.Anchor.Replace('#', '0'))
        group TextHash.Of(at).Value by at into same
        select same.First());
}
