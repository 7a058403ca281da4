using System.CommandLine;
using EasGen.Cli.Check;
using EasGen.Cli.Inputs;
using EasGen.Cli.Policy;
using EasGen.Cli.Terminal;
using EasGen.Core.Files;

namespace EasGen.Cli.Emit;

/// <summary>The verb <c>emit</c>: the service JSON out of built assemblies.</summary>
internal static class EmitCommand
{
    public static Command Create()
    {
        var assemblies = PathArgument.Create("assembly", "A built assembly (.dll), a pattern such as 'bin/**/*.dll', or several.");
        var output = OutputOption.Create("<service>.json");
        var verb = new Verb(
            "emit",
            "Writes the service JSON of every [EasService] class in an assembly, without running any of its code. Exits as check does.",
            "easgen emit bin/Release/net10.0/IrisClassifier.dll --output deploy")
        {
            assemblies,
            output,
        };
        verb.SetAction(parsed => Run(parsed.GetValue(assemblies)!, parsed.GetValue(output)!, parsed.InvocationConfiguration));
        return verb;
    }

    private static int Run(string[] assemblies, string folder, InvocationConfiguration configuration)
    {
        var (inputs, inputErrors) = InputSearch.Find(assemblies);
        var all = new List<InputError>(inputErrors);
        var written = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<CheckedFile>();
        var policy = new RulePolicy([]);

        using var output = Screen.Output(configuration);
        foreach (var input in inputs)
        {
            if (!input.IsAssembly)
            {
                all.Add(new(input.Path, "is not an assembly; emit takes .dll files"));
                continue;
            }
            var (services, inputError) = InputReader.Read(input);
            if (inputError is not null)
                all.Add(inputError);
            foreach (var service in services)
            {
                if (policy.For(service.Name) is { } severityOf)
                    files.Add(CheckedFile.Of(service, severityOf) with { IsBuilt = true });
                if (Write(service, folder, written) is { } problem)
                    all.Add(problem);
                else
                    output.WriteLine($"{Plain.Line(input.Path)} -> {Plain.Line(Path.Combine(folder, FileOf(service)))}");
            }
        }

        AtomicFile.RemoveStrays(folder);
        all.AddRange(policy.Mistakes);
        var result = new CheckResult(files, all, skipped: 0);
        new TextReport().Write(result, output);
        InputErrors.Write(all, configuration);
        return result.ExitCode;
    }

    private static InputError? Write(ServiceText service, string folder, Dictionary<string, string> written)
    {
        var file = FileOf(service);
        if (SafeFileName.Judge(Path.GetFileNameWithoutExtension(file)) is { } violation)
            return new(service.Name, $"is not written: {violation}");
        if (!written.TryAdd(file, service.Name))
            return new(service.Name, $"is not written: '{written[file]}' already has the file '{file}'; emit them into separate folders");
        try
        {
            AtomicFile.Write(Path.GetFullPath(Path.Combine(folder, file)), service.Json);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            written.Remove(file);
            return new(service.Name, $"is not written: {problem.Message}");
        }
    }

    private static string FileOf(ServiceText service) => Path.GetFileName(service.Name);
}
