using EasGen.Core.Checking;
using EasGen.Core.Features;
using static EasGen.Core.Features.InstanceType;

namespace EasGen.Core.Tests;

public class InstanceTypeRules
{
    private static readonly Service CpuOnly = Valid.Without(InstanceType.FeatureType)
        .With(CpuResource.Cores, 2)
        .With(CpuResource.MemoryMB, 4096);

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
            .Refuses(
                "two spot types",
                Spot(0.3).With(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.xlarge"), (SpotPriceLimit, 0.6)),
                "/cloud/computing/instances/0/spot_price_limit",
                "spot instances")
            .Accepts("a spot and a regular type", Spot(0.3).With(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.xlarge")))
            .Accepts("the overflow of a group", Spot(0.3).With(ResourceGroup.Id, "eas-r-x").With(ResourceGroup.Elastic, true))
            .Accepts(
                "the machines of a group and a spot type",
                Spot(0.3).With(InstanceType.FeatureType, (InstanceType.Type, ResourceGroup.OwnMachines)))
            .Accepts("a regular type", Valid)
            .Accepts("none", Types(0)),

        Judge(EAS0508_ResourceIsChosen)
            .Refuses("nothing", Valid.Without(InstanceType.FeatureType), "/cloud/computing/instances", "runs on")
            .Refuses("memory without cores", CpuOnly.With(CpuResource.Cores, null), "/cloud/computing/instances", "runs on")
            .Refuses(
                "GPUs alone",
                Valid.Without(InstanceType.FeatureType).With(GpuResource.Count, 1),
                "/cloud/computing/instances",
                "runs on")
            .Refuses(
                "an empty group and an empty quota",
                Valid.Without(InstanceType.FeatureType).With(ResourceGroup.Id, "").With(ResourceQuota.Id, ""),
                "/cloud/computing/instances",
                "runs on")
            .Accepts("a router", Valid.Without(InstanceType.FeatureType).With(LlmRouter.Type, "LLMGatewayService"))
            .Accepts("a type", Valid)
            .Accepts("a group", Valid.Without(InstanceType.FeatureType).With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("a quota", Valid.Without(InstanceType.FeatureType).With(ResourceQuota.Id, "quota1"))
            .Accepts("cores", CpuOnly.With(CpuResource.MemoryMB, null))
            .Accepts("cores and memory", CpuOnly),

        Judge(EAS0509_PublicTypeIsChosen)
            .Refuses("cores and memory alone", CpuOnly, "/metadata/cpu", "old way")
            .Refuses("cores alone", CpuOnly.With(CpuResource.MemoryMB, null), "/metadata/cpu", "old way")
            .Accepts("cores beside a type", Valid.With(CpuResource.Cores, 2))
            .Accepts("cores on a group", CpuOnly.With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("cores on a quota", CpuOnly.With(ResourceQuota.Id, "quota1"))
            .Accepts("nothing", Valid.Without(InstanceType.FeatureType)),

        Judge<string>(EAS0517_TypeHasSize, "/cloud/computing/instances/0/type", static type => Valid.With(InstanceType.Type, type))
            .Refuses("ecs.c7.lagre", Use("ecs.c7.large"))
            .Refuses("ecs.c7.Large", Use("ecs.c7.large"))
            .Refuses("ecs.c7.large ", Use("ecs.c7.large"))
            .Refuses("ecs.gn7i-c8g1.2xlarg", "did you mean 'ecs.gn7i-c8g1.2xlarge'?", Use("ecs.gn7i-c8g1.2xlarge"))
            .Refuses("ecs.g7.4xl", Use("ecs.g7.4xlarge"))
            .Refuses("ecs.g7.2large", Use("ecs.g7.2xlarge"))
            .Refuses("ecs.c7.xlareg", Use("ecs.c7.xlarge"))
            .Refuses("ecs.c7.axlarge", Use("ecs.c7.xlarge"))
            .Refuses("ecs.c7.2-xlarge", Use("ecs.c7.2xlarge"))
            .Refuses("ecs.c7", "end it with one")
            .Refuses("ecs.c7.4")
            .Refuses("ecs.c7.huge")
            .Refuses("ecs.c7.")
            .Refuses("gpu")
            .Accepts("ecs.c7.large", "ecs.c7.xlarge", "ecs.gn8is.4xlarge", "ecs.gn7i-c32g1.16xlarge", "ecs.t5-lc1m1.small", "ecs.n1.medium")
            .Accepts("ecs.ebmgn7e.32xlarge", "ecs.ebmhfg5.metal", "ml.gu7i.c16m60", "eas.c5.d1", "dedicated_resource", "${TYPE}", "", " "),

        Judge<string>(EAS0518_RegionHasPublicResources, "/metadata/region", static region => Valid.With(EasService.Region, region))
            .Refuses("cn-nanjing", "choose a resource group")
            .Refuses("cn-shanghia", "did you mean 'cn-shanghai'?", Use("cn-shanghai"))
            .Refuses("cn-hangzou", Use("cn-hangzhou"))
            .Refuses("us-east-2")
            .Refuses("ap-southeast-3")
            .Refuses("cn-shanghai-finance-1")
            .Accepts(
                "cn-hangzhou",
                "cn-wulanchabu",
                "cn-hongkong",
                "ap-northeast-1",
                "ap-southeast-1",
                "ap-southeast-5",
                "eu-central-1",
                "us-west-1",
                "us-east-1")
            .Accepts("", "${REGION}")
            .Refuses(
                "the region of an image",
                Valid.With(Features.Container.Image, "registry-vpc.cn-nanjing.aliyuncs.com/acme/iris:1.4"),
                "/containers/0/image",
                "'cn-nanjing'")
            .Refuses(
                "the region of an image, which is like a known one",
                Valid.With(Features.Container.Image, "registry-vpc.cn-shanghia.aliyuncs.com/acme/iris:1.4"),
                "/containers/0/image",
                "choose a resource group")
            .Refuses("the old form of public resources", CpuOnly.With(EasService.Region, "cn-nanjing"), "/metadata/region", "'cn-nanjing'")
            .Refuses(
                "the overflow of a group",
                Valid.With(EasService.Region, "cn-nanjing").With(ResourceGroup.Id, "eas-r-x").With(ResourceGroup.Elastic, true),
                "/metadata/region",
                "'cn-nanjing'")
            .Accepts(
                "a public image, which is in any region",
                Valid.With(Features.Container.Image, "registry.cn-nanjing.aliyuncs.com/acme/iris:1.4"))
            .Accepts(
                "a group",
                Valid.Without(InstanceType.FeatureType).With(EasService.Region, "cn-nanjing").With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("cores on a quota", CpuOnly.With(EasService.Region, "cn-nanjing").With(ResourceQuota.Id, "quota1"))
            .Accepts("the machines of a group", Valid.With(EasService.Region, "cn-nanjing")
                .With(ResourceGroup.Id, "eas-r-x")
                .With(InstanceType.Type, ResourceGroup.OwnMachines)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void Every_type_beyond_the_fifth_is_named() => Assert.Equal(
        ["/cloud/computing/instances/5", "/cloud/computing/instances/6"],
        ServiceRules.Check(Types(7)).Where(static finding => finding.Rule == EAS0501_AtMostFive).Select(static finding => finding.Pointer));

    private static Service Types(int count) =>
        Enumerable.Range(1, count).Aggregate(
            Valid.Without(InstanceType.FeatureType),
            static (service, i) => service.With(InstanceType.FeatureType, (InstanceType.Type, $"ecs.c{i}.large")));

    private static Service Spot(double price) => Valid.With(SpotPriceLimit, price).With(SpotProtection.Enabled, true);
}
