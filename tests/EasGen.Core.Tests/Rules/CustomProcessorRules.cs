using EasGen.Core.Features;
using static EasGen.Core.Features.CustomProcessor;

namespace EasGen.Core.Tests;

public class CustomProcessorRules
{
    private static readonly Service Empty = Of((Language, ""), (Package, ""), (MainFile, ""), (MainClass, ""));

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0311_LanguageIsKnown, "/processor_type", static language => Of((Language, language)))
            .Refuses("rust")
            .Refuses("Python")
            .Refuses("7")
            .Accepts("cpp", "java", "python", "", "${LANGUAGE}"),

        Judge(EAS0312_LanguageIsGiven)
            .Refuses("a package alone", Of((Package, "oss://b/p.tar.gz")), "/processor_type", "no language")
            .Refuses("an empty language", Of((Language, ""), (MainFile, "app.py")), "/processor_type", "no language")
            .Accepts("a language", Of((Language, "java")))
            .Accepts("empty texts", Empty)
            .Accepts("no custom processor", Valid),

        Judge(EAS0313_PackageIsGiven)
            .Refuses("a language alone", Of((Language, "python")), "/processor_path", "no package")
            .Refuses("an empty package", Of((Language, "python"), (Package, "")), "/processor_path", "no package")
            .Accepts("a package", Of((Package, "oss://b/p.tar.gz")))
            .Accepts("a placeholder", Of((Package, "${PACKAGE}")))
            .Accepts("empty texts", Empty),

        Judge(EAS0314_MainFileIsGiven)
            .Refuses("C++ without", Of((Language, "cpp")), "/processor_entry", "libprocessor.so")
            .Refuses("Python without", Of((Language, "python"), (MainFile, ""), (MainClass, "A")), "/processor_entry", "app.py")
            .Accepts("C++ with", Of((Language, "cpp"), (MainFile, "libecho.so")))
            .Accepts("Python with", Of((Language, "python"), (MainFile, "a.py")))
            .Accepts("Java without", Of((Language, "java")))
            .Accepts("another language", Of((Language, "rust")))
            .Accepts("empty texts", Empty),

        Judge(EAS0315_MainClassIsGiven)
            .Refuses("Java without", Of((Language, "java"), (MainFile, "a.jar")), "/processor_mainclass", "no main class")
            .Refuses("Java with an empty one", Of((Language, "java"), (MainClass, "")), "/processor_mainclass", "no main class")
            .Accepts("Java with", Of((Language, "java"), (MainClass, "com.acme.IrisProcessor")))
            .Accepts("Python without", Of((Language, "python")))
            .Accepts("empty texts", Empty),

        Judge<string>(EAS0318_PackageIsReachable, "/processor_path", static package => Of((Package, package)))
            .Refuses("processor.tar.gz")
            .Refuses("/opt/processor.tar.gz")
            .Refuses("bucket/processor.tar.gz")
            .Refuses("oss:/bucket/processor.tar.gz")
            .Refuses("oss://")
            .Refuses("https:///processor.tar.gz")
            .Refuses("ftp://acme.com/processor.tar.gz")
            .Accepts(
                "oss://bucket/processor.tar.gz",
                "http://acme.com/p.zip",
                "https://acme.com/p.zip",
                "${PACKAGE}",
                "${BUCKET}/p.zip",
                "",
                " "));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Of(params (Setting, object)[] settings) =>
        Valid.Without(Features.Container.FeatureType).With(CustomProcessor.FeatureType, settings);
}
