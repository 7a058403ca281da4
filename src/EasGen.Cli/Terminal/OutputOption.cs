using System.CommandLine;

namespace EasGen.Cli.Terminal;

/// <summary>The folder that a verb writes into.</summary>
internal static class OutputOption
{
    public static Option<string> Create(string files)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = $"The folder for {files}, created if it does not exist.",
            HelpName = "DIR",
            DefaultValueFactory = static _ => ".",
        };
        output.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string>() is not { } folder)
                return;
            if (string.IsNullOrWhiteSpace(folder))
                result.AddError("--output names no folder; give one, or leave it out for the current folder");
            else if (File.Exists(folder))
                result.AddError($"--output '{folder}' is a file; give a folder");
        });
        return output;
    }
}
