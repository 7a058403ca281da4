using EasGen.Rehearsal.Processes;

namespace EasGen.Rehearsal.Tests.Processes;

/// <summary>Where a path is a mount's, and where it is another one.</summary>
public class MountMapTests
{
    private static readonly string Folder = Path.GetTempPath().TrimEnd('/');

    private readonly MountMap mounts = new(
        new Dictionary<string, string> { ["/models"] = Folder, ["/models/cache/"] = "/" }, ["/models", "/models/cache"]);

    [Theory]
    [InlineData("/models", "{0}")]
    [InlineData("/models/iris.json", "{0}/iris.json")]
    [InlineData("--model=/models/a --other=/models", "--model={0}/a --other={0}")]
    [InlineData("/models-old/a", "/models-old/a")]
    [InlineData("/data/models/a", "/data/models/a")]
    [InlineData("/models/cache/a", "/a")]
    public void In_a_text(string text, string expected) =>
        Assert.Equal(expected.Replace("{0}", Folder, StringComparison.Ordinal), mounts.In(text));

    [Fact]
    public void Of_a_folder_that_does_not_exist()
    {
        var refused = Assert.Throws<RehearsalException>(
            static () => new MountMap(new Dictionary<string, string> { ["/models"] = "/no/such/folder" }, ["/models"]));

        Assert.Equal("The folder '/no/such/folder', which stands for the mount /models, does not exist", refused.Message);
    }
}
