using EasGen;

namespace Acme.Predictor_1;

/// <summary>A Python image: <c>app.py</c> in it serves with FastAPI, and reads its model from <c>/models</c>.</summary>
// acme and the machine are examples: name your registry, your bucket and the instance type that your model needs.
// For a processor of EAS, [Processor("pmml")] and [Model("oss://…")] stand in the place of the container, its probe and its mount.
[EasService("acme_service", Instances = 1)]
[Container(
    "registry-vpc.cn-shanghai.aliyuncs.com/acme/acme_service:1.0",
    Port = 8000,
    Command = "uvicorn app:app --host 0.0.0.0 --port 8000")]
[ReadinessProbe(Path = "/health")]
[InstanceType("ecs.c7.large")]
[OssMount("oss://acme-models/acme_service/", "/models", ReadOnly = true)]
[RequestHandling(TimeoutSeconds = 5)]
[GracefulShutdown(30, SendSigterm = true)]
public sealed partial class AcmePredictor;
