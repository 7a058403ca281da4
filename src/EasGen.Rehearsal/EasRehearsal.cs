using System.Diagnostics.CodeAnalysis;
using EasGen.Core.Files;
using EasGen.Rehearsal;

namespace EasGen;

/// <summary>
/// Runs a service as PAI-EAS would, in processes on this machine and by the numbers of its service JSON: start, load, rollouts.
/// <code>
/// [Fact]
/// public async Task Rolls_without_loss() => await EasRehearsal.RunAsync&lt;IrisClassifier&gt;();
/// </code>
/// The project of the service is referenced by that of the test; its program then lies beside the test.
/// </summary>
public static class EasRehearsal
{
    /// <summary>Rehearses the service of a class.</summary>
    /// <typeparam name="TService">The class with the <c>[EasService]</c> attribute.</typeparam>
    /// <param name="options">How; unset, by the service JSON alone.</param>
    /// <param name="cancellationToken">Ends it, with all processes that it has started.</param>
    /// <returns>The report, in which nothing has failed.</returns>
    /// <exception cref="RehearsalException">The service cannot be rehearsed here.</exception>
    /// <exception cref="RehearsalFailedException">On PAI-EAS something would not go well; the message is the report.</exception>
    [RequiresAssemblyFiles("The service JSON is read from the file of the assembly.")]
    public static Task<RehearsalReport> RunAsync<TService>(
        RehearsalOptions? options = null, CancellationToken cancellationToken = default) =>
        PlayAsync(
            ServiceFile.Of(typeof(TService), typeof(TService).Assembly.Location),
            typeof(TService).Assembly.Location,
            options,
            cancellationToken);

    /// <summary>Rehearses the service of a file.</summary>
    /// <param name="path">The service JSON.</param>
    /// <inheritdoc cref="RunAsync{TService}(RehearsalOptions?, CancellationToken)"/>
    public static async Task<RehearsalReport> RunFileAsync(
        string path, RehearsalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var read = ServiceReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        if (read.Document is null)
            throw new RehearsalException($"'{path}' is not JSON; 'easgen check' says where");
        return await PlayAsync(read, path, options, cancellationToken);
    }

    private static async Task<RehearsalReport> PlayAsync(
        Core.Reading.ReadService read, string file, RehearsalOptions? options, CancellationToken cancellationToken)
    {
        var report = await RehearsalRun.PlayAsync(read, file, options ?? new(), watcher: null, cancellationToken);
        return report.HasPassed ? report : throw new RehearsalFailedException(report);
    }
}
