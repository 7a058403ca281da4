using System.Net.Http.Headers;
using EasGen.Core;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;
using EasGen.Rehearsal.Acts;
using EasGen.Rehearsal.Instances;

namespace EasGen.Rehearsal;

/// <summary>A rehearsal from the first start to the last end.</summary>
internal static class RehearsalRun
{
    /// <param name="read">The service JSON.</param>
    /// <param name="file">The file that it is, or is in.</param>
    /// <param name="options">How it is rehearsed.</param>
    /// <param name="watcher">Told of what happens, while it does; null for no watcher.</param>
    /// <param name="interrupted">Ends it, with all processes that it has started.</param>
    /// <exception cref="RehearsalException">The service cannot be rehearsed here.</exception>
    public static async Task<RehearsalReport> PlayAsync(
        ReadService read, string file, RehearsalOptions options, Action<TimelineEvent>? watcher, CancellationToken interrupted)
    {
        Check(options);
        var concealment = new Concealment([.. read.Concealment.Secrets, .. SecretName.Among(options.Environment)]);
        try
        {
            return await PlayAsync(read, file, options, new Timeline(Shown, watcher), interrupted);
        }
        catch (RehearsalException problem)
        {
            throw new RehearsalException(Shown(problem.Message), problem.InnerException);
        }

        // A program may say anything, its secrets and signs that a terminal obeys among it.
        string Shown(string text) => string.Join('\n', concealment.Of(text).Split('\n').Select(PlainText.Line));
    }

    private static async Task<RehearsalReport> PlayAsync(
        ReadService read, string file, RehearsalOptions options, Timeline timeline, CancellationToken interrupted)
    {
        var service = RehearsedService.Of(read);
        var launch = Launch.Of(service, options, file, timeline);
        var answers = new Answers(timeline.Shown);
        await using var stage = await Stage.SetAsync(launch, interrupted);
        await PlayAsync(stage, answers, interrupted);
        return new(stage, answers.All);
    }

    private static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        if (!await StartAct.PlayAsync(stage, answers, interrupted))
        {
            answers.SkipRest(Question.Usual, "the service never became ready");
            if (stage.Options.Chaos)
                answers.SkipRest(Question.OfChaos, "the service never became ready");
            return;
        }
        await using (var load = stage.Call())
        {
            await SteadyAct.PlayAsync(stage, load, answers, interrupted);
            if (!stage.MayLeaveNamespaces || answers.Failure is null)
            {
                if (stage.Options.Chaos)
                    await AccidentAct.PlayAsync(stage, answers, interrupted);
                await RolloutAct.PlayAsync(stage, load, answers, interrupted);
                return;
            }
        }
        // What fails there may only lack what it calls.
        await stage.LeaveNamespacesAsync(answers.Failure!);
        answers.Clear();
        await PlayAsync(stage, answers, interrupted);
    }

    private static void Check(RehearsalOptions options)
    {
        if (!Enum.IsDefined(options.Network))
            throw new RehearsalException($"{options.Network} is not a network; use Auto, Machine or Namespace");
        if (options.Instances is < 1 or > 16)
            throw new RehearsalException(FormattableString.Invariant($"{options.Instances} instances do not fit here; use 1 to 16"));
        if (options.Rollouts is < 0 or > 100)
            throw new RehearsalException(FormattableString.Invariant($"{options.Rollouts} rollouts are not possible; use 0 to 100"));
        if (options.RequestsPerSecond is <= 0 or > 10_000 or double.NaN)
            throw new RehearsalException(FormattableString.Invariant(
                $"{options.RequestsPerSecond} requests a second are not possible; use more than 0, and 10000 at most"));
        foreach (var request in options.Requests)
        {
            // Two slashes begin the name of another machine.
            if (!request.Path.StartsWith('/') || request.Path.StartsWith("//", StringComparison.Ordinal))
                throw new RehearsalException($"The path '{request.Path}' does not start with one '/'");
            if (!MediaTypeHeaderValue.TryParse(request.ContentType, out _))
                throw new RehearsalException($"'{request.ContentType}' is not a media type; write one such as application/json");
        }
    }
}
