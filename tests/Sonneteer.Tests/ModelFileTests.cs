using EasGen.Testing;

namespace Sonnets.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly ProjectCopy folder = ProjectCopy.Empty();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var e = await Assert.ThrowsAsync<FileNotFoundException>(Load);

        Assert.Equal($"{folder.At("sonnets.txt")}: there is no such file. Is the folder mounted?", e.Message);
    }

    [Theory]
    [InlineData("", "the text is empty.")]
    [InlineData(" \r\n\n", "the text is empty.")]
    [InlineData("O rose \U0001F339", "the text has characters beyond U+FFFF, such as emoji; remove them.")]
    public async Task What_cannot_be_learned_is_named(string text, string problem)
    {
        folder.Write("sonnets.txt", text);

        var e = await Assert.ThrowsAsync<InvalidDataException>(Load);

        Assert.Equal($"{folder.At("sonnets.txt")}: {problem}", e.Message);
    }

    [Fact]
    public async Task A_file_with_other_line_breaks_makes_the_same_model()
    {
        folder.Write("sonnets.txt", Committed.Text.ReplaceLineEndings("\r\n"));
        SonnetRequest request = new("", MaxTokens: 500, Seed: 1);

        Assert.Equal(Committed.Write(request), Committed.Join((await Load()).Continue(request)));
    }

    [Fact]
    public async Task Loading_can_be_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SonnetModel.LoadAsync(Committed.Folder, new CancellationToken(canceled: true)));

    private Task<SonnetModel> Load() => SonnetModel.LoadAsync(folder.Folder, CancellationToken.None);
}
