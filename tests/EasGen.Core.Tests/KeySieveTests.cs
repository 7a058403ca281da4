namespace EasGen.Core.Tests;

public class KeySieveTests
{
    [Fact]
    public void A_key_that_was_there_is_never_new()
    {
        var sieve = new KeySieve();
        string[] keys = ["", "name", "a", "name", "Name", "名", "port"];

        foreach (var key in keys)
            sieve.IsNew(key);

        Assert.All(keys, key => Assert.False(sieve.IsNew(key)));
    }

    [Fact]
    public void The_keys_of_usual_objects_are_new()
    {
        var sieve = new KeySieve();

        Assert.All(["image", "port", "command", "env", "health_check"], key => Assert.True(sieve.IsNew(key)));
    }

    [Fact]
    public void Keys_that_share_a_place_are_told_apart()
    {
        // Of the same length, with the same first, middle and last sign.
        Assert.Equal(KeyHash.Of("axbyc"), KeyHash.Of("aybxc"));
        var table = new KeyTable<int>([new("axbyc", 1), new("aybxc", 2), new("", 3)]);

        Assert.True(table.TryGetValue(string.Concat("axb", "yc"), out var one));
        Assert.True(table.TryGetValue("aybxc", out var other));
        Assert.True(table.TryGetValue("", out var empty));
        Assert.Equal((1, 2, 3), (one, other, empty));
        Assert.False(table.TryGetValue("azbzc", out _));
        Assert.False(table.TryGetValue("port", out _));
    }
}
