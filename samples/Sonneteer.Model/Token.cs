namespace Sonnets;

/// <summary>One step of the model: a character.</summary>
/// <param name="Index">Its place in the answer, from 0.</param>
/// <param name="Text">The character.</param>
/// <param name="Context">How many of the characters before it the model knew how to continue, 0 to <see cref="SonnetModel.Order"/>.</param>
public sealed record Token(int Index, string Text, int Context);
