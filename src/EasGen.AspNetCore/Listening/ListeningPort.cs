using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Listening;

/// <summary>The port to listen on, and the address that somebody else asked for in vain.</summary>
/// <param name="Port">0 to 65535; 0, any free port, only comes from <c>LISTENING_PORT</c>.</param>
/// <param name="Overruled">The setting that asks for another port, as <c>NAME=value</c>; null if all agree.</param>
internal sealed record ListeningPort(int Port, string? Overruled)
{
    /// <summary>The variable with which EAS tells a container its port.</summary>
    public const string Variable = "LISTENING_PORT";

    public static ListeningPort From(int declared, IConfiguration configuration)
    {
        var port = Injected(configuration) ?? declared;
        return new(port, AskedElsewhere(configuration, port));
    }

    private static int? Injected(IConfiguration configuration)
    {
        var text = configuration[Variable] ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
            return port;
        throw new InvalidOperationException($"The environment variable {Variable} is '{text}', which is no port: set it to a number from 1 to 65535 (0 takes any free port), or remove it.");
    }

    private static string? AskedElsewhere(IConfiguration configuration, int port)
    {
        // ASP.NET Core's own order: addresses come before ports.
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
            return Split(urls).All(url => PortOf(url) == port) ? null : $"{NameOf("URLS", urls)}={urls}";

        foreach (var (key, variable) in new[] { (WebHostDefaults.HttpPortsKey, "HTTP_PORTS"), (WebHostDefaults.HttpsPortsKey, "HTTPS_PORTS") })
        {
            if (configuration[key] is { Length: > 0 } ports && Split(ports).Any(text => text != port.ToString(CultureInfo.InvariantCulture)))
                return $"{NameOf(variable, ports)}={ports}";
        }

        return null;
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? PortOf(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string NameOf(string suffix, string value)
    {
        string[] variables = [$"ASPNETCORE_{suffix}", $"DOTNET_{suffix}"];
        return Array.Find(variables, variable => Environment.GetEnvironmentVariable(variable) == value) ?? $"--{suffix.ToLowerInvariant()}";
    }
}
