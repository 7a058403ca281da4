using EasGen.AspNetCore.Listening;
using EasGen.AspNetCore.Starting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.CustomMetrics;

/// <summary>Where and when custom metrics are posted.</summary>
/// <param name="Address">The engine's address inside the instance.</param>
/// <param name="Period">The time between two posts. EAS shows a value within a minute.</param>
/// <param name="Timeout">How long a post may take.</param>
internal sealed record MetricTarget(Uri Address, TimeSpan Period, TimeSpan Timeout)
{
    /// <summary>The variable that names another address, for tests.</summary>
    public const string Variable = "EASGEN_METRICS_URL";

    private static readonly Uri Engine = new("http://localhost:8080/api/builtin/realtime_metrics");

    /// <summary>Posts the metrics of a service that has some; where no engine is, nothing is posted.</summary>
    public static void AddReporter(IHostApplicationBuilder builder, EasServiceDescription description)
    {
        var services = builder.Services;
        if (description.CustomMetrics.Count == 0 || AddressIn(builder.Configuration, builder.Environment) is not { } address)
            return;
        services.TryAddSingleton(new MetricTarget(address, Period: TimeSpan.FromSeconds(10), Timeout: TimeSpan.FromSeconds(5)));
        services.AddHostedService<MetricReporter>();
    }

    // EAS sets the variable of the port in every instance. So may a developer, behind whose port 8080 is anything but an engine.
    private static Uri? AddressIn(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Variables.Find(configuration, Variable) is not { } other)
            return environment.IsDevelopment() || Variables.Find(configuration, ListeningPort.Variable) is null ? null : Engine;
        return Uri.TryCreate(other, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new WrongSettingException(
                $"The environment variable {Variable} is '{other}', which is not an address: set it to one with http://, or remove it.");
    }
}
