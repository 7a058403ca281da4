using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Real files that are wrong in one known way each. They lie in <c>shared</c>, beside the repository.</summary>
public class Misconfigurations
{
    [Theory]
    [InlineData("01-reserved-port-8080", "EAS0201", "/containers/0/port", "8080")]
    [InlineData("03-bind-localhost", "EAS0209", "/containers/0/command", "localhost")]
    [InlineData("05-probe-path-not-served", "EAS0708", "/containers/0/startup_check/http_get/path", "Development")]
    [InlineData("06-k8s-style-probe-keys", "EAS0004", "/containers/0/livenessProbe", "liveness_check")]
    [InlineData("09-grace-in-runtime", "EAS0015", "/runtime/termination_grace_period", "/metadata/eas.termination_grace_period")]
    [InlineData("11-shell-script-hides-signals", "EAS0211", "/containers/0/script", "exec dotnet")]
    [InlineData("13-autoscaler-min-max", "EAS0641", "/autoscaler/max", "from 5 to 5")]
    [InlineData("13-autoscaler-min-max", "EAS0641", "/autoscaler/max", "5")]
    [InlineData("15-gpu-gpu-memory", "EAS0531", "/metadata/gpu_memory", "MemoryGB")]
    [InlineData("17-no-resources", "EAS0508", "/cloud/computing/instances", "what it runs on")]
    [InlineData("19-instances-as-strings", "EAS0002", "/cloud/computing/instances/0", "ecs.c7.large")]
    [InlineData("21-oss-without-scheme", "EAS0410", "/storage/0/oss/path", "oss://bucket/")]
    [InlineData("23-bad-service-name", "EAS0101", "/metadata/name", "My-Service")]
    [InlineData("25-plaintext-secret-in-env", "EAS0222", "/containers/0/env/0/value", "OPENAI_API_KEY")]
    [InlineData("27-gateway-shared", "EAS0810", "/networking/gateway", "shared")]
    [InlineData("29-negative-instance", "EAS0105", "/metadata/instance", "-3")]
    public void Are_found(string file, string rule, string pointedAt, string says)
    {
        var finding = Assert.Single(Read(file).AllFindings(), finding => finding.Rule.Id == rule);

        Assert.Equal(pointedAt, finding.Pointer);
        Assert.Contains(says, finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00-baseline")]
    [InlineData("31-valid-digest-image")]
    public void Right_ones_have_no_fault_but_a_single_instance(string file) =>
        Assert.Equal(["EAS0111"], Read(file).AllFindings().Select(static finding => finding.Rule.Id));

    [Fact]
    public void None_of_the_files_throws() => Assert.All(
        Directory.EnumerateFiles(Repository.Shared, "*.json", SearchOption.AllDirectories),
        static file => Assert.NotNull(ServiceReader.Read(File.ReadAllText(file)).AllFindings()));

    private static ReadService Read(string file) => ServiceReader.Read(File.ReadAllText(Path.Combine(Repository.Shared, "misconfigs", file + ".json")));
}
