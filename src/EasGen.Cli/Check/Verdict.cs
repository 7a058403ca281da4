using EasGen.Cli.Fixing;
using EasGen.Cli.Inputs;
using EasGen.Cli.Policy;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>What there is to say of one input.</summary>
/// <param name="Files">The services in it that could be judged.</param>
/// <param name="Error">Why it could not be used, or not be fixed.</param>
internal sealed record Verdict(IReadOnlyList<CheckedFile> Files, InputError? Error)
{
    /// <summary>True for a file of a folder that is no service JSON.</summary>
    public bool IsSkipped { get; private init; }

    /// <summary>The standard input as fixes left it; null for any other, and if nothing is to be fixed.</summary>
    public byte[]? StandardInput { get; private init; }

    public static Verdict Of(Input input, RulePolicy policy, CheckRequest request)
    {
        if (!request.Fixes || !input.IsStandard)
            return Of(input, InputReader.Read(input), policy, request);
        // Whatever could be read of it comes out again.
        var verdict = Of(input, InputReader.Read(input, out var bytes), policy, request);
        return verdict with { StandardInput = verdict.StandardInput ?? bytes ?? [] };
    }

    private static Verdict Of(
        Input input, (IReadOnlyList<ServiceText> Services, InputError? Error) read, RulePolicy policy, CheckRequest request)
    {
        var (services, error) = read;
        if (services.Count == 0 || (!input.IsAssembly && OwnFile.IsOne(services[0])))
            return new([], error) { IsSkipped = error is null };
        if (request.Fixes && !input.IsAssembly)
            return Fixed(input, services[0], policy, request);
        var files = new List<CheckedFile>(services.Count);
        foreach (var service in services)
        {
            if (Check(service, policy, input, request) is { } file)
                files.Add(file);
        }
        return new(files, error);
    }

    private static Verdict Fixed(Input input, ServiceText service, RulePolicy policy, CheckRequest request)
    {
        if (policy.For(service.Name) is not { } severityOf)
            return new([], null);
        var mended = Mender.Mend(service.Json, finding => severityOf(finding.Rule) is not null);
        var error = mended.Mended.Count == 0 || input.IsStandard ? null : FileUpdate.Write(input.Path, service.Json, mended.Bytes);
        // What could not be written is judged as it is.
        var file = Check(error is null ? service with { Json = mended.Bytes } : service, policy, input, request)!;
        return new([error is null ? file.After(mended) : file], error)
        {
            StandardInput = input.IsStandard ? mended.Bytes : null,
        };
    }

    // Without its settings nobody knows what counts.
    private static CheckedFile? Check(ServiceText service, RulePolicy policy, Input input, CheckRequest request) =>
        policy.For(service.Name) is { } severityOf
            ? CheckedFile.Of(service, severityOf, request.Format == FormatOption.Sarif && !input.IsAssembly) with
            {
                IsBuilt = input.IsAssembly,
            }
            : null;
}
