namespace EasGen.Core.Features;

/// <summary>A processor of one's own: a package, its language and where it starts.</summary>
internal static class CustomProcessor
{
    private const string Java = "java";

    public static readonly EnumSetting Language = new("Language", "processor_type", "ProcessorLanguage", "cpp", Java, "python")
    {
        Console = ConsoleParameters.ProcessorLanguage,
    };
    public static readonly StringSetting Package = new("Package", "processor_path") { Console = ConsoleParameters.ProcessorPackage };
    public static readonly StringSetting MainFile = new("MainFile", "processor_entry") { Console = ConsoleParameters.ProcessorMainFile };
    public static readonly StringSetting MainClass = new("MainClass", "processor_mainclass")
    {
        Console = ConsoleParameters.ProcessorMainFile,
    };

    private static readonly Setting[] Parts = [Language, Package, MainFile, MainClass];

    public static readonly Rule EAS0311_LanguageIsKnown = Rule.Error(
        "EAS0311",
        "Language of the custom processor is not known").Choices(Language);

    public static readonly Rule EAS0312_LanguageIsGiven = Rule.Error("EAS0312", "Custom processor has no language")
        .When(static service =>
        {
            if (First(service) is { } custom && string.IsNullOrWhiteSpace(custom.Processor[Language]))
                service.Report(custom.Processor.At(Language), $"The custom processor has no language; write {Language.Expected}");
        });

    public static readonly Rule EAS0313_PackageIsGiven = Rule.Error("EAS0313", "Custom processor has no package")
        .When(static service =>
        {
            if (First(service) is { } custom && string.IsNullOrWhiteSpace(custom.Processor[Package]))
                service.Report(
                    custom.Processor.At(Package),
                    "The custom processor has no package; give its OSS path or its URL, such as oss://bucket/processor.tar.gz");
        });

    public static readonly Rule EAS0314_MainFileIsGiven = Rule.Error("EAS0314", "Custom processor in C++ or Python has no main file")
        .When(static service =>
        {
            if (First(service) is { } custom
                && custom.Processor[Language] is "cpp" or "python"
                && string.IsNullOrWhiteSpace(custom.Processor[MainFile]))
                service.Report(
                    custom.Processor.At(MainFile),
                    $"The custom processor in {(custom.Processor[Language] == "cpp" ? "C++" : "Python")} has no main file; "
                    + $"name one, such as {(custom.Processor[Language] == "cpp" ? "libprocessor.so" : "app.py")}");
        });

    public static readonly Rule EAS0315_MainClassIsGiven = Rule.Error("EAS0315", "Custom processor in Java has no main class")
        .When(static service =>
        {
            if (First(service) is { } custom
                && custom.Processor[Language] == Java
                && string.IsNullOrWhiteSpace(custom.Processor[MainClass]))
                service.Report(
                    custom.Processor.At(MainClass),
                    "The custom processor in Java has no main class; name one, such as com.acme.IrisProcessor");
        });

    public static readonly Rule EAS0318_PackageIsReachable = Rule.Error(
        "EAS0318",
        "Package of the custom processor is neither an OSS path nor a URL")
        .Each(Package, static package => string.IsNullOrWhiteSpace(package) || Model.Remote.IsMatch(package)
            ? null
            : new($"The package '{package}' is neither an OSS path nor a URL; write it as oss://bucket/processor.tar.gz or https://…"));

    public static readonly FeatureType FeatureType = new(
        "CustomProcessor",
        "",
        [Language, Package, MainFile, MainClass])
    {
        Arguments = 2,
    };

    public static readonly Rule[] Rules =
    [
        EAS0311_LanguageIsKnown, EAS0312_LanguageIsGiven, EAS0313_PackageIsGiven, EAS0314_MainFileIsGiven,
        EAS0315_MainClassIsGiven, EAS0318_PackageIsReachable,
    ];

    /// <summary>The custom processor of the service and the first part of it that is given; null when all are empty.</summary>
    public static (AddressedFeature Processor, Setting Part)? First(Inspection service) =>
        service.One(Package) is { } custom
            && Array.Find(Parts, part => !string.IsNullOrWhiteSpace((string?)custom.Feature.Value(part))) is { } given
            ? (custom, given)
            : null;

    public static bool IsIn(Inspection service) => First(service) is not null;
}
