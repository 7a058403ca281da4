using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Core.Features;
using EasGen.Core.Reading;

namespace EasGen.Cli.Plan;

/// <summary>Whether there are machines left of the kinds that a service asks for.</summary>
internal static class Stock
{
    /// <summary>What is sold out; nothing if PAI-EAS does not tell.</summary>
    public static async Task<IReadOnlyList<string>> WarningsAsync(
        ReadService service, CloudConnection connection, CancellationToken interrupted)
    {
        string[] types =
        [
            .. service.Service.All(InstanceType.FeatureType)
                .Select(static feature => feature[InstanceType.Type])
                .Where(static type => !string.IsNullOrEmpty(type) && !Placeholder.IsIn(type))
                .Distinct()!,
        ];
        if (types.Length == 0)
            return [];
        IReadOnlyList<MachineType> known;
        try
        {
            known = await connection.Client.DescribeMachineSpecAsync(interrupted);
        }
        catch (Exception problem) when (problem is EasApiException or HttpRequestException)
        {
            return [$"Whether there are machines left is not known: {CallFailure.Describe(problem, connection)}"];
        }
        return [.. types.Select(type => Warning(type, known, connection.Region)).OfType<string>()];
    }

    private static string? Warning(string type, IReadOnlyList<MachineType> known, string region)
    {
        var machine = known.FirstOrDefault(machine => machine.InstanceType == type);
        if (machine is null)
            return known.Count == 0 ? null : $"The instance type '{type}' is not offered in {region}";
        return machine.IsAvailable == false || machine.StockStatus == "NoStock"
            ? $"The instance type '{type}' is sold out in {region}; a service that needs it waits until there is one"
            : null;
    }
}
