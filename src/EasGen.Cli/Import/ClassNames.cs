using System.Globalization;
using System.Text.RegularExpressions;
using EasGen.Core.Catalog;
using EasGen.Core.Files;

namespace EasGen.Cli.Import;

/// <summary>
/// The names of the classes of one run, which are those of their files: derived from the services' names, valid on every
/// system, and unique where case does not count.
/// </summary>
internal sealed class ClassNames
{
    // Shorter than a file system asks for, with room for what makes a name unique.
    private const int Longest = 100;

    private const string Fallback = "Service";

    // What the attributes and the generated code look up by its simple name, and what a program may have already.
    private static readonly HashSet<string> Reserved = new(
        [
            "Eas", "EasGen", "System", "Microsoft", "Program", "Attribute", "Predict", "PredictorStartup", "Probe",
            .. FeatureCatalog.Types.Select(static type => type.Attribute),
            .. Enums,
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The enums of the attributes, which a class or a namespace of that name would hide.</summary>
    public static IEnumerable<string> Enums =>
        FeatureCatalog.Types.SelectMany(static type => type.Settings).OfType<EnumSetting>().Select(static setting => setting.Type);

    /// <summary>The name of a class: from the service's name, or from the file's where that has nothing to give.</summary>
    public string Take(string? service, string file)
    {
        var name = Pascal(service ?? "") is { Length: > 0 } own ? own : Pascal(Path.GetFileNameWithoutExtension(file));
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            name = Fallback + name;
        if (name.Length > Longest)
            name = name[..Longest];
        while (Reserved.Contains(name)
            || name.EndsWith("Attribute", StringComparison.OrdinalIgnoreCase)
            || SafeFileName.Judge(name) is not null)
            name += Fallback;
        return Unique(name);
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++)
            unique = name + count.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    // iris_classifier and iris-classifier become IrisClassifier.
    private static string Pascal(string name) =>
        string.Concat(Regex.Matches(
            name,
            "[A-Za-z0-9]+",
            RegexOptions.CultureInvariant).Select(static word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));
}
