using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace EasGen.Testing;

/// <summary>A file of a test; without a path it is named after its place: <c>Test0.cs</c>, <c>Test1.cs</c>, …</summary>
public sealed record SourceFile(string Text, string Path = "")
{
    /// <summary>Text is a file without a name of its own.</summary>
    public static implicit operator SourceFile(string text) => new(text);

    /// <summary>A named file, in the order in which a reader expects them: name, then text.</summary>
    public static implicit operator SourceFile((string Path, string Text) file) => new(file.Text, file.Path);
}

/// <summary>The files of a test: <c>"class A;"</c>, or <c>["class A;", ("B.cs", "class B;")]</c>.</summary>
[CollectionBuilder(typeof(Sources), nameof(Create))]
public sealed class Sources : ReadOnlyCollection<SourceFile>
{
    private Sources(IList<SourceFile> files) : base(files)
    {
    }

    /// <summary>What a collection expression calls.</summary>
    public static Sources Create(ReadOnlySpan<SourceFile> files)
    {
        var named = files.ToArray();
        for (var i = 0; i < named.Length; i++)
        {
            if (named[i].Path.Length == 0)
                named[i] = named[i] with { Path = $"Test{i}.cs" };
        }

        return new Sources(named);
    }

    /// <summary>A test of one file, as most are.</summary>
    public static implicit operator Sources(string text) => Create([text]);
}
