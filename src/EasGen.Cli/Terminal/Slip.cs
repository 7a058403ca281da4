using System.CommandLine;
using System.CommandLine.Parsing;
using EasGen.Core;

namespace EasGen.Cli.Terminal;

/// <summary>What to say of a word that is none of those that may stand there.</summary>
internal static class Slip
{
    /// <summary>The word that was probably meant; else what there is to say otherwise.</summary>
    public static string Advice(string word, IEnumerable<string> known, string otherwise) =>
        EditDistance.Nearest(word, known) is { } meant ? $"did you mean '{meant}'?" : otherwise;

    /// <summary>What is wrong with a command; each in one line.</summary>
    public static IEnumerable<string> In(ParseResult parsed)
    {
        foreach (var token in parsed.UnmatchedTokens)
            yield return Unknown(token, parsed.CommandResult);
        // Of such tokens the library says that they are there, and that there is no command.
        var isVerb = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0;
        foreach (var message in parsed.Errors.Select(static error => error.Message).Where(message => !isVerb && !IsUnmatched(message)))
            yield return message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal);

        bool IsUnmatched(string message) =>
            parsed.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal));
    }

    /// <summary>An option that the command does not have, or a verb that does not exist.</summary>
    public static string Unknown(string token, CommandResult command)
    {
        var verbs = command.Command.Subcommands.Select(static verb => verb.Name);
        if (!token.StartsWith('-'))
            return verbs.Any()
                ? $"'{token}' is not a command; {Advice(token, verbs, "--help lists them")}"
                : $"'{token}' is one argument too many; --help lists what the command takes";
        var known = Above(command).SelectMany(static one => one.Options).SelectMany(static option => option.Aliases.Append(option.Name));
        return $"'{token}' is not an option; {Advice(token.Split('=')[0], known, "--help lists the options")}";
    }

    private static IEnumerable<Command> Above(CommandResult command)
    {
        for (SymbolResult? at = command; at is CommandResult one; at = at.Parent)
            yield return one.Command;
    }
}
