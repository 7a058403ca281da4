using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Playground.Tests.Kit;

/// <summary>Apps with a playground, on real servers.</summary>
internal static class Playgrounds
{
    public const string Name = "flowers";

    /// <summary>The EAS gateway's prefix of a service, which the service itself never sees.</summary>
    public const string Prefix = "/api/predict/flowers";

    private static readonly EasServiceDescription Description = new() { Name = Name };

    /// <summary>A service that names flowers, with the playground, in Development.</summary>
    public static Task<App> Flowers(
        Action<EasServiceBuilder<Scripted>>? configure = null,
        Action<WebApplication>? use = null,
        Action<WebApplicationBuilder>? build = null,
        EasServiceDescription? description = null,
        string environment = "Development",
        Action<EasPlaygroundOptions>? options = null,
        Func<bool>? isReady = null) =>
        App.Listen(
            service =>
            {
                Probes(service, isReady);
                (configure ?? Predict)(service);
            },
            description ?? Description,
            [$"--environment={environment}"],
            builder =>
            {
                build?.Invoke(builder);
                builder.AddEasPlayground(options);
            },
            use);

    /// <summary>The same with a method that is answered by hand.</summary>
    public static Task<App> Answering(string type, Func<HttpResponse, Task> answer) => Flowers(
        static service => service.Predict<string, string>("/echo", static (_, text, _) => text),
        app => app.Use((context, next) =>
        {
            if (context.Request.Path != "/echo")
                return next(context);
            context.Response.ContentType = type;
            return answer(context.Response);
        }));

    /// <summary>Takes a prefix away, as the gateway does, without a word of it.</summary>
    public static void BehindGateway(WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(Prefix, out var rest))
            {
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return Task.CompletedTask;
            }
            context.Request.Path = rest.HasValue ? rest : "/";
            return next(context);
        });
        app.UseRouting();
    }

    private static void Predict(EasServiceBuilder<Scripted> service) => service.Predict<Flower, Species>(
        "/",
        static (_, flower, _) => flower.PetalLength < 2
            ? new("setosa", flower.PetalLength)
            : throw new BadHttpRequestException("Only small flowers are known."),
        new() { OperationId = "Classify", Summary = "Names a flower." });

    private static void Probes(EasServiceBuilder<Scripted> service, Func<bool>? isReady)
    {
        service.StartupProbe("/healthz/startup", 3);
        service.ReadinessProbe("/healthz/ready", 3).Check((_, _) => isReady?.Invoke() ?? true);
        service.LivenessProbe("/healthz/live", 3);
    }
}

internal sealed record Flower(double PetalLength, string Colour = "white");

internal sealed record Species(string Name, double PetalLength);
