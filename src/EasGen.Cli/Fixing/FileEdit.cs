using System.Text;

namespace EasGen.Cli.Fixing;

/// <summary>A change of a file: other text instead of some bytes.</summary>
internal readonly record struct FileEdit(int Offset, int Length, string Text)
{
    public int End => Offset + Length;

    /// <summary>All of them; nothing if one reaches into another.</summary>
    public static FileEdit[]? Together(FileEdit[] edits)
    {
        var ordered = edits.OrderBy(static edit => edit.Offset).ToArray();
        return ordered.Zip(ordered.Skip(1)).All(static pair => pair.First.End <= pair.Second.Offset) ? ordered : null;
    }

    /// <summary>The file with all of them; none reaches into another.</summary>
    public static byte[] Apply(byte[] file, IEnumerable<FileEdit> edits)
    {
        var made = new MemoryStream(file.Length);
        var done = 0;
        foreach (var edit in edits.OrderBy(static edit => edit.Offset))
        {
            made.Write(file, done, edit.Offset - done);
            made.Write(Encoding.UTF8.GetBytes(edit.Text));
            done = edit.End;
        }
        made.Write(file, done, file.Length - done);
        return made.ToArray();
    }
}
