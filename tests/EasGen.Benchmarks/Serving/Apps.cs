using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using EasGen.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.Benchmarks.Serving;

/// <summary>What the child processes run. Each app in a method of its own, which loads no more than it needs.</summary>
internal static class Apps
{
    public const string Generated = "serving-generated";
    public const string Bounded = "serving-bounded";
    public const string ByHand = "serving-by-hand";
    public const string Empty = "serving-empty";

    public static void RunGenerated<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(
        JsonSerializerContext contracts,
        Action<WebApplication>? map = null)
        where TService : class, IEasService<TService>
    {
        var builder = Builder();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, contracts));
        builder.AddEasService<TService>();
        var app = builder.Build();
        app.MapEasService<TService>();
        map?.Invoke(app);
        app.Run();
    }

    /// <summary>The same predict endpoint as somebody writes it who has no generator.</summary>
    public static void RunByHand()
    {
        var builder = Builder();
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, IrisJson.Default));
        builder.Services.AddSingleton<Iris>();
        builder.WebHost.ConfigureKestrel(Listen);
        var app = builder.Build();
        app.MapGet(Iris.Eas.StartupPath, static () => "");
        app.MapPost("/", static (IrisMeasurement measurement, Iris iris) => iris.Classify(measurement));
        app.Run();
    }

    public static void RunEmpty()
    {
        var builder = Builder();
        builder.WebHost.ConfigureKestrel(Listen);
        var app = builder.Build();
        app.MapGet("/", static () => "");
        app.Run();
    }

    public static void Listen(KestrelServerOptions kestrel) =>
        kestrel.ListenAnyIP(
            int.Parse(Environment.GetEnvironmentVariable("LISTENING_PORT")!, CultureInfo.InvariantCulture),
            static endpoint => endpoint.Protocols = HttpProtocols.Http1);

    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder;
    }
}
