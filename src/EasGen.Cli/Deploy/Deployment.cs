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
            await ChangingCall.MakeAsync($"'{plan.Name}' was changed", CallAsync, IsDoneAsync);
        }
        catch (EasApiException problem) when (plan.Live is null && problem.IsConflict)
        {
            throw new CommandException($"A service '{plan.Name}' has been created meanwhile; plan again") { ExitCode = ExitCode.Errors };
        }
    }

    private async Task CallAsync()
    {
        var service = plan.Service.Filled;
        if (plan.Live is null)
            await connection.Client.CreateServiceAsync(
                Bytes(service.Document!), service.Service.First(EasService.FeatureType)?[EasService.WorkspaceId]);
        else
            await connection.Client.UpdateServiceAsync(plan.Name, Bytes(await UpdateAsync(service.Document!)), plan.Strategy);
    }

    // As many instances as a scaler has made by now stay.
    private async Task<JsonNode> UpdateAsync(JsonNode document)
    {
        if (!plan.IsScaled)
            return document;
        var count = plan.Strategy == UpdateType.Merge
            ? JsonNode.Null()
            : JsonNode.Number((await connection.Client.DescribeServiceAsync(plan.Name, CancellationToken.None)).TotalInstance);
        var patch = JsonNode.Object();
        patch.Child("metadata", list: false).Add("instance", count);
        return MergePatch.Apply(document, patch);
    }

    // Strict JSON, whatever was written.
    private static byte[] Bytes(JsonNode document) => Encoding.UTF8.GetBytes(document.ToString());

    private async Task<bool> IsDoneAsync()
    {
        var now = await LiveService.FindAsync(connection.Client, plan.Name, CancellationToken.None);
        var isSame = Planner.IsSame(plan.Service.Filled, now, plan.Strategy);
        if (now is null || isSame || now.State.LatestVersion == plan.Version)
            return isSame;
        throw new CommandException($"'{plan.Name}' was changed in another way meanwhile; plan again") { ExitCode = ExitCode.Errors };
    }
}
