using System.Net;
using System.Text;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Plan;
using EasGen.Core.Features;

namespace EasGen.Cli.Deploy;

/// <summary>Carries a plan out: once, whatever becomes of the answers.</summary>
internal sealed class Deployment(ServicePlan plan, CloudConnection connection)
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Creates or updates the service.</summary>
    /// <exception cref="CommandException">It is not done, or somebody else has changed the service.</exception>
    /// <exception cref="EasApiException">The call was refused.</exception>
    public async Task CarryOutAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CallAsync();
                return;
            }
            catch (Exception problem) when (IsOpen(problem))
            {
                // What was not answered may have been done, and may not be done twice.
                if (await IsDoneAsync())
                    return;
                if (attempt == Attempts)
                    throw;
                await Task.Delay((problem as EasApiException)?.RetryAfter ?? Pause);
            }
            catch (EasApiException problem) when (plan.Live is null && problem.IsConflict)
            {
                throw new CommandException($"A service '{plan.Name}' has been created meanwhile; plan again") { ExitCode = ExitCode.Errors };
            }
        }
    }

    /// <summary>What is sent: strict JSON, and as many instances as a scaler has made.</summary>
    public byte[] Body()
    {
        var document = plan.Service.Filled.Document!;
        if (plan.Live is { IsScaled: true } live)
        {
            var instances = JsonNode.Object();
            instances.Child("metadata", list: false).Add("instance", JsonNode.Number(live.State.TotalInstance));
            document = MergePatch.Apply(document, instances);
        }
        return Encoding.UTF8.GetBytes(document.ToString());
    }

    // Nobody interrupts it: an answer that is not waited for tells nothing.
    private Task CallAsync() => plan.Live is null
        ? connection.Client.CreateServiceAsync(Body(), plan.Service.Filled.Service.First(EasService.FeatureType)?[EasService.WorkspaceId])
        : connection.Client.UpdateServiceAsync(plan.Name, Body(), plan.Strategy);

    // A lost connection, a server that failed on the way, half of an answer; and who asks too often was not heard.
    private static bool IsOpen(Exception problem) => problem switch
    {
        HttpRequestException => true,
        EasApiException refused => refused.IsThrottled || refused.StatusCode >= HttpStatusCode.InternalServerError || refused.IsUnreadable,
        _ => false,
    };

    private async Task<bool> IsDoneAsync()
    {
        var now = await LiveService.FindAsync(connection.Client, plan.Name, CancellationToken.None);
        var isLeft = Planner.Changes(plan.Service.Filled, now, plan.Strategy).Any(static change => change.IsDone);
        if (now is null || !isLeft || now.State.LatestVersion == plan.Version)
            return !isLeft;
        throw new CommandException($"Somebody else has changed '{plan.Name}' meanwhile; plan again") { ExitCode = ExitCode.Errors };
    }
}
