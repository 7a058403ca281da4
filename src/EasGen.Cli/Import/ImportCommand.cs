using System.CommandLine;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Import;

/// <summary>The verb <c>import</c>: service JSON as annotated classes.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var paths = PathArgument.Create(
            "path",
            "Service JSON, a folder (all services below it), a pattern such as 'deploy/**/*.json', or - for the standard input.");
        var output = OutputOption.Create("<ClassName>.cs");
        var space = new Option<string?>("--namespace", "-n")
        {
            Description = "The namespace of the classes; none if it is not given.",
            HelpName = "NS",
        };
        var language = new Option<CSharpVersion>("--language-version")
        {
            Description = "The version of C# that the classes are for, as in LangVersion: 7.3 or newer.",
            HelpName = "VERSION",
            DefaultValueFactory = static _ => CSharpVersion.Usual,
            CustomParser = static result =>
            {
                if (CSharpVersion.Parse(result.Tokens[0].Value) is { } version)
                    return version;
                result.AddError(
                    $"--language-version '{result.Tokens[0].Value}' is not a version of C# that classes can be written for; "
                    + "give 7.3 or newer, such as 10");
                return default;
            },
        };
        language.CompletionSources.Add(CSharpVersion.Known);
        var force = new Option<bool>("--force") { Description = "Replace existing files that differ; without it they are kept." };
        space.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && NamespaceName.Judge(name) is { } violation)
                result.AddError(violation);
        });
        var verb = new Verb(
            "import",
            "Writes an annotated class for each service JSON. Nothing is lost: what no attribute says becomes a raw setting, "
            + "and secrets become placeholders. Exits as check does.",
            "easgen import service.json",
            "easgen import deploy/ --output Services --namespace Acme.Services",
            "easgen import service.json --language-version 7.3")
        {
            paths,
            output,
            space,
            language,
            force,
        };
        verb.SetAction((parsed, interrupted) =>
            Task.Run(() =>
                Run(
                    parsed.GetValue(paths)!,
                    new(
                        parsed.GetValue(output)!,
                        new(parsed.GetValue(space), parsed.GetValue(language)),
                        parsed.GetValue(force),
                        interrupted),
                    parsed.InvocationConfiguration)));
        return verb;
    }

    private static int Run(string[] paths, Importer importer, InvocationConfiguration configuration)
    {
        importer.Import(paths);
        using (var output = Screen.Output(configuration))
        {
            foreach (var file in importer.Files)
                ImportReport.Write(file, output);
            ImportReport.WriteSummary(importer.Files, importer.InputErrors.Count, importer.Skipped, output);
        }
        InputErrors.Write(importer.InputErrors, configuration);
        return importer.ExitCode;
    }
}
