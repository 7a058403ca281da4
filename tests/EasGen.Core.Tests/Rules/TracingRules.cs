using EasGen.Core.Features;
using static EasGen.Core.Features.Tracing;

namespace EasGen.Core.Tests;

public class TracingRules
{
    private const string Packages = "/containers/0/prepare/pythonRequirements";

    private const string Traced = "aliyun-bootstrap -a install && aliyun-instrument python app.py";

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0231_AgentIsInstalledAndStarted, "/containers/0/script", Scripted)
            .Refuses(Traced, "not installed")
            .Refuses("aliyun-instrument python app.py", "not installed")
            .Refuses("aliyun-bootstrap -a install\npython app.py", "not installed")
            .Refuses("pip install vllm && " + Traced, "not installed")
            .Refuses("pip install my-aliyun-bootstrap && " + Traced, "not installed")
            .Refuses("exec aliyun-instrument bash -c 'python app.py'", "not installed")
            .Refuses("bash -c 'aliyun-bootstrap -a install; exec env A=1 aliyun-instrument python app.py'", "not installed")
            .Refuses("conda run -n py aliyun-instrument python app.py", "not installed")
            .Accepts("python -m pip install \"aliyun-bootstrap\" && " + Traced, "uv pip install aliyun_bootstrap>=1 && " + Traced)
            .Accepts("pip install aliyun-instrument", "echo 'aliyun-instrument python app.py'")
            .Accepts("pip install aliyun-bootstrap && " + Traced, "pip3 install -q vllm aliyun-bootstrap==1.0; " + Traced)
            .Accepts("python app.py", "python my-aliyun-bootstrap-x.py", "python aliyun-instruments.py"),

        Judge(EAS0231_AgentIsInstalledAndStarted)
            .Refuses("other packages", Installing(Scripted(Traced), "vllm"), "/containers/0/script", "not installed")
            .Refuses(
                "a package whose name is longer",
                Installing(Scripted(Traced), "aliyun-bootstrap-extra"),
                "/containers/0/script",
                "not installed")
            .Refuses(
                "a file that the list hides",
                Installing(Scripted(Traced), "vllm").With(PythonLibraries.RequirementsFile, "/r.txt"),
                "/containers/0/script",
                "not installed")
            .Refuses("the package of another container", In(
                1,
                Scripted(Traced).With(Container.FeatureType, (Container.Image, "b:1"), (Container.Script, Traced)),
                "aliyun-bootstrap"), "/containers/0/script", "not installed")
            .Refuses(
                "the package of no container",
                In(0, In(-1, Scripted(Traced), "aliyun-bootstrap"), "vllm"),
                "/containers/0/script",
                "not installed")
            .Accepts("the package of the third, behind a container without any", In(
                2,
                Installing(Scripted(Traced), "aliyun-bootstrap")
                    .With(Container.FeatureType, (Container.Image, "b:1"), (Container.Command, "run"))
                    .With(Container.FeatureType, (Container.Image, "c:1"), (Container.Script, Traced)),
                "aliyun-bootstrap"))
            .Refuses(
                "a command",
                Valid.With(Container.Command, "aliyun-instrument python app.py"),
                "/containers/0/command",
                "not installed")
            .Refuses(
                "arguments of the image's program",
                Valid.With(Container.Command, null)
                    .With(Container.Args, EquatableArray<string>.Of("aliyun-instrument", "python", "app.py")),
                "/containers/0/args",
                "not installed")
            .Refuses(
                "a command whose program is an argument",
                Valid.With(Container.Command, "aliyun-instrument").With(Container.Args, EquatableArray<string>.Of("python", "app.py")),
                "/containers/0/command",
                "not installed")
            .Refuses("a package alone", Installing(Scripted("python app.py"), "aliyun-bootstrap"), Packages, "not started")
            .Refuses(
                "a package with a version alone",
                Installing(Scripted("python app.py"), "vllm", "Aliyun_Bootstrap >= 1.0"),
                Packages,
                "not started")
            .Accepts("both", Installing(Scripted(Traced), "vllm", "aliyun-bootstrap"))
            .Accepts("both with a version", Installing(Scripted(Traced), "aliyun-bootstrap==1.0.2"))
            .Accepts("a file that may name it", Scripted(Traced).With(PythonLibraries.RequirementsFile, "/r.txt"))
            .Accepts("a placeholder that may name it", Installing(Scripted(Traced), "${AGENT}"))
            .Accepts("a raw setting that may name it", Scripted(Traced).With(Raw("/containers/0/prepare/new")))
            .Accepts("a package beside a script that may start it", Installing(Scripted("bash /app/start.sh"), "aliyun-bootstrap"))
            .Accepts("a package beside the entry point of the image", Installing(Scripted(""), "aliyun-bootstrap"))
            .Accepts("neither", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Scripted(string script) => Valid.With(Container.Command, null).With(Container.Script, script);

    private static Service Installing(Service service, params string[] packages) => In(0, service, packages);

    private static Service In(int container, Service service, params string[] packages) =>
        service.With(
            PythonLibraries.FeatureType,
            (PythonLibraries.Packages, EquatableArray<string>.Of(packages)),
            (ServiceModel.FeatureType.ContainerIndex, container));
}
