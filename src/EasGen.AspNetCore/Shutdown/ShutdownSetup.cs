using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.Shutdown;

internal static class ShutdownSetup
{
    public static void AddShutdown(this IServiceCollection services, EasServiceDescription description)
    {
        var plan = ShutdownPlan.For(description);
        services.AddSingleton(plan);
        services.AddSingleton<DrainState>();
        services.AddSingleton<RequestsInFlight>();
        services.AddHostedService<Drain>();
        services.AddSingleton<IStartupFilter, ConnectionClosing>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = plan.Timeout);
    }
}
