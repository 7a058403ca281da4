using EasGen.Cli.Cloud;
using EasGen.Core.Secrets;
using Microsoft.Extensions.Configuration.Ini;

namespace EasGen.Cli.Preparing;

/// <summary>The values of placeholders: said on the command line, in a file, or in the environment.</summary>
internal sealed class Variables
{
    // Every machine has these, and each another: whoever writes ${HOME} means the container's.
    private static readonly string[] OfTheMachine =
        ["HOME", "HOSTNAME", "LANG", "LOGNAME", "OLDPWD", "PATH", "PWD", "SHELL", "SHLVL", "TEMP", "TERM", "TMP", "TMPDIR", "USER"];

    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> used = new(StringComparer.Ordinal);

    private Variables()
    {
    }

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static Variables Of(VariableRequest request)
    {
        var variables = new Variables();
        if (request.File is { } path)
        {
            foreach (var (name, value) in Read(path))
                variables.given[name] = value;
        }
        foreach (var variable in request.Variables)
            variables.given[variable[..variable.IndexOf('=', StringComparison.Ordinal)]] =
                variable[(variable.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return variables;
    }

    /// <summary>The values that were asked for and promise to be secrets, by their names.</summary>
    public IReadOnlyList<Secret> Secrets => [.. SecretName.Among(used)];

    /// <summary>The value; null when nobody has said one.</summary>
    public string? Find(string name)
    {
        var value = given.TryGetValue(name, out var said) ? said
            : Array.IndexOf(OfTheMachine, name) >= 0 ? null
            : Environment.GetEnvironmentVariable(name);
        if (value is not null)
            used[name] = value;
        return value;
    }

    private static IEnumerable<KeyValuePair<string, string>> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return [.. IniStreamConfigurationProvider.Read(file).Select(static line => KeyValuePair.Create(line.Key, line.Value ?? ""))];
        }
        catch (FormatException)
        {
            // What the library says of it quotes the line, which may hold a secret.
            throw new CommandException($"'{path}' cannot be used: a line of it is not NAME=VALUE, or a name is given twice");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read: {problem.Message}");
        }
    }
}
