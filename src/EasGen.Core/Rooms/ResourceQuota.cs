namespace EasGen.Core.Rooms;

/// <summary>The resource quota, such as one of Lingjun, that the service runs on.</summary>
internal static class ResourceQuota
{
    public static readonly TextRow Id = new("Id", "metadata/quota_id") { Console = "Resource Type" };
    public static readonly TextRow Type = new("Type", "metadata/quota_type");
    public static readonly IntegerRow Priority = new("Priority", "options/priority");

    public static readonly Rule EAS0516_QuotaIsAlone = Rule.Warning("EAS0516", "Resource quota together with another choice of resources")
        .When(static service =>
        {
            if (Chosen(service) is not { } quota)
                return;
            var other = ResourceGroup.Chosen(service) is { } group ? $"the resource group '{group[ResourceGroup.Id]}'"
                : service.One(InstanceType.Room) is { } item ? $"the instance type '{item[InstanceType.Type]}'"
                : null;
            if (other is not null)
                service.Report(quota.At(Id), $"The service runs on the quota '{quota[Id]}' but also names {other}; keep one of the two");
        });

    public static readonly Room Room = new("ResourceQuota", "", [Id, Type, Priority], [EAS0516_QuotaIsAlone]) { Arguments = 1 };

    /// <summary>The quota, if the service names one.</summary>
    public static Placed? Chosen(Inspection service) =>
        service.One(Id) is { } quota && !string.IsNullOrWhiteSpace(quota[Id]) ? quota : null;
}
