using System.Text;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Plan;
using EasGen.Core.Features;

namespace EasGen.Cli.Deploy;

/// <summary>Carries a plan out.</summary>
internal sealed class Deployment(ServicePlan plan, CloudConnection connection)
{
    /// <summary>Creates or updates the service.</summary>
    /// <exception cref="CommandException">Somebody else has created or changed the service.</exception>
    /// <exception cref="EasApiException">The call was refused.</exception>
    public async Task CarryOutAsync()
    {
        try
        {
            await ChangingCall.MakeAsync(CallAsync, IsDoneAsync);
        }
        catch (EasApiException problem) when (plan.Live is null && problem.IsConflict)
        {
            throw new CommandException($"A service '{plan.Name}' has been created meanwhile; plan again") { ExitCode = ExitCode.Errors };
        }
    }

    // Strict JSON, and as many instances as a scaler has made.
    private byte[] Body()
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

    private Task CallAsync() => plan.Live is null
        ? connection.Client.CreateServiceAsync(Body(), plan.Service.Filled.Service.First(EasService.FeatureType)?[EasService.WorkspaceId])
        : connection.Client.UpdateServiceAsync(plan.Name, Body(), plan.Strategy);

    private async Task<bool> IsDoneAsync()
    {
        var now = await LiveService.FindAsync(connection.Client, plan.Name, CancellationToken.None);
        var isLeft = Planner.Changes(plan.Service.Filled, now, plan.Strategy).Any(static change => change.IsDone);
        if (now is null || !isLeft || now.State.LatestVersion == plan.Version)
            return !isLeft;
        throw new CommandException($"'{plan.Name}' was changed in another way meanwhile; plan again") { ExitCode = ExitCode.Errors };
    }
}
