using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>What is written is read again as it was.</summary>
public class RoundTrip
{
    public static TheoryData<string, string> Settings => Samples.Settings();

    [Theory, MemberData(nameof(Settings))]
    public void Keeps_every_value_of(string type, string name)
    {
        var (found, setting) = Samples.Find(type, name);

        Assert.All(Samples.Values(setting), value => Keeps(Samples.Having(found, setting, value)));
    }

    [Theory, MemberData(nameof(Settings))]
    public void Writes_where_the_rules_point(string type, string name)
    {
        var (found, setting) = Samples.Find(type, name);
        var service = Samples.Having(found, setting, Samples.Values(setting)[0]);
        var pointer = Addressing.Of(service).Last(placed => placed.Type == found).At(setting);

        Assert.NotNull(Json.At(ServiceWriter.Write(service), pointer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Keeps_all_settings_of_all_feature_types_at_once(int seed) => Keeps(Samples.Everything(new Random(seed)));

    [Fact]
    public void Keeps_the_order_of_lists() => Keeps(Valid
        .With(InstanceType.FeatureType, (InstanceType.Type, "z"))
        .With(InstanceType.FeatureType, (InstanceType.Type, "a"))
        .With(Variable("Z", 0))
        .With(Variable("A", 0))
        .With(Variable("M", 0))
        .With(OssMount.FeatureType, (Mount.MountPath, "/z"))
        .With(OssMount.FeatureType, (Mount.MountPath, "/a"))
        .With(Label.FeatureType, (Label.Key, "z"), (Label.Value, "1"))
        .With(Label.FeatureType, (Label.Key, "a"), (Label.Value, "1")));

    [Fact]
    public void Keeps_what_belongs_to_the_second_and_the_eleventh_container()
    {
        var containers = Enumerable.Range(1, 10)
            .Aggregate(Valid, static (service, i) => service.With(Container.FeatureType, (Container.Image, $"a:{i}")));

        Keeps(containers
            .With(Variable("A", 1))
            .With(Variable("B", 1))
            .With(Variable("A", 10))
            .With(Probe.Startup, (Probe.Path, "/"), (FeatureType.ContainerIndex, 1))
            .With(Probe.Readiness, (Probe.TcpPort, 1), (FeatureType.ContainerIndex, 10))
            .With(PythonLibraries.FeatureType, (PythonLibraries.RequirementsFile, "/r"), (FeatureType.ContainerIndex, 1)));
    }

    [Fact]
    public void Keeps_the_first_container_unsaid()
    {
        var read = ServiceReader.Read(ServiceWriter.Write(Valid.With(Variable("A", 0).Set(FeatureType.ContainerIndex, 0)))).Service;

        Assert.Equal(Valid.With(Variable("A", 0)), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("a/b")]
    [InlineData("a~1b")]
    [InlineData("~")]
    [InlineData("*")]
    [InlineData("@")]
    [InlineData("#")]
    [InlineData("a.b")]
    [InlineData("鸢尾花 🌸\n")]
    public void Keeps_any_key_of_a_label(string key) => Keeps(Valid.With(Label.FeatureType, (Label.Key, key), (Label.Value, "1")));

    [Fact]
    public void Keeps_long_texts() =>
        Keeps(Valid.With(
            Container.Command,
            new string('花', 100_000)).With(Container.Args, EquatableArray<string>.Of(new string('"', 100_000))));

    private static Feature Variable(string name, int container)
    {
        var variable = A(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, name), (EnvironmentVariable.Value, "1"));
        return container == 0 ? variable : variable.Set(FeatureType.ContainerIndex, container);
    }

    private static void Keeps(Service service)
    {
        var json = ServiceWriter.Write(service);
        var (read, findings, _) = ServiceReader.Read(json);

        Assert.Empty(findings);
        Assert.Equal(service.Features, read.Features);
        Assert.Equal(service, read);
        Assert.Equal(json, ServiceWriter.Write(read));
    }
}
