using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Files that are wrong in a known way: the project's own, and public ones where they are.</summary>
public class Misconfigurations
{
    // What the findings of public files point at and say.
    private static readonly (string File, string Rule, string PointedAt, string Says)[] InPublic =
    [
        ("01-reserved-port-8080", "EAS0201", "/containers/0/port", "8080"),
        ("03-bind-localhost", "EAS0209", "/containers/0/command", "localhost"),
        ("05-probe-path-not-served", "EAS0708", "/containers/0/startup_check/http_get/path", "Development"),
        ("06-k8s-style-probe-keys", "EAS0004", "/containers/0/livenessProbe", "liveness_check"),
        ("09-grace-in-runtime", "EAS0015", "/runtime/termination_grace_period", "'metadata.eas.termination_grace_period'"),
        ("11-shell-script-hides-signals", "EAS0211", "/containers/0/script", "exec dotnet"),
        ("13-autoscaler-min-max", "EAS0641", "/autoscaler/max", "from 5 to 5"),
        ("15-gpu-gpu-memory", "EAS0531", "/metadata/gpu_memory", "MemoryGB"),
        ("17-no-resources", "EAS0508", "/cloud/computing/instances", "what it runs on"),
        ("19-instances-as-strings", "EAS0002", "/cloud/computing/instances/0", "ecs.c7.large"),
        ("21-oss-without-scheme", "EAS0410", "/storage/0/oss/path", "oss://bucket/"),
        ("23-bad-service-name", "EAS0101", "/metadata/name", "My-Service"),
        ("25-plaintext-secret-in-env", "EAS0222", "/containers/0/env/0/value", "OPENAI_API_KEY"),
        ("27-gateway-shared", "EAS0810", "/networking/gateway", "shared"),
        ("29-negative-instance", "EAS0105", "/metadata/instance", "-3"),
    ];

    // Beside the wrong ones stand two that are right.
    private static readonly string[] Right = ["00-baseline", "31-valid-digest-image"];

    // The same for files of our own: what a person sees of each kind of finding.
    private static readonly (string File, string Rule, string PointedAt, string Says)[] InOwn =
    [
        ("port-of-the-engine", "EAS0201", "/containers/0/port", "8080"),
        ("listens-on-loopback", "EAS0209", "/containers/0/command", "127.0.0.1"),
        ("probe-in-development-only", "EAS0708", "/containers/0/health_check/http_get/path", "Development"),
        ("probe-key-of-kubernetes", "EAS0004", "/containers/0/livenessProbe", "liveness_check"),
        ("script-hides-sigterm", "EAS0211", "/containers/0/script", "exec dotnet"),
        ("scaling-without-room", "EAS0641", "/autoscaler/max", "from 4 to 4"),
        ("gpu-whole-and-shared", "EAS0531", "/metadata/gpu_memory", "MemoryGB"),
        ("no-resources", "EAS0508", "/cloud/computing/instances", "what it runs on"),
        ("instance-types-as-texts", "EAS0002", "/cloud/computing/instances/0", "ecs.g7.large"),
        ("oss-mounts", "EAS0410", "/storage/0/oss/path", "oss://bucket/"),
        ("name-with-capitals", "EAS0101", "/metadata/name", "Moon-Phase"),
        ("secrets", "EAS0222", "/containers/0/env/0/value", "DATABASE_PASSWORD"),
        ("network-incomplete", "EAS0810", "/networking/gateway", "shared"),
        ("instances-negative", "EAS0105", "/metadata/instance", "-4"),
    ];

    public static TheoryData<string> Files => [.. ServiceFiles.Misconfigurations];

    public static TheoryData<string, string, string, string> Known
    {
        get
        {
            var known = new TheoryData<string, string, string, string>();
            foreach (var (file, rule, pointedAt, says) in InOwn)
                known.Add($"tests/data/misconfigs/{file}.json", rule, pointedAt, says);
            foreach (var path in ServiceFiles.Public("misconfigs"))
            {
                foreach (var (_, rule, pointedAt, says) in InPublic.Where(one => one.File == Path.GetFileNameWithoutExtension(path)))
                    known.Add(path, rule, pointedAt, says);
            }
            return known;
        }
    }

    [Theory, MemberData(nameof(Known))]
    public void Are_found(string file, string rule, string pointedAt, string says)
    {
        var finding = Assert.Single(Findings(file), finding => finding.Rule.Id == rule);

        Assert.Equal(pointedAt, finding.Pointer);
        Assert.Contains(says, finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Files))]
    public void Have_a_fault_unless_they_are_known_to_be_right(string file)
    {
        // A single instance is advised against in all of the public ones.
        var rules = Findings(file).Select(static finding => finding.Rule.Id).Except(["EAS0111"]);

        if (Right.Contains(Path.GetFileNameWithoutExtension(file)))
            Assert.Empty(rules);
        else
            Assert.NotEmpty(rules);
    }

    [Fact]
    public void Are_all_known_where_they_are_public() => Assert.Equal(
        ServiceFiles.Public("misconfigs").Select(Path.GetFileNameWithoutExtension),
        ServiceFiles.Public("misconfigs").Length == 0
            ? []
            : InPublic.Select(static one => one.File).Concat(Right).Order(StringComparer.Ordinal));

    [Fact]
    public void None_of_the_files_throws() => Assert.All(ServiceFiles.All, static file => Assert.NotNull(Findings(file)));

    private static IReadOnlyList<Finding> Findings(string file) => ServiceReader.Read(ServiceFiles.Read(file)).AllFindings();
}
