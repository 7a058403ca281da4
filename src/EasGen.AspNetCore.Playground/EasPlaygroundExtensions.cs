using EasGen.AspNetCore;
using EasGen.AspNetCore.Playground;
using EasGen.AspNetCore.Playground.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
#if NET9_0_OR_GREATER
using EasGen.AspNetCore.Playground.Reference;
#endif

namespace EasGen;

/// <summary>The call that gives a service a page to try it on.</summary>
public static class EasPlaygroundExtensions
{
    /// <summary>
    /// Shows the service in Development: <c>MapEasService</c> then maps a page at <c>GET /</c>, on which the service can be tried, and from
    /// .NET 9 on an API reference beside it, at <c>/playground/reference/</c>. In any other environment it adds nothing, unless it is told
    /// to. An endpoint of the app for <c>GET /</c>, or a start page among its static files (<c>wwwroot/index.html</c>), takes the place of
    /// the page. A later call goes on from what earlier ones have said, and has the last word.
    /// </summary>
    /// <param name="builder">The web application under construction.</param>
    /// <param name="configure">Says where else the page is shown, and to whom.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddEasPlayground(
        this WebApplicationBuilder builder,
        Action<EasPlaygroundOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = Options(builder);
        configure?.Invoke(options);
        if (!options.Enabled || builder.Services.Any(static registered => registered.ServiceType == typeof(EasPlaygroundOptions)))
            return builder;

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<IServiceEndpoints, PlaygroundEndpoints>();
        builder.Services.AddSingleton<MatcherPolicy, StartPagePolicy>();
#if NET9_0_OR_GREATER
        builder.Services.AddReference();
#endif
        return builder;
    }

    // Not among the services: a playground that is not shown adds none, and a later call may show it after all.
    private static EasPlaygroundOptions Options(IHostApplicationBuilder builder)
    {
        if (builder.Properties.TryGetValue(typeof(EasPlaygroundOptions), out var options))
            return (EasPlaygroundOptions)options;

        var first = new EasPlaygroundOptions { Enabled = builder.Environment.IsDevelopment() };
        builder.Properties[typeof(EasPlaygroundOptions)] = first;
        return first;
    }
}
