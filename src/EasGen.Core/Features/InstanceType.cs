using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>Instance types of the public resources, in the order in which EAS tries them.</summary>
internal static class InstanceType
{
    private const int Most = 5;

    public static readonly StringSetting Type = new("Type", "type") { Console = ConsoleParameters.DeploymentResources };
    public static readonly NumberSetting SpotPriceLimit = new("SpotPriceLimit", "spot_price_limit")
    {
        Minimum = 0,
        MinimumExcluded = true,
        Console = ConsoleParameters.Bidding,
    };
    public static readonly CountOrPercentSetting Capacity = new("Capacity", "capacity");

    public static readonly Rule EAS0501_AtMostFive = Rule.Error("EAS0501", "More than five instance types")
        .When(static service =>
        {
            var types = service.All(Type);
            foreach (var extra in types.Skip(Most))
                service.Report(
                    extra.Pointer,
                    $"EAS takes at most five instance types, "
                    + $"but the service has {types.Length.ToString(CultureInfo.InvariantCulture)}; remove this one",
                    Fix.Remove);
        });

    public static readonly Rule EAS0502_TypeIsGiven = Rule.Error("EAS0502", "Instance type has no name")
        .Given(Type, "The instance type has no name; write one such as ecs.c7.large");

    public static readonly Rule EAS0503_SpotPriceIsPositive = Rule.Error("EAS0503", "Spot price limit is not positive")
        .Bounds(SpotPriceLimit);

    public static readonly Rule EAS0504_CapacityHasForm = Rule.Error("EAS0504", "Capacity is neither a count nor a percentage")
        .Each(Capacity, static capacity => Amount.Count(capacity) >= 0 || Amount.Percentage(capacity) <= 100
            ? null
            : new($"The capacity '{capacity}' is neither a count nor a percentage; write one such as \"200\" or \"50%\""));

    public static readonly Rule EAS0505_RegularTypeIsGiven = Rule.Warning("EAS0505", "All instance types are spot instances")
        .When(static service =>
        {
            var items = service.All(Type);
            // Beside a resource group they are its overflow.
            if (items.Length > 0 && items.All(static item => item[SpotPriceLimit] is not null) && ResourceGroup.Chosen(service) is null)
                service.Report(
                    items[0].At(SpotPriceLimit),
                    "All instance types are spot instances, which EAS may reclaim at any time; add one without a price limit");
        });

    public static readonly Rule EAS0508_ResourceIsChosen = Rule.Error("EAS0508", "Service does not say what it runs on")
        .When(static service =>
        {
            // What the router needs is not documented.
            if (!IsChosen(service) && Alias(service) is null && EasService.KindOf(service) is not "LLMGatewayService")
                service.Report(
                    "/cloud/computing/instances",
                    "The service does not say what it runs on; choose an instance type such as ecs.c7.large, a resource group or a quota");
        });

    public static readonly Rule EAS0509_PublicTypeIsChosen = Rule.Warning("EAS0509", "Cores and memory without an instance type")
        .When(static service =>
        {
            if (!IsChosen(service) && Alias(service) is { } cpu)
                service.Report(
                    cpu.At(CpuResource.Cores),
                    "Cores and memory without an instance type are an old way to choose public resources; "
                    + "choose an instance type such as ecs.c7.large");
        });

    public static readonly Rule EAS0517_TypeHasSize = Rule.Warning("EAS0517", "Size of the instance type is not known")
        .Each(Type, static type =>
        {
            if (string.IsNullOrWhiteSpace(type) || KnownMachines.HasSize(type))
                return null;
            var nearest = KnownMachines.NearestSize(type);
            var advice = nearest is null ? "end it with one such as large or 2xlarge" : $"did you mean '{nearest}'?";
            return new(
                $"The instance type '{type}' does not end with a known size; {advice}",
                nearest is null ? null : Fix.Use(nearest));
        });

    public static readonly Rule EAS0518_RegionHasPublicResources = Rule.Warning("EAS0518", "Region is not known to have public resources")
        .When(static service =>
        {
            if (!IsPublic(service) || Region.Home(service) is not { } home || KnownMachines.IsPublic(home.Region))
                return;
            var nearest = home.Setting == EasService.Region ? KnownMachines.NearestRegion(home.Region) : null;
            var advice = nearest is null ? "choose a resource group or a quota, or another region" : $"did you mean '{nearest}'?";
            service.Report(
                home.Place,
                $"The service runs on public resources, but '{home.Region}' is not a region known to offer them; {advice}",
                nearest is null ? null : Fix.Use(nearest));
        });

    public static readonly FeatureType FeatureType = new(
        "InstanceType",
        "/cloud/computing/instances/*",
        [Type, SpotPriceLimit, Capacity])
    {
        Arguments = 1,
    };

    public static readonly Rule[] Rules =
    [
        EAS0501_AtMostFive, EAS0502_TypeIsGiven, EAS0503_SpotPriceIsPositive, EAS0504_CapacityHasForm,
        EAS0505_RegularTypeIsGiven, EAS0508_ResourceIsChosen, EAS0509_PublicTypeIsChosen, EAS0517_TypeHasSize,
        EAS0518_RegionHasPublicResources,
    ];

    private static bool IsPublic(Inspection service) =>
        ResourceGroup.HasPublicTypes(service) || (!IsChosen(service) && Alias(service) is not null);

    private static bool IsChosen(Inspection service) =>
        service.Has(Type) || ResourceGroup.Chosen(service) is not null || ResourceQuota.Chosen(service) is not null;

    // The oldest examples name the cores and leave the memory to EAS.
    private static AddressedFeature? Alias(Inspection service) =>
        service.One(CpuResource.FeatureType) is { } cpu && cpu[CpuResource.Cores] is not null ? cpu : null;
}
