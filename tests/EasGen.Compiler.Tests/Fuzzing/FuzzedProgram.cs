using System.Globalization;

namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>What a program is compiled against.</summary>
internal enum Known
{
    /// <summary>The attributes and the runtime.</summary>
    All,

    /// <summary>The attributes alone.</summary>
    Attributes,

    /// <summary>Nothing of EasGen, as before a restore.</summary>
    Nothing,

    /// <summary>Another assembly beside all, with attributes of the same names.</summary>
    Twice,

    /// <summary>The same, but the other assembly has an alias.</summary>
    Aliased,
}

/// <summary>A program that nobody has written.</summary>
/// <param name="Files">Its texts.</param>
/// <param name="Language">Its C#, as LangVersion has it.</param>
/// <param name="Known">What it is compiled against.</param>
internal sealed record FuzzedProgram(string[] Files, string Language, Known Known)
{
    // From the oldest that the generated code is for.
    private static readonly string[] Languages = ["7.3", "8", "9", "10", "11", "12", "13", "14", "preview"];

    /// <summary>Half are what somebody might write, in the others something is wrong, and a third is not even finished.</summary>
    public static FuzzedProgram Make(Random random)
    {
        var language = Languages[random.Next(Languages.Length)];
        var known = random.Next(5) > 0 ? Known.All : (Known)random.Next(1, 5);
        var number = language == "preview" ? 15 : (int)double.Parse(language, CultureInfo.InvariantCulture);
        var grammar = new ProgramGrammar(random, number, isWild: random.Next(2) == 0);
        var files = grammar.Files();
        if (random.Next(3) == 0)
        {
            var torn = random.Next(files.Length);
            files[torn] = TornText.Of(files[torn], random);
        }
        return new(files, language, known);
    }

    /// <inheritdoc/>
    public override string ToString() => $"C# {Language}, {Known}\n{string.Join("\n// ----\n", Files)}";
}
