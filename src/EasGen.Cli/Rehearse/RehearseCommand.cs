using System.CommandLine;
using System.Text;
using EasGen.Cli.Cloud;
using EasGen.Cli.Inputs;
using EasGen.Cli.Preparing;
using EasGen.Cli.Terminal;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Rehearsal;

namespace EasGen.Cli.Rehearse;

/// <summary>The verb <c>rehearse</c>: runs a service here as PAI-EAS would, and says what would become of it there.</summary>
internal static class RehearseCommand
{
    // Each process of the service is ended before the tool ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var path = PathArgument.CreateSingle("path", "A service JSON, or the assembly or project that it is built from.");
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json, FormatOption.JUnit);
        var timeline = new Option<string?>("--timeline")
        {
            Description = "Writes the timeline as a picture: instances, probes and lost requests.",
            HelpName = "FILE.svg",
        };
        var choice = new ChoiceOptions();
        var options = new RehearseOptions();
        var variables = new VariableOptions();
        var verb = new Verb(
            "rehearse",
            "Runs a service on this machine as PAI-EAS would, by the numbers of its JSON: start, load, rollouts; no cloud and no image is "
            + "needed. Exits with 0 if all went well, 1 if something would not on PAI-EAS, 2 if it cannot be rehearsed.",
            "easgen rehearse . --request iris.json",
            "easgen rehearse eas/iris_classifier.json --command \"dotnet bin/Release/net10.0/Iris.dll\" --load 50/s",
            "easgen rehearse bin/Release/net10.0/Iris.dll --chaos --format junit > rehearsal.xml")
        {
            path,
            format,
            timeline,
        };
        verb.Patience = Patience;
        choice.AddTo(verb);
        options.AddTo(verb);
        variables.AddTo(verb);
        verb.SetAction(async (parsed, interrupted) =>
        {
            var configuration = parsed.InvocationConfiguration;
            try
            {
                var artifact = Artifact.Load(parsed.GetValue(path)!, choice.Of(parsed));
                var read = Fill(artifact, variables.Of(parsed));
                return await RunAsync(
                    (artifact, read),
                    options.Of(parsed),
                    new(configuration, parsed.GetValue(format)!, parsed.GetValue(timeline)),
                    interrupted);
            }
            catch (CommandException problem)
            {
                InputErrors.Write([problem.Message], configuration);
                return problem.ExitCode;
            }
            catch (RehearsalException problem)
            {
                InputErrors.Write([problem.Message], configuration);
                return ExitCode.Unusable;
            }
        });
        return verb;
    }

    private static async Task<int> RunAsync(
        (Artifact Artifact, ReadService Read) service, RehearsalOptions options, RehearseOutput output, CancellationToken interrupted)
    {
        output.Begin(service.Artifact.Name);
        var report = await RehearsalRun.PlayAsync(service.Read, service.Artifact.File, options, output.Write, interrupted);
        output.Write(report);
        return report.HasPassed ? ExitCode.Clean : ExitCode.Errors;
    }

    // Only what the programs get to see has to be known here: no image is pulled, and nothing is mounted.
    private static ReadService Fill(Artifact artifact, VariableRequest request)
    {
        var values = Variables.Of(request);
        var filled = ServiceReader.Read(PlaceholderFill.Fill(Encoding.UTF8.GetString(artifact.Json), values.Find));
        var open = filled.Placed
            .Where(static feature => feature.Type == Core.Features.EnvironmentVariable.FeatureType)
            .SelectMany(static variable => Placeholder.NamesIn(variable[Core.Features.EnvironmentVariable.Value] ?? ""))
            .Distinct()
            .ToList();
        return open.Count == 0
            ? filled
            : throw new CommandException(
                $"'{artifact.Name}' has variables without a value: {string.Join(", ", open)}; give each with --var {open[0]}=…");
    }
}
