namespace EasGen.Core.Json;

/// <summary>Some bytes of a file, counted from where its text begins.</summary>
internal readonly record struct FileBytes(int Offset, int Length);
