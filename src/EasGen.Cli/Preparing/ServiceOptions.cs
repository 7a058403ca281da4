using System.CommandLine;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Policy;

namespace EasGen.Cli.Preparing;

/// <summary>What <c>plan</c> and <c>deploy</c> have to know of the service that they put into the cloud.</summary>
internal sealed class ServiceOptions
{
    private readonly ChoiceOptions choice = new();

    private readonly Option<string> strategy = new("--strategy")
    {
        Description = "What becomes of settings that are live and not in the service: merge keeps them, as PAI-EAS does by itself; "
            + "replace removes them.",
        DefaultValueFactory = static _ => Merge,
    };

    private readonly Option<RuleSetting[]> severities = SeverityOption.Create();
    private readonly VariableOptions variables = new();
    private readonly CloudOptions cloud = new();

    private const string Merge = "merge";
    private const string Replace = "replace";

    public ServiceOptions() => strategy.AcceptOnlyFromAmong(Merge, Replace);

    public void AddTo(Command verb)
    {
        choice.AddTo(verb);
        verb.Add(strategy);
        verb.Add(severities);
        variables.AddTo(verb);
        cloud.AddTo(verb);
    }

    public ServiceRequest Of(string path, ParseResult parsed) => new(
        path,
        choice.Of(parsed),
        parsed.GetValue(strategy) == Replace ? UpdateType.Replace : UpdateType.Merge,
        parsed.GetValue(severities)!,
        variables.Of(parsed),
        cloud.Of(parsed));
}

/// <summary>What was said about the service and where it goes.</summary>
/// <param name="Path">The artifact, assembly or project.</param>
/// <param name="Choice">Which of its services.</param>
/// <param name="Strategy">What becomes of settings that it lacks.</param>
/// <param name="Severities">How much rules count.</param>
/// <param name="Variables">The values of its placeholders.</param>
/// <param name="Cloud">Where to call, and as whom.</param>
internal sealed record ServiceRequest(
    string Path,
    ArtifactChoice Choice,
    UpdateType Strategy,
    IReadOnlyList<RuleSetting> Severities,
    VariableRequest Variables,
    CloudRequest Cloud);
