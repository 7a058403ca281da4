using EasGen.Core.Rooms;
using static EasGen.Core.Rooms.InstanceType;

namespace EasGen.Core.Tests;

public class InstanceTypeRules
{
    private static readonly Service CpuOnly = Valid.Without(InstanceType.Room).With(CpuResource.Cores, 2).With(CpuResource.MemoryMB, 4096);

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0501_AtMostFive)
            .Refuses("six", Types(6), "/cloud/computing/instances/5", "has 6", Remove)
            .Accepts("five", Types(5))
            .Accepts("one", Types(1))
            .Accepts("none", Types(0)),

        Judge<string>(EAS0502_TypeIsGiven, "/cloud/computing/instances/0/type", static type => Valid.With(InstanceType.Type, type))
            .Refuses("", "no name")
            .Refuses(" ", "no name")
            .Accepts("ecs.c7.large", "ml.gu7i.c16m60", "dedicated_resource", "${TYPE}")
            .Refuses("an unset type", Valid.With(InstanceType.Type, null), "/cloud/computing/instances/0/type", "no name"),

        Judge<double>(EAS0503_SpotPriceIsPositive, "/cloud/computing/instances/0/spot_price_limit", Spot)
            .Refuses(0)
            .Refuses(-0.3)
            .Refuses(double.NaN)
            .Refuses(double.PositiveInfinity)
            .Refuses(double.NegativeInfinity)
            .Accepts(double.Epsilon, 0.01, 0.3, 1000, double.MaxValue),

        Judge<string>(EAS0504_CapacityHasForm, "/cloud/computing/instances/0/capacity", static capacity => Valid.With(Capacity, capacity))
            .Refuses("-1")
            .Refuses("101%")
            .Refuses("-1%")
            .Refuses("1.5")
            .Refuses("50 %")
            .Refuses("007")
            .Refuses("")
            .Refuses("all")
            .Refuses("99999999999")
            .Accepts("0", "1", "200", "2147483647", "0%", "1%", "100%", "${CAPACITY}"),

        Judge(EAS0505_RegularTypeIsGiven)
            .Refuses("one spot type", Spot(0.3), "/cloud/computing/instances/0/spot_price_limit", "spot instances")
            .Refuses("two spot types", Spot(0.3).With(InstanceType.Room, (InstanceType.Type, "ecs.c7.xlarge"), (SpotPriceLimit, 0.6)), "/cloud/computing/instances/0/spot_price_limit", "spot instances")
            .Accepts("a spot and a regular type", Spot(0.3).With(InstanceType.Room, (InstanceType.Type, "ecs.c7.xlarge")))
            .Accepts("the overflow of a group", Spot(0.3).With(ResourceGroup.Id, "eas-r-x").With(ResourceGroup.Elastic, true))
            .Accepts("the machines of a group and a spot type", Spot(0.3).With(InstanceType.Room, (InstanceType.Type, ResourceGroup.OwnMachines)))
            .Accepts("a regular type", Valid)
            .Accepts("none", Types(0)),

        Judge(EAS0508_ResourceIsChosen)
            .Refuses("nothing", Valid.Without(InstanceType.Room), "/cloud/computing/instances", "runs on")
            .Refuses("memory without cores", CpuOnly.With(CpuResource.Cores, null), "/cloud/computing/instances", "runs on")
            .Refuses("GPUs alone", Valid.Without(InstanceType.Room).With(GpuResource.Count, 1), "/cloud/computing/instances", "runs on")
            .Refuses("an empty group and an empty quota", Valid.Without(InstanceType.Room).With(ResourceGroup.Id, "").With(ResourceQuota.Id, ""), "/cloud/computing/instances", "runs on")
            .Accepts("a type", Valid)
            .Accepts("a group", Valid.Without(InstanceType.Room).With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("a quota", Valid.Without(InstanceType.Room).With(ResourceQuota.Id, "quota1"))
            .Accepts("cores", CpuOnly.With(CpuResource.MemoryMB, null))
            .Accepts("cores and memory", CpuOnly),

        Judge(EAS0509_PublicTypeIsChosen)
            .Refuses("cores and memory alone", CpuOnly, "/metadata/cpu", "old form")
            .Refuses("cores alone", CpuOnly.With(CpuResource.MemoryMB, null), "/metadata/cpu", "old form")
            .Accepts("cores beside a type", Valid.With(CpuResource.Cores, 2))
            .Accepts("cores on a group", CpuOnly.With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("cores on a quota", CpuOnly.With(ResourceQuota.Id, "quota1"))
            .Accepts("nothing", Valid.Without(InstanceType.Room)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void Every_type_beyond_the_fifth_is_named() => Assert.Equal(
        ["/cloud/computing/instances/5", "/cloud/computing/instances/6"],
        Inspection.Of(Types(7)).Where(static finding => finding.Rule == EAS0501_AtMostFive).Select(static finding => finding.Pointer));

    private static Service Types(int count) =>
        Enumerable.Range(1, count).Aggregate(Valid.Without(InstanceType.Room), static (service, i) => service.With(InstanceType.Room, (InstanceType.Type, $"ecs.c{i}.large")));

    private static Service Spot(double price) => Valid.With(SpotPriceLimit, price).With(SpotProtection.Enabled, true);
}
