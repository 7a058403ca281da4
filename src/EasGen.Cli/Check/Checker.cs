using EasGen.Cli.Inputs;
using EasGen.Cli.Policy;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Cli.Check;

/// <summary>Checks many inputs side by side; the result has them in their order.</summary>
internal static class Checker
{
    private const string Usual =
        """{"metadata":{"name":"usual","instance":1},"containers":[{"image":"usual","port":8000,"command":"./usual"}]}""";

    /// <param name="request">What is asked for.</param>
    /// <param name="begin">Told how many files there are.</param>
    /// <param name="done">Called after each file, by any thread.</param>
    /// <param name="interrupted">Set when somebody has had enough.</param>
    /// <exception cref="OperationCanceledException">It was set.</exception>
    public static CheckResult Check(CheckRequest request, Action<int> begin, Action done, CancellationToken interrupted)
    {
        // What every file needs is made while they are looked for.
        _ = Task.Run(static () => ServiceReader.Read(Usual).AllFindings(), CancellationToken.None);
        var policy = new RulePolicy(request.Severities);
        var (inputs, inputErrors) = InputSearch.Find(request.Paths);
        begin(inputs.Count);
        // Not in halves: a thread that others keep from its core leaves the files to the rest.
        var verdicts = new Verdict[inputs.Count];
        Parallel.For(0, inputs.Count, new() { CancellationToken = interrupted }, index =>
        {
            verdicts[index] = Verdict.Of(inputs[index].NamedIfStandard(request.StandardInputName), policy, request);
            done();
        });

        return new(
            [.. verdicts.SelectMany(static verdict => verdict.Files)],
            [.. inputErrors, .. policy.Mistakes, .. verdicts.Select(static verdict => verdict.Error).OfType<InputError>()],
            verdicts.Count(static verdict => verdict.IsSkipped))
        {
            Fixed = request.Fixes ? verdicts.SelectMany(static verdict => verdict.Files).Sum(static file => file.Mended.Count) : null,
            StandardInput = verdicts.Select(static verdict => verdict.StandardInput).FirstOrDefault(static text => text is not null),
        };
    }
}
