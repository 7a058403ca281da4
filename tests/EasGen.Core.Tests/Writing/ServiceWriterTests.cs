using System.Text;
using System.Text.Json;
using EasGen.Core.Features;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

public class ServiceWriterTests
{
    [Fact]
    public void Writes_the_artifact_byte_for_byte()
    {
        var service = Of(
            A(
                Container.FeatureType,
                (Container.Image, "registry/acme/iris:1.4"),
                (Container.Port, 8000),
                (Container.Command, "dotnet Iris.dll"),
                (Container.Args, EquatableArray<string>.Of())),
            A(Container.FeatureType, (Container.Image, "nginx"), (Container.Args, EquatableArray<string>.Of("-g", "daemon off;"))),
            A(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "MODE"), (EnvironmentVariable.Value, "fast")),
            A(Probe.Readiness, (Probe.Path, "/ok"), (Probe.Port, 8000), (Probe.ReadinessPeriodSeconds, 10)),
            A(OssMount.FeatureType, (OssMount.Path, "oss://acme/iris/"), (Mount.MountPath, "/models"), (OssMount.ReadOnly, true)),
            A(
                InstanceType.FeatureType,
                (InstanceType.Type, "ecs.c7.large"),
                (InstanceType.SpotPriceLimit, 0.3),
                (InstanceType.Capacity, "20%")),
            A(SpotProtection.FeatureType, (SpotProtection.Enabled, true)),
            A(Label.FeatureType, (Label.Key, "team"), (Label.Value, "鸢尾花")),
            A(
                GracefulShutdown.FeatureType,
                (GracefulShutdown.Seconds, 45),
                (GracefulShutdown.SendSigterm, true),
                (GracefulShutdown.DrainSeconds, 5)),
            A(RollingUpdate.FeatureType, (RollingUpdate.MaxSurge, "1"), (RollingUpdate.MaxUnavailable, "10%")),
            A(RequestHandling.FeatureType, (RequestHandling.TimeoutSeconds, 1.5)),
            A(EasService.FeatureType, (EasService.Name, "iris_classifier"), (EasService.Instances, 2), (EasService.Probes, true)));

        Assert.Equal(
            """
            {
              "metadata": {
                "name": "iris_classifier",
                "instance": 2,
                "rpc": {
                  "keepalive": 1500,
                  "enable_sigterm": true
                },
                "rolling_strategy": {
                  "max_surge": 1,
                  "max_unavailable": "10%"
                },
                "eas.termination_grace_period": 45
              },
              "cloud": {
                "computing": {
                  "instances": [
                    {
                      "type": "ecs.c7.large",
                      "spot_price_limit": 0.3,
                      "capacity": "20%"
                    }
                  ],
                  "disable_spot_protection_period": false
                }
              },
              "containers": [
                {
                  "image": "registry/acme/iris:1.4",
                  "port": 8000,
                  "command": "dotnet Iris.dll",
                  "args": [],
                  "env": [
                    {
                      "name": "MODE",
                      "value": "fast"
                    }
                  ],
                  "health_check": {
                    "http_get": {
                      "path": "/ok",
                      "port": 8000
                    },
                    "period_seconds": 10
                  }
                },
                {
                  "image": "nginx",
                  "args": [
                    "-g",
                    "daemon off;"
                  ]
                }
              ],
              "storage": [
                {
                  "oss": {
                    "path": "oss://acme/iris/",
                    "readOnly": true
                  },
                  "mount_path": "/models"
                }
              ],
              "labels": {
                "team": "鸢尾花"
              }
            }

            """,
            ServiceWriter.Write(service));
    }

    [Fact]
    public void Has_no_byte_order_mark_no_carriage_return_and_one_final_newline()
    {
        var bytes = Encoding.UTF8.GetBytes(ServiceWriter.Write(Valid));

        Assert.Equal((byte)'{', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.EndsWith("\n}\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_nothing_as_an_empty_object() => Assert.Equal("{}\n", ServiceWriter.Write(Of()));

    [Fact]
    public void Writes_the_same_whatever_the_order_of_the_feature_types() =>
        Assert.Equal(ServiceWriter.Write(Valid), ServiceWriter.Write(Of([.. Valid.Features.Reverse()])));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-0.0)]
    public void Numbers_of_every_kind_are_JSON(double number)
    {
        var service = Valid.With(InstanceType.SpotPriceLimit, number).With(RequestHandling.TimeoutSeconds, number);

        using var json = JsonDocument.Parse(ServiceWriter.Write(service));

        Assert.Contains(
            json.RootElement.GetProperty("metadata").GetProperty("rpc").GetProperty("keepalive").ValueKind,
            (JsonValueKind[])[JsonValueKind.Number, JsonValueKind.Null]);
    }

    [Fact]
    public void What_no_rule_accepts_is_JSON_all_the_same() => Assert.All(RuleBook.AllCases(), static judged =>
    {
        if (judged.Service is not null)
            JsonDocument.Parse(ServiceWriter.Write(judged.Service)).Dispose();
    });

    [Fact]
    public void Top_level_keys_stand_in_the_order_of_the_reference_and_raw_ones_behind_them()
    {
        var written = ServiceWriter.Write(Samples.Everything(new Random(1)).With(Raw("/a_new_key")));
        var keys = System.Text.Json.Nodes.JsonNode.Parse(written)!.AsObject().Select(static member => member.Key).ToArray();

        Assert.Equal(["metadata", "cloud", "containers", "dockerAuth", "networking", "storage"], keys[..6]);
        Assert.Equal("a_new_key", keys[^1]);
        Assert.All(
            keys[..^1],
            static key => Assert.True(ServiceWriter.TopLevel.Contains(key), $"Give '{key}' its place in ServiceWriter.TopLevel"));
        Assert.Equal(ServiceWriter.TopLevel.Intersect(keys), keys[..^1]);
    }

    [Fact]
    public void No_dynamic_parameters_are_an_empty_object()
    {
        var text = new StringBuilder();

        ServiceWriter.WriteParametersTo(text, Valid, "\n");

        Assert.Equal("{}", text.ToString());
    }
}
