namespace EasGen.Core;

/// <summary>A comment in a service JSON.</summary>
/// <param name="Pointer">What follows it in the same object or list; the object or list itself where nothing does.</param>
/// <param name="Text">What stands between its marks, without the blanks at both ends; may have several lines.</param>
internal sealed record Comment(string Pointer, string Text);
