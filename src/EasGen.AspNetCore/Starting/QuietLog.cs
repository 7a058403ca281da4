using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Starting;

/// <summary>
/// Keeps what repeats itself out of the log: the framework says of each request when it begins and ends, and EAS sends
/// probes every few seconds. Warnings stay. What the app's own rules say of one of these categories counts instead.
/// </summary>
internal sealed class QuietLog : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing",
        // It names the address http://[::]:8000, which browsers do not open; StartNotice names one that they do.
        "Microsoft.Hosting.Lifetime",
    ];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var category in Categories)
        {
            if (!options.Rules.Any(rule => IsAbout(rule, category)))
                options.Rules.Add(new LoggerFilterRule(providerName: null, category, LogLevel.Warning, filter: null));
        }
    }

    // As filter rules are applied: a category has everything below it, and one star stands for anything. A rule for one
    // provider outranks those for all, so that it needs no room here.
    private static bool IsAbout(LoggerFilterRule rule, string category) =>
        rule is { ProviderName: null, CategoryName: { } name }
        && category.StartsWith(name.Split('*')[0], StringComparison.OrdinalIgnoreCase);
}
