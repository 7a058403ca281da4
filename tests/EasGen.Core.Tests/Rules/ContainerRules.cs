using EasGen.Core.Features;
using static EasGen.Core.Features.Container;

namespace EasGen.Core.Tests;

public class ContainerRules
{
    private static readonly Service TwoContainers = Valid.With(Container.FeatureType, (Image, "nginx:1"), (Command, "nginx"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0201_PortIsNotReserved, "/containers/0/port", Listening)
            .Refuses(8080, Use(8000))
            .Refuses(9090, Use(8000))
            .Accepts(0, 1, 8079, 8081, 9089, 9091, 65535, 65536)
            .Refuses(
                "8080 of the second container",
                TwoContainers.With(Container.FeatureType, (Image, "a:1"), (Port, 8080)),
                "/containers/2/port",
                "8080",
                Use(8000)),

        Judge<int>(EAS0202_PortIsInRange, "/containers/0/port", Listening)
            .Refuses(int.MinValue)
            .Refuses(-1)
            .Refuses(0)
            .Refuses(65536)
            .Refuses(int.MaxValue)
            .Accepts(1, 80, 8000, 8080, 9090, 65535),

        Judge<string>(EAS0203_ImageIsGiven, "/containers/0/image", static image => Valid.With(Image, image))
            .Refuses("", "no image")
            .Refuses(" \n", "no image")
            .Accepts("nginx", "registry:5000/a/b@sha256:0f", "${IMAGE}")
            .Refuses("an unset image", Valid.With(Image, null), "/containers/0/image", "no image"),

        Judge(EAS0204_CommandOrScript)
            .Refuses("both", Valid.With(Script, "exec dotnet Iris.dll"), "/containers/0/script", "a command and a script", Remove)
            .Accepts("a command", Valid)
            .Accepts("a command and an empty script", Valid.With(Script, ""))
            .Accepts("a script and a blank command", Valid.With(Command, " ").With(Script, "run"))
            .Accepts("one in each container", TwoContainers.With(Container.FeatureType, (Image, "a:1"), (Script, "run"))),

        Judge(EAS0205_CommandOrScriptIsGiven)
            .Refuses("neither", Valid.With(Command, null), "/containers/0", "neither a command nor a script")
            .Refuses("empty ones", Valid.With(Command, "").With(Script, " "), "/containers/0", "neither a command nor a script")
            .Refuses(
                "neither in the second container",
                Valid.With(Container.FeatureType, (Image, "a:1")),
                "/containers/1",
                "neither a command nor a script")
            .Accepts("a command", Valid)
            .Accepts("a script", Valid.With(Command, null).With(Script, "run")),

        Judge(EAS0207_FirstPortIsGiven)
            .Refuses("no port", Valid.With(Port, null), "/containers/0/port", "no port", Use(8000))
            .Accepts("no port in the second container", TwoContainers)
            .Accepts(
                "a port that a raw setting says",
                Valid.With(Port, null)
                    .With(RawSetting.FeatureType, (RawSetting.Pointer, "/containers/0/port"), (RawSetting.Json, "8000")))
            .Accepts("no container", Valid.Without(Container.FeatureType)),

        Judge(EAS0210_ContainerExists)
            .Refuses("1 of one", Variable(Valid, 1), "/containers/1/env/0/Container", "Container = 1, but the only container is number 0")
            .Refuses("-1", Variable(Valid, -1), "/containers/1/env/0/Container", "Container = -1")
            .Refuses("2 of two", Variable(TwoContainers, 2), "/containers/2/env/0/Container", "numbers 0 to 1;")
            .Refuses("the largest number", Variable(TwoContainers, int.MaxValue), "/containers/2/env/0/Container", "2147483647")
            .Refuses("0 of none", Variable(Valid.Without(Container.FeatureType), 0), "/containers/0/env/0/Container", "no container;")
            .Refuses(
                "a probe",
                Valid.With(Probe.Startup, (Probe.Path, "/"), (ServiceModel.FeatureType.ContainerIndex, 3)),
                "/containers/1/startup_check/Container",
                "Container = 3")
            .Refuses(
                "libraries",
                Valid.With(PythonLibraries.FeatureType, (ServiceModel.FeatureType.ContainerIndex, 3)),
                "/containers/1/prepare/Container",
                "Container = 3")
            .Accepts("0 of one", Variable(Valid, 0))
            .Accepts("1 of two", Variable(TwoContainers, 1))
            .Accepts("an unset number", Valid.With(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "A"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Listening(int port) => Valid.With(Port, port);

    private static Service Variable(Service service, int container) =>
        service.With(
            EnvironmentVariable.FeatureType,
            (EnvironmentVariable.Name, "A"),
            (EnvironmentVariable.Value, "1"),
            (ServiceModel.FeatureType.ContainerIndex, container));
}
