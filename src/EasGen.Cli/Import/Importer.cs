using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Import;

/// <summary>Imports inputs one after the other; what cannot be used stops none of the others.</summary>
/// <param name="folder">Where the classes go.</param>
/// <param name="session">What they have in common.</param>
/// <param name="force">True when files that differ may be replaced.</param>
/// <param name="interrupted">Set when somebody has had enough; what is written by then is whole, and is reported.</param>
internal sealed class Importer(string folder, ImportSession session, bool force, CancellationToken interrupted = default)
{
    private readonly List<ImportedFile> files = [];
    private readonly List<InputError> inputErrors = [];

    // Which input has a service of that name.
    private readonly Dictionary<string, string> services = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ImportedFile> Files => files;

    public IReadOnlyList<InputError> InputErrors => inputErrors;

    /// <summary>How many files of the folders are no service JSON.</summary>
    public int Skipped { get; private set; }

    public int ExitCode =>
        inputErrors.Count > 0 ? Cli.ExitCode.Unusable
        : files.Exists(static file => file.Count(NoteKind.Error) > 0) ? Cli.ExitCode.Errors
        : Cli.ExitCode.Clean;

    public void Import(IEnumerable<string> arguments)
    {
        var (inputs, unknown) = InputSearch.Find(arguments);
        inputErrors.AddRange(unknown);
        AtomicFile.RemoveStrays(folder);
        foreach (var input in inputs)
        {
            if (interrupted.IsCancellationRequested)
            {
                inputErrors.Add(new(input.Path, "and the inputs after it are not imported: interrupted"));
                return;
            }
            Import(input);
        }
    }

    private void Import(Input input)
    {
        if (input.IsAssembly)
        {
            inputErrors.Add(new(input.Path, "is an assembly, whose services are already C#; import takes service JSON"));
            return;
        }
        var (found, inputError) = InputReader.Read(input);
        if (inputError is not null)
            inputErrors.Add(inputError);
        else if (found is not [var text] || OwnFile.IsOne(text))
            Skipped++;
        else
            Import(text);
    }

    private void Import(ServiceText text)
    {
        var read = ServiceReader.Read(text.Json);
        if (Unusable(text, read) is { } error)
        {
            inputErrors.Add(error);
            return;
        }
        var service = session.Import(read, Path.GetFileName(text.Name));
        var output = Path.Combine(folder, service.ClassName + ".cs");
        if (OutputFile.Write(output, service.Code, force) is { } problem)
            inputErrors.Add(new(text.Name, $"is not imported: {problem}"));
        else
            files.Add(new(
                text.Name,
                output,
                service,
                ImportNotes.Of(text.Json, read, service, [.. read.AllFindings(), .. Duplicates(text.Name, read)])));
    }

    private static InputError? Unusable(ServiceText text, ReadService read)
    {
        if (read.Document is null)
            return InputError.NotJson(text, read);
        return read.Findings.FirstOrDefault(
            static finding => finding.Rule == GeneralRules.EAS0002_ValueHasType && finding.Pointer.Length == 0) is { } other
            ? new(text.Name, $"is not a service: {read.Concealment.Of(other.Message.For(Audience.Json))}")
            : null;
    }

    // The analyzer says the same of the classes in one project.
    private IEnumerable<Finding> Duplicates(string input, ReadService read)
    {
        if (read.ServiceName is not { Length: > 0 } name || services.TryAdd(name, input))
            yield break;
        yield return new(
            CompilerRules.EAS1002_ServiceNamesAreUnique,
            read.Place("/metadata/name"),
            $"The service name '{name}' is also that of '{services[name]}', and in one project both would write the same file; "
            + $"rename one, or import them into two projects");
    }
}
