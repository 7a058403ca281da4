using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>
/// Service files from people who do this job, each with all that is to be said of it: the project's own texts, and public ones where
/// they are.
/// </summary>
public class Cases
{
    // Beside the advice to run several instances, of which most of the files have one. What holds marked secrets is tried with every
    // verb and format of the tool.
    private const string Advice = "EAS0111";
    private const string Secrets = "secrets";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["broken"] = "EAS0001",
        ["given-twice"] = "EAS0003",
        ["comments-and-commas"] = "EAS0017",
        ["api-response-instead-of-service"] = "EAS0002",
        ["array-of-two-services"] = "EAS0002",
        ["big-number"] = "EAS0004 EAS0312 EAS0509 EAS0620",
        ["burstable-mixed"] = "",
        ["command-as-list"] = "EAS0002",
        ["command-bash-c"] = "",
        ["command-sh-c-double-quotes"] = "",
        ["crlf-and-tabs"] = "",
        ["curly-quotes"] = "EAS0001",
        ["docker-auth-with-newline"] = "EAS0018 EAS0224",
        ["duplicate-key"] = "EAS0003",
        ["env-dropped"] = "EAS0205",
        ["env-https-ports-only"] = "EAS0216",
        ["env-urls-other-port"] = "EAS0208",
        ["group-with-one-instance-type"] = "EAS0015 EAS0510 EAS0512",
        ["grpc-with-http-probe"] = "EAS0708",
        ["instances-are-strings"] = "EAS0002 EAS0015 EAS0102 EAS0107 EAS0511",
        ["invented-scaling-block"] = "EAS0002 EAS0004×4 EAS0015 EAS0102 EAS0109",
        ["labels-not-text"] = "EAS0016×2",
        ["line-comfyui-bare-listen"] = "",
        ["line-django-runserver-other-port"] = "EAS0208",
        ["line-gunicorn-b-other-port"] = "EAS0208",
        ["line-gunicorn-bind-127"] = "EAS0209",
        ["line-gunicorn-default-address"] = "EAS0214",
        ["line-node-listen-address-other-port"] = "EAS0208",
        ["line-ollama-host-variable-127"] = "EAS0208 EAS0209",
        ["line-streamlit-other-port"] = "EAS0208",
        ["line-torchrun-master-port"] = "",
        ["line-triton-metrics-port"] = "",
        ["line-uvicorn-default-address"] = "EAS0214",
        ["nulls-from-terraform"] = "EAS0019×7",
        ["one-spot-type-vllm"] = "EAS0102 EAS0505 EAS0506",
        ["oss-output-argument"] = "EAS0015 EAS0207",
        ["oss-path-left-as-template"] = "EAS0004 EAS0016 EAS0017 EAS0410",
        ["oss-unicode-folder"] = "",
        ["python-true"] = "EAS0001",
        ["sdk-options-at-top"] = "EAS0015",
        ["secret-in-model-config-object"] = "EAS0317",
        ["utf8-with-bom"] = "",
    };

    public static TheoryData<string> Files =>
    [
        .. ServiceFiles.Own("texts").Where(static file => Answers.ContainsKey(NameOf(file))),
        .. ServiceFiles.Public("cases").Where(static file => NameOf(file) != Secrets),
    ];

    [Theory, MemberData(nameof(Files))]
    public void Are_told_what_is_wrong_and_no_more(string file) => Assert.Equal(
        Answers[NameOf(file)],
        string.Join(' ', ServiceReader.Read(File.ReadAllBytes(Repository.At(file))).AllFindings()
            .Where(static finding => finding.Rule.Id != Advice)
            .GroupBy(static finding => finding.Rule.Id)
            .OrderBy(static found => found.Key, StringComparer.Ordinal)
            .Select(static found => found.Count() == 1 ? found.Key : $"{found.Key}×{found.Count()}")));

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}
