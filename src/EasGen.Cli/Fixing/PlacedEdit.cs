using EasGen.Core.Files;

namespace EasGen.Cli.Fixing;

/// <summary>A change of a file by lines and columns, both from 1, up to the end and not with it.</summary>
internal sealed record PlacedEdit(int Line, int Column, int EndLine, int EndColumn, string Text)
{
    public static PlacedEdit Of(FileEdit edit, FileSpans places)
    {
        var (start, end) = (places.Place(edit.Offset), places.Place(edit.End));
        return new(start.Line, start.Column, end.Line, end.Column, edit.Text);
    }
}
