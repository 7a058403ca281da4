namespace EasGen.Core.Tests;

public class PointerPathTests
{
    [Fact]
    public void The_root_has_the_empty_pointer()
    {
        var path = new PointerPath();

        Assert.Equal(("", "", "", 0), (path.Pointer, path.Place.Text, path.Key, path.Depth));
    }

    [Fact]
    public void A_pointer_has_the_keys_and_indexes_from_the_root_on()
    {
        var path = To("containers", 0, "env", 12);

        Assert.Equal(("/containers/0/env/12", "", 4), (path.Pointer, path.Key, path.Depth));
        Assert.Equal("/containers/0", path.PointerOf(2));
        Assert.Equal(new LazyPointer("/containers/0/env/", 12), path.Place);
        Assert.Equal("/containers/0/env/12/value", path.Below("value", 0));
        Assert.Equal("/containers/0/env/12/3", path.Below(null, 3));
    }

    [Fact]
    public void A_key_is_escaped_in_a_pointer_alone()
    {
        var path = To("labels", "a/b~c");

        Assert.Equal(("/labels/a~1b~0c", "a/b~c"), (path.Pointer, path.Key));
        Assert.Equal("/labels/a~1b~0c", path.Place.Text);
        Assert.Equal("/labels/a~1b~0c/d~1e", path.Below("d/e", 0));
    }

    [Fact]
    public void Items_of_a_list_share_the_text_of_their_place()
    {
        var path = To("storage", 0);
        var first = path.Place;
        path.Leave();
        path.Enter(1);

        Assert.Same(first.Start, path.Place.Start);
    }

    [Fact]
    public void The_items_of_another_list_are_elsewhere()
    {
        var path = To("containers", 0, "env", 0);
        Assert.Equal("/containers/0/env/0", path.Place.Text);
        path.Leave();
        path.Leave();
        Assert.Equal("/containers/0", path.Place.Text);
        path.Leave();
        path.Enter(1);
        Assert.Equal("/containers/1", path.Place.Text);
        path.Enter("env");
        path.Enter(0);
        Assert.Equal("/containers/1/env/0", path.Place.Text);
        path.Leave();
        path.Leave();
        path.Enter("mounts");
        path.Enter(0);
        Assert.Equal("/containers/1/mounts/0", path.Place.Text);
    }

    [Fact]
    public void A_value_is_where_all_its_keys_lead()
    {
        var path = To("storage", 0, "oss", "path");

        Assert.True(path.IsAt(2, ["oss", "path"]));
        Assert.True(path.IsAt(4, []));
        Assert.True(To("storage", "a/b").IsAt(1, ["a/b"]));
        Assert.False(path.IsAt(2, ["path"]));
        Assert.False(path.IsAt(2, ["nfs", "path"]));
        Assert.False(path.IsAt(2, ["oss", "region"]));
        Assert.False(path.IsAt(3, ["oss", "path"]));
        Assert.False(To("storage", 0, "oss.path").IsAt(2, ["oss", "path"]));
        Assert.False(To("storage", 0).IsAt(1, ["0"]));
    }

    private static PointerPath To(params object[] steps)
    {
        var path = new PointerPath();
        foreach (var step in steps)
        {
            if (step is int index)
                path.Enter(index);
            else
                path.Enter((string)step);
        }
        return path;
    }
}
