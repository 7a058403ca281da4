using EasGen.Cli.Inputs;

namespace EasGen.Cli.Check;

/// <summary>Checks many inputs side by side; the result has them in their order.</summary>
internal static class Checker
{
    /// <param name="arguments">Files, folders, patterns.</param>
    /// <param name="begin">Told how many files there are.</param>
    /// <param name="done">Called after each file, by any thread.</param>
    /// <param name="interrupted">Set when somebody has had enough.</param>
    /// <exception cref="OperationCanceledException">It was set.</exception>
    public static CheckResult Check(IEnumerable<string> arguments, Action<int> begin, Action done, CancellationToken interrupted)
    {
        var (inputs, inputErrors) = InputSearch.Find(arguments);
        begin(inputs.Count);
        var checkedInputs = inputs.AsParallel().AsOrdered().WithCancellation(interrupted).Select(input =>
        {
            var (services, inputError) = InputReader.Read(input);
            var files = services.Select(CheckedFile.Of).ToArray();
            done();
            return (Files: files, Error: inputError);
        }).ToArray();

        return new(
            [.. checkedInputs.SelectMany(static input => input.Files)],
            [.. inputErrors, .. checkedInputs.Select(static input => input.Error).OfType<InputError>()],
            checkedInputs.Count(static input => input.Files.Length == 0 && input.Error is null));
    }
}
