using EasGen.Cli.Import;

namespace EasGen.Cli.Tests.Import;

/// <summary>Names of classes and files are valid, stable and unique.</summary>
public class NameTests
{
    [Theory]
    [InlineData("iris_classifier", "IrisClassifier")]
    [InlineData("iris-classifier", "IrisClassifier")]
    [InlineData("IRIS", "IRIS")]
    [InlineData("My-Service", "MyService")]
    [InlineData("gpt4_x2", "Gpt4X2")]
    [InlineData("3d_model", "Service3dModel")]
    [InlineData("class", "Class")]
    [InlineData("${ENV}_iris", "ENVIris")]
    [InlineData("鸢尾花", "FileName")]
    [InlineData("__", "FileName")]
    [InlineData("", "FileName")]
    [InlineData(null, "FileName")]
    [InlineData("container", "ContainerService")]
    [InlineData("eas", "EasServiceService")]
    [InlineData("eas_gen", "EasGenService")]
    [InlineData("con", "ConService")]
    [InlineData("my_attribute", "MyAttributeService")]
    public void Come_from_the_service(string? service, string name) => Assert.Equal(name, new ClassNames().Take(service, "file-name.json"));

    [Fact]
    public void Come_from_nowhere_else() => Assert.Equal("Service", new ClassNames().Take("鸢", "尾.json"));

    [Fact]
    public void Are_no_longer_than_a_file_system_takes() =>
        Assert.Equal(100, new ClassNames().Take(new string('a', 10_000), "a.json").Length);

    [Fact]
    public void Are_unique_where_case_does_not_count()
    {
        var names = new ClassNames();

        Assert.Equal("Iris", names.Take("iris", "a.json"));
        Assert.Equal("IRIS2", names.Take("IRIS", "a.json"));
        Assert.Equal("Iris22", names.Take("iris2", "a.json"));
        Assert.Equal("Iris3", names.Take("iris", "a.json"));
    }

    [Fact]
    public void Hide_no_type_of_EasGen()
    {
        var types = typeof(EasServiceAttribute).Assembly.GetExportedTypes().Select(static type => type.Name);
        string[] services = [.. types.SelectMany(static type =>
            new[] { type, type.Replace(
                "Attribute",
                "",
                StringComparison.Ordinal) }), "Eas", "EasGen", "System", "Microsoft", "string", "var", "record"];
        var full = Imports.Everything();
        var session = new ImportSession(null, CSharpVersion.Usual);

        var imports = services.Select(name =>
            session.Import(
                Core.Files.ServiceReader.Read(full.Replace("everything_at_once", name, StringComparison.Ordinal)),
                "a.json")).ToArray();

        Assert.Empty(Built.Of(imports.Select(static imported => imported.Code)).Complaints);
    }

    [Theory]
    [InlineData("Acme", true)]
    [InlineData("Acme.Iris_2.Übung", true)]
    [InlineData("_a", true)]
    [InlineData("", false)]
    [InlineData("Acme.", false)]
    [InlineData(".Acme", false)]
    [InlineData("A-B", false)]
    [InlineData("2A", false)]
    [InlineData("Acme.class", false)]
    [InlineData("A B", false)]
    [InlineData("A\n", false)]
    [InlineData("A; class B {}", false)]
    [InlineData("Acme.SpreadPolicy", false)]
    public void Of_namespaces_are_checked(string name, bool isOne) => Assert.Equal(isOne, NamespaceName.Judge(name) is null);

    [Theory]
    [InlineData("EasGen")]
    [InlineData("Acme.EasGen")]
    [InlineData("EasGen.Generated")]
    [InlineData("Container")]
    [InlineData("IrisClassifier")]
    public void Of_namespaces_are_anybodys(string space) => Imports.Artifact(Imports.Of(Imports.Everything(), "a.json", space));
}
