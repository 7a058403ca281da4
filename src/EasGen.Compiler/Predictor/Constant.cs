namespace EasGen.Compiler.Predictor;

/// <summary>One of the constants that an annotated class gets.</summary>
/// <param name="Name">Its name, with the unit of a number.</param>
/// <param name="Type">The keyword of its type.</param>
/// <param name="Meaning">What its documentation says, without the full stop.</param>
internal sealed record Constant(string Name, string Type, string Meaning)
{
    /// <summary>How code inside of the class says it.</summary>
    public string NameInside { get; } = $"{KnownNames.Constants}.{Name}";
}
