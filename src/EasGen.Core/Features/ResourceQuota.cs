namespace EasGen.Core.Features;

/// <summary>The resource quota, such as one of Lingjun, that the service runs on.</summary>
internal static class ResourceQuota
{
    public static readonly StringSetting Id = new("Id", "metadata/quota_id") { Console = ConsoleParameters.ResourceType };
    public static readonly StringSetting Type = new("Type", "metadata/quota_type");
    public static readonly IntegerSetting Priority = new("Priority", "options/priority");

    public static readonly Rule EAS0516_QuotaIsAlone = Rule.Warning("EAS0516", "Resource quota together with another choice of resources")
        .When(static service =>
        {
            if (Chosen(service) is not { } quota)
                return;
            var other = ResourceGroup.Chosen(service) is { } group ? $"the resource group '{group[ResourceGroup.Id]}'"
                : service.One(InstanceType.FeatureType) is { } item ? $"the instance type '{item[InstanceType.Type]}'"
                : null;
            if (other is not null)
                service.Report(quota.At(Id), $"The service runs on the quota '{quota[Id]}' but also names {other}; keep one of the two");
        });

    public static readonly FeatureType FeatureType = new("ResourceQuota", "", [Id, Type, Priority]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0516_QuotaIsAlone];

    /// <summary>The quota, if the service names one.</summary>
    public static AddressedFeature? Chosen(Inspection service) =>
        service.One(Id) is { } quota && !string.IsNullOrWhiteSpace(quota[Id]) ? quota : null;
}
