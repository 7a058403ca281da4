using EasGen.Cli.Inputs;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Diff;

/// <summary>One side of a comparison: the service, or why it cannot be read.</summary>
internal sealed record ComparedService(string Path, ReadService? Service, InputError? Error)
{
    public static ComparedService Read(string path)
    {
        var (inputs, inputErrors) = InputSearch.Find([path]);
        if (inputErrors.Count > 0)
            return new(path, null, inputErrors[0]);
        if (inputs is not [{ IsNamed: true, IsAssembly: false } input])
            return new(path, null, new(path, "is not one file; diff compares two service JSONs"));
        var (services, error) = InputReader.Read(input);
        if (error is not null)
            return new(path, null, error);
        var read = ServiceReader.Read(services[0].Json);
        if (read.Document is null)
            return new(path, null, InputError.NotJson(services[0], read));
        var other = read.Findings.FirstOrDefault(static finding => finding.Pointer.Length == 0 && finding.Rule.Severity == Severity.Error);
        return other is not null
            ? new(path, null, new(path, $"is not a service: {read.Concealment.Of(other.Message.For(Audience.Json))}"))
            : new(path, read, null);
    }
}
