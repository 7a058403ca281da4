namespace EasGen.Cli.Import;

/// <summary>What became of one input that is a service.</summary>
/// <param name="Input">As the user would write it.</param>
/// <param name="Output">The file that was written.</param>
/// <param name="Service">What is in it.</param>
/// <param name="Notes">What there is to say of the input, in its order.</param>
internal sealed record ImportedFile(string Input, string Output, ImportedService Service, IReadOnlyList<ImportNote> Notes)
{
    public int Count(NoteKind kind) => Notes.Count(note => note.Kind == kind);
}
