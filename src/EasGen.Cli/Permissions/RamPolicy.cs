using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Cli.Permissions;

/// <summary>A policy of Alibaba Cloud's Resource Access Management.</summary>
internal static class RamPolicy
{
    private static readonly string[] Reading =
    [
        "DescribeService", "DescribeServiceDiagnosis", "DescribeServiceEvent", "DescribeServiceLog", "ListServiceInstances",
        "ListServiceVersions",
    ];

    private static readonly string[] Changing = ["DeleteService", "UpdateService", "UpdateServiceVersion"];

    // What is about no service that is there.
    private static readonly string[] ReadingAnywhere = ["DescribeMachineSpec"];

    private static readonly string[] ChangingAnywhere = ["CreateService"];

    /// <summary>The policy as JSON.</summary>
    /// <param name="resources">The services, as RAM names them.</param>
    /// <param name="readOnly">True for the verbs that change nothing.</param>
    public static string For(IReadOnlyList<string> resources, bool readOnly) => JsonSerializer.Serialize(
        new PolicyDocument(
            "1",
            [
                new("Allow", Actions(readOnly ? Reading : [.. Changing, .. Reading]), [.. resources.Distinct()]),
                new("Allow", Actions(readOnly ? ReadingAnywhere : [.. ChangingAnywhere, .. ReadingAnywhere]), ["*"]),
            ]),
        PolicyContext.Default.PolicyDocument);

    private static string[] Actions(string[] actions) => Array.ConvertAll(actions, static action => $"eas:{action}");
}

internal sealed record PolicyDocument(string Version, IReadOnlyList<PolicyStatement> Statement);

internal sealed record PolicyStatement(string Effect, IReadOnlyList<string> Action, IReadOnlyList<string> Resource);

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class PolicyContext : JsonSerializerContext;
