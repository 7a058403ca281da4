using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Shutdown;

/// <summary>
/// While the service drains, every answer asks the client to use another connection next time, and with it another instance.
/// </summary>
internal sealed class ConnectionClosing(DrainState state) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Close);
        next(app);
    };

    private Task Close(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (state.IsDraining && context.Response.StatusCode != StatusCodes.Status101SwitchingProtocols)
                Ask(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Ask(HttpContext context)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        else
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
    }
}
