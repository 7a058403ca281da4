using System.CommandLine;

namespace EasGen.Cli.Cloud;

/// <summary>Which of the services of an assembly or a project is meant.</summary>
internal sealed class ChoiceOptions
{
    private readonly Option<string?> service = new("--service")
    {
        Description = "The name of the service that is meant, if there are several.",
        HelpName = "NAME",
    };

    private readonly Option<string?> environment = new("--environment")
    {
        Description = "The environment whose service is meant, when a project is named.",
        HelpName = "NAME",
    };

    public void AddTo(Command verb)
    {
        verb.Add(service);
        verb.Add(environment);
    }

    public ArtifactChoice Of(ParseResult parsed) => new(parsed.GetValue(service), parsed.GetValue(environment));
}
