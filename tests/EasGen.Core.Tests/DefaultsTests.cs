using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

public class DefaultsTests
{
    private static readonly FeatureType[] Probes = [Probe.Startup, Probe.Liveness, Probe.Readiness];

    [Fact]
    public void An_unserved_service_gets_no_port_and_no_probes()
    {
        var service = Complete(served: false, A(Container.FeatureType, (Container.Image, "a:1")));

        Assert.Null(service.First(Container.FeatureType)![Container.Port]);
        Assert.All(Probes, probe => Assert.Empty(service.All(probe)));
    }

    [Fact]
    public void A_served_one_gets_a_port_and_three_probes_on_it()
    {
        var service = Complete(served: true, A(Container.FeatureType, (Container.Image, "a:1")));

        Assert.Equal(8000, service.First(Container.FeatureType)![Container.Port]);
        Assert.Equal(
            [("/healthz/startup", 8000), ("/healthz/live", 8000), ("/healthz/ready", 8000)],
            Probes.Select(probe => service.First(probe)!).Select(static probe => (probe[Probe.Path]!, probe[Probe.Port]!.Value)));
    }

    [Fact]
    public void A_declared_port_stays_and_is_probed()
    {
        var service = Complete(served: true, A(Container.FeatureType, (Container.Image, "a:1"), (Container.Port, 5000)));

        Assert.Equal(5000, service.First(Container.FeatureType)![Container.Port]);
        Assert.Equal(5000, service.First(Probe.Readiness)![Probe.Port]);
    }

    [Fact]
    public void What_a_raw_setting_says_is_not_written_beside_it()
    {
        var service = Complete(
            served: false,
            A(EasService.FeatureType, (EasService.Name, "iris")),
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(Probe.Readiness, (Probe.Path, "/")),
            Raw("/metadata/instance", "\"${INSTANCES}\""),
            Raw("/containers/0/health_check/http_get/port", "\"${PORT}\""),
            Raw("/containers/0/health_check/period_seconds", "\"${PERIOD}\""));

        Assert.Null(service.First(EasService.FeatureType)![EasService.Instances]);
        Assert.Null(service.First(Probe.Readiness)![Probe.Port]);
        Assert.Null(service.First(Probe.Readiness)![Probe.ReadinessPeriodSeconds]);
        Assert.Equal(3, service.First(Probe.Readiness)![Probe.TimeoutSeconds]);
        Assert.Empty(ServiceWriter.Unmerged(service));
    }

    [Theory]
    [InlineData("/metadata/rpc", "1", true)]
    [InlineData("/metadata/rpc", "{\"enable_sigterm\": \"${SIGTERM}\"}", true)]
    [InlineData("/metadata/rpc", "{\"new\": 1}", false)]
    [InlineData("/metadata/rp", "1", false)]
    [InlineData("/metadata/rpc/enable_sigterm/new", "1", false)]
    [InlineData("/metadata", "1", true)]
    [InlineData("", "1", false)]
    public void A_raw_setting_takes_its_place_and_those_in_it(string pointedAt, string json, bool takes) =>
        Assert.Equal(
            takes,
            Complete(
                served: false,
                A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 30)),
                Raw(pointedAt, json)).First(GracefulShutdown.FeatureType)![GracefulShutdown.SendSigterm] is null);

    [Fact]
    public void Only_the_first_container_is_served()
    {
        var service = Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1"), (Container.Port, 5000)),
            A(Container.FeatureType, (Container.Image, "b:1")),
            A(Probe.Startup, (Probe.TcpPort, 6000), (FeatureType.ContainerIndex, 1)));

        Assert.Equal([5000, null], service.All(Container.FeatureType).Select(static container => container[Container.Port]));
        Assert.Equal(["/healthz/startup", null], service.All(Probe.Startup).Select(static probe => probe[Probe.Path]));
    }

    [Fact]
    public void Without_a_container_nothing_is_served() => Assert.Equal(FeatureCatalog.CreateService([]), Complete(served: true));

    [Fact]
    public void Who_wants_no_probes_gets_none()
    {
        var service = Complete(
            served: true,
            A(EasService.FeatureType, (EasService.Probes, false)),
            A(Container.FeatureType, (Container.Image, "a:1")));

        Assert.All(Probes, probe => Assert.Empty(service.All(probe)));
        Assert.Equal(8000, service.First(Container.FeatureType)![Container.Port]);
    }

    [Fact]
    public void Who_wants_none_but_writes_one_gets_that_one()
    {
        var service = Complete(
            served: true,
            A(EasService.FeatureType, (EasService.Probes, false)),
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(Probe.Liveness));

        Assert.Equal("/healthz/live", service.First(Probe.Liveness)![Probe.Path]);
        Assert.Null(service.First(Probe.Startup));
    }

    [Fact]
    public void A_written_method_is_not_replaced()
    {
        var service = Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(Probe.Startup, (Probe.Path, "/started"), (Probe.Port, 9000)),
            A(Probe.Liveness, (Probe.TcpPort, 9001)),
            A(Probe.Readiness, (Probe.Exec, EquatableArray<string>.Of("true"))));

        Assert.Equal(("/started", 9000), (service.First(Probe.Startup)![Probe.Path], service.First(Probe.Startup)![Probe.Port]));
        Assert.Null(service.First(Probe.Liveness)![Probe.Path]);
        Assert.Null(service.First(Probe.Liveness)![Probe.Port]);
        Assert.Null(service.First(Probe.Readiness)![Probe.Path]);
    }

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(1, 6000)]
    [InlineData(2, 8000)]
    [InlineData(-1, 8000)]
    [InlineData(int.MaxValue, 8000)]
    public void A_path_is_probed_at_the_port_of_its_container(int container, int port)
    {
        var service = Complete(
            served: false,
            A(Probe.Readiness, (Probe.Path, "/ok"), (FeatureType.ContainerIndex, container)),
            A(Container.FeatureType, (Container.Image, "a:1"), (Container.Port, 5000)),
            A(Container.FeatureType, (Container.Image, "b:1"), (Container.Port, 6000)));

        Assert.Equal(port, service.First(Probe.Readiness)![Probe.Port]);
    }

    [Theory]
    [InlineData("StartupProbe", 0, 10, 3, 1, 30)]
    [InlineData("LivenessProbe", 0, 10, 3, 1, 3)]
    [InlineData("ReadinessProbe", 0, 3, 3, 1, 3)]
    public void A_probe_says_all_five_numbers(string probe, params int[] numbers)
    {
        var featureType = Samples.Find(probe);
        var service = Complete(served: false, A(Container.FeatureType, (Container.Image, "a:1")), A(featureType, (Probe.TcpPort, 8000)));

        Assert.Equal(numbers, Numbers(featureType).Select(setting => (int)service.First(featureType)!.Value(setting)!));
    }

    [Theory]
    [InlineData("period_seconds", null, 3)]
    [InlineData("failure_threshold", 1, null)]
    public void A_number_that_a_raw_setting_says_is_not_made_to_fit_the_drain(string raw, int? period, int? failures) => Assert.Equal(
        (period, failures),
        Readiness(Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 15), (GracefulShutdown.SendSigterm, true)),
            Raw($"/containers/0/health_check/{raw}", "\"${NUMBER}\""))));

    [Theory]
    [InlineData(30, null, 3, 3)]
    [InlineData(600, null, 3, 3)]
    [InlineData(45, 300, 3, 3)]
    [InlineData(27, null, 3, 3)]
    [InlineData(24, null, 2, 3)]
    [InlineData(15, null, 1, 3)]
    [InlineData(6, null, 1, 2)]
    [InlineData(3, null, 1, 1)]
    [InlineData(2, null, 3, 3)]
    [InlineData(45, 9, 3, 3)]
    [InlineData(45, 8, 2, 3)]
    [InlineData(45, 2, 1, 2)]
    [InlineData(45, 1, 1, 1)]
    [InlineData(45, 0, 3, 3)]
    public void Readiness_fails_before_the_drain_ends(int grace, int? drain, int period, int failures)
    {
        var shutdown = A(
            GracefulShutdown.FeatureType,
            (GracefulShutdown.Seconds, grace),
            (GracefulShutdown.SendSigterm, true)).Set(GracefulShutdown.DrainSeconds, drain);
        var service = Complete(served: true, A(Container.FeatureType, (Container.Image, "a:1")), shutdown);

        Assert.Equal((period, failures), Readiness(service));
        Assert.DoesNotContain(ServiceRules.Check(service), static finding => finding.Rule == Withdrawal.EAS0709_ReadinessFailsInTime);
    }

    [Theory]
    [InlineData(10, null, 10, 1)]
    [InlineData(4, null, 4, 2)]
    [InlineData(1, null, 1, 3)]
    [InlineData(60, null, 60, 1)]
    [InlineData(null, 5, 2, 5)]
    [InlineData(null, 1, 3, 1)]
    [InlineData(null, 30, 1, 30)]
    [InlineData(0, -1, 0, -1)]
    public void The_number_that_is_left_out_fits_the_other(int? written, int? threshold, int period, int failures)
    {
        var probe = A(Probe.Readiness).Set(Probe.ReadinessPeriodSeconds, written).Set(Probe.FailureThreshold, threshold);

        Assert.Equal((period, failures), Readiness(Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.SendSigterm, true)),
            probe)));
    }

    [Fact]
    public void Without_sigterm_the_numbers_are_the_usual_ones() => Assert.Equal(
        (10, 3),
        Readiness(Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 15)),
            A(Probe.Readiness, (Probe.ReadinessPeriodSeconds, 10)))));

    [Theory]
    [InlineData(true, true, 6)]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    public void A_served_class_says_how_long_it_drains(bool served, bool sigterm, int? drain) => Assert.Equal(
        drain,
        Complete(
            served,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 20), (GracefulShutdown.SendSigterm, sigterm)))
            .First(GracefulShutdown.FeatureType)![GracefulShutdown.DrainSeconds]);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_grace_period_that_cannot_be_has_no_drain(int grace) => Assert.Null(
        Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, grace), (GracefulShutdown.SendSigterm, true)))
            .First(GracefulShutdown.FeatureType)![GracefulShutdown.DrainSeconds]);

    [Fact]
    public void A_number_that_is_written_stays()
    {
        var service = Complete(
            served: true,
            A(Container.FeatureType, (Container.Image, "a:1")),
            A(Probe.Startup, [.. Numbers(Probe.Startup).Select(static setting => (setting, (object)7))]));

        Assert.All(Numbers(Probe.Startup), setting => Assert.Equal(7, service.First(Probe.Startup)!.Value(setting)));
    }

    [Fact]
    public void Instances_and_sigterm_are_written_where_their_attribute_is()
    {
        var service = Complete(
            served: false,
            A(EasService.FeatureType, (EasService.Name, "iris")),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.Seconds, 45)));

        Assert.Equal(1, service.First(EasService.FeatureType)![EasService.Instances]);
        Assert.False(service.First(GracefulShutdown.FeatureType)![GracefulShutdown.SendSigterm]);
    }

    [Fact]
    public void Instances_and_sigterm_stay_as_they_are_set()
    {
        var service = Complete(
            served: false,
            A(EasService.FeatureType, (EasService.Instances, 0)),
            A(GracefulShutdown.FeatureType, (GracefulShutdown.SendSigterm, true)));

        Assert.Equal(0, service.First(EasService.FeatureType)![EasService.Instances]);
        Assert.True(service.First(GracefulShutdown.FeatureType)![GracefulShutdown.SendSigterm]);
    }

    [Fact]
    public void Nothing_else_is_written() => Assert.All(
        from feature in Complete(served: false, [.. FeatureCatalog.Types.Select(static featureType => A(featureType))]).Features
        from setting in feature.Type.Settings
        where setting is not ConstantSetting && feature.Value(setting) is not null
        select setting,
        static setting => Assert.Contains(
            setting,
            (Setting[])
            [
                EasService.Instances, EasService.DynamicParameters, Container.Image, GracefulShutdown.SendSigterm,
                .. Probes.SelectMany(Numbers),
            ]));

    [Fact]
    public void A_container_without_an_image_runs_that_of_the_project()
    {
        var service = Complete(
            served: false,
            A(Container.FeatureType, (Container.Port, 8000)),
            A(Container.FeatureType, (Container.Image, "acme/sidecar:1")),
            A(Container.FeatureType, (Container.Image, "")));

        Assert.Equal(
            ["${CONTAINER_IMAGE}", "acme/sidecar:1", ""],
            service.All(Container.FeatureType).Select(static container => container[Container.Image]));
    }

    [Fact]
    public void An_image_that_a_raw_setting_says_stays_its_own()
    {
        var service = Complete(
            served: false,
            A(Container.FeatureType, (Container.Port, 8000)),
            A(RawSetting.FeatureType, (RawSetting.Pointer, "/containers/0/image"), (RawSetting.Json, "\"acme/iris:1\"")));

        Assert.Null(service.First(Container.FeatureType)![Container.Image]);
    }

    [Fact]
    public void A_feature_brings_its_mark()
    {
        var service = Complete(served: false, A(AsyncQueue.FeatureType), A(TaskMode.FeatureType), A(Tracing.FeatureType));

        Assert.Equal("Async", service.First(AsyncQueue.FeatureType)![AsyncQueue.Type]);
        Assert.Equal("elasticjob", service.First(TaskMode.FeatureType)![TaskMode.WorkloadType]);
        Assert.Equal("true", service.First(Tracing.FeatureType)![Tracing.EnableTrace]);
    }

    [Fact]
    public void A_mark_yields_to_what_is_written_at_its_place()
    {
        var service = Complete(
            served: false,
            A(EasService.FeatureType, (EasService.Type, "ScalableJob")),
            A(AsyncQueue.FeatureType, (AsyncQueue.Cpu, 2)),
            A(Label.FeatureType, (Label.Key, "EnableTrace"), (Label.Value, "false")),
            A(Tracing.FeatureType));

        Assert.Null(service.First(AsyncQueue.FeatureType)![AsyncQueue.Type]);
        Assert.Equal(2, service.First(AsyncQueue.FeatureType)![AsyncQueue.Cpu]);
        Assert.Null(service.First(Tracing.FeatureType)![Tracing.EnableTrace]);
        Assert.Equal("ScalableJob", Json.At(ServiceWriter.Write(service), "/metadata/type")!.ToString());
    }

    [Fact]
    public void A_mark_yields_to_no_other_mark()
    {
        var service = Complete(served: false, A(AsyncQueue.FeatureType), A(LlmRouter.FeatureType));

        Assert.Contains(ServiceRules.Check(service), static finding => finding is { Rule.Id: "EAS0003", Pointer: "/metadata/type" });
    }

    [Fact]
    public void What_is_complete_stays_as_it_is()
    {
        var once = Complete(served: true, [.. Valid.Features]);

        Assert.Equal(once, Complete(served: true, [.. once.Features]));
        Assert.Empty(ServiceRules.Check(once));
    }

    private static (int? Period, int? Failures) Readiness(Service service) =>
        (service.First(Probe.Readiness)![Probe.ReadinessPeriodSeconds], service.First(Probe.Readiness)![Probe.FailureThreshold]);

    private static IEnumerable<Setting> Numbers(FeatureType probe) =>
        probe.Settings.Where(static setting =>
            setting.Name.EndsWith("Seconds", StringComparison.Ordinal) || setting.Name.EndsWith("Threshold", StringComparison.Ordinal));

    private static Service Complete(bool served, params Feature[] features) => Defaults.Complete([.. features], served);
}
