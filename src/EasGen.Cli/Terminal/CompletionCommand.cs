using System.CommandLine;

namespace EasGen.Cli.Terminal;

/// <summary>
/// The verb <c>completion</c>: a script that lets a shell complete the command line. The words come from the tool itself.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _easgen() {
          local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
          COMPREPLY=()
          # Anything else is a path, which the shell completes by itself.
          if [[ $COMP_CWORD == 1 || $word == -* || $before == -* || $before == rules || $before == completion ]]; then
            COMPREPLY=($(compgen -W "$(easgen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
          fi
        }
        complete -o default -F _easgen easgen
        """;

    private const string Zsh = """
        #compdef easgen
        _easgen() {
          local -a words_of_easgen
          words_of_easgen=("${(@f)$(easgen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- $words_of_easgen
          _files
        }
        compdef _easgen easgen
        """;

    private const string Fish = """
        complete -c easgen -a '(easgen "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName easgen -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          easgen "[suggest:$cursorPosition]" "$commandAst" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell to complete in." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var verb = new Verb(
            "completion",
            "Prints a script that makes a shell complete easgen commands.",
            "easgen completion bash >> ~/.bashrc",
            "easgen completion pwsh >> $PROFILE")
        {
            shell,
        };
        verb.SetAction(parsed =>
        {
            using var output = Screen.Output(parsed.InvocationConfiguration);
            output.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return ExitCode.Clean;
        });
        return verb;
    }
}
