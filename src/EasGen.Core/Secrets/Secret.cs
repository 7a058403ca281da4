namespace EasGen.Core.Secrets;

/// <summary>A secret that stands somewhere in clear text.</summary>
/// <param name="Pointer">The value that is the secret, or has it in it.</param>
/// <param name="Name">What to call its placeholder.</param>
/// <param name="Text">The secret itself, which no output shows.</param>
/// <param name="IsWhole">True when it is all of the value.</param>
internal sealed record Secret(string Pointer, string Name, string Text, bool IsWhole);
