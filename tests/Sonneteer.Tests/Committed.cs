namespace Sonnets.Tests;

/// <summary>The text that is in the repository, and what the model learns from it.</summary>
internal static class Committed
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "model");
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, SonnetModel.FileName));
    public static SonnetModel Model { get; } = new(Text);

    /// <summary>What the model writes, as a text.</summary>
    public static string Write(SonnetRequest request) => Join(Model.Continue(request));

    public static string Join(IEnumerable<Token> tokens) => string.Concat(tokens.Select(token => token.Text));
}
