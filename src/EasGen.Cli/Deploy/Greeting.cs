using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;

namespace EasGen.Cli.Deploy;

/// <summary>A service that runs, where it is reached, and a call that works.</summary>
internal sealed class Greeting(CloudConnection connection, CloudRequest cloud)
{
    public void Write(string name, EasServiceState state, Screen screen)
    {
        screen.WriteLine(FormattableString.Invariant($"{name} runs in version {state.CurrentVersion}."), Styles.Strong);
        var service = new ObservedService(state, connection.Region);
        (string Network, string? Address)[] endpoints = [("Internet", state.InternetEndpoint), ("VPC", state.IntranetEndpoint)];
        foreach (var (network, address) in endpoints.Where(static endpoint => !string.IsNullOrEmpty(endpoint.Address)))
            screen.WriteLine($"  {network,-8}  {service.Shown(address!)}");
        if (Array.Find(endpoints, static endpoint => !string.IsNullOrEmpty(endpoint.Address)).Address is not { } first)
            return;
        // What answers to a GET: the path that PAI-EAS asks itself.
        var path = service.First(Probe.Readiness)?.Feature[Probe.Path] ?? "/";
        screen.WriteLine(
            $"  Try it    curl -H \"Authorization: $(easgen status {name} --token{Options()})\" "
            + service.Shown($"'{(first.TrimEnd('/') + path).Replace("'", "", StringComparison.Ordinal)}'"));
    }

    private string Options() => $" --region {connection.Region}"
        + (cloud.Endpoint is { } endpoint ? $" --endpoint {endpoint.GetLeftPart(UriPartial.Authority)}" : "")
        + (cloud.Profile is { } profile ? $" --profile '{profile}'" : "");
}
