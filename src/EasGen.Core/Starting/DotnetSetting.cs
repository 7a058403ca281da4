namespace EasGen.Core.Starting;

/// <summary>
/// The settings of ASP.NET Core that say where to listen. They have one name in the start line, in variables, in appsettings.json and in
/// code: <c>--urls</c>, <c>ASPNETCORE_URLS</c>, <c>"Urls"</c>.
/// </summary>
internal static class DotnetSetting
{
    public const string Urls = "urls";

    private const string HttpPorts = "http_ports";
    private const string HttpsPorts = "https_ports";
    private const string Endpoints = "kestrel:endpoints:";

    private const string Production = "Production";

    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_"];
    private static readonly string[] Names = [Urls, HttpPorts, HttpsPorts];

    /// <summary>The name of the setting that a key of the configuration is; null for one that says nothing about addresses.</summary>
    public static string? Of(string key)
    {
        foreach (var name in Names)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
                return name;
        }
        if (!key.StartsWith(Endpoints, StringComparison.OrdinalIgnoreCase))
            return null;
        var setting = key.ToLowerInvariant();
        return setting.Split(':') is { Length: 4 } parts && parts[3] == "url" ? setting : null;
    }

    /// <summary>As <see cref="Of"/>, for an environment variable.</summary>
    public static string? OfVariable(string name) =>
        Of((PrefixOf(name) is { } prefix ? name.Substring(prefix.Length) : name).Replace("__", ":"));

    /// <summary>True for a variable that only .NET reads; <c>URLS</c> may be another program's.</summary>
    public static bool IsCertain(string name) =>
        PrefixOf(name) is not null || !string.Equals(name, Urls, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of settings that differ, those of the lowest rank count: endpoints before URLs, URLs before ports.</summary>
    public static int Rank(string setting) => setting == Urls ? 1 : setting is HttpPorts or HttpsPorts ? 2 : 0;

    /// <summary>Among the variables of one setting, the one of the highest order counts.</summary>
    public static int Order(string variable) => PrefixOf(variable) is { } prefix ? -Array.IndexOf(Prefixes, prefix) : 1;

    /// <summary>The addresses in a value of the setting; null for each that is not known.</summary>
    public static ListenText?[] Parse(string setting, string value)
    {
        var items = value
            .Split([';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static item => item.Trim())
            .Where(static item => item.Length > 0);
        return setting is HttpPorts or HttpsPorts
            ? [.. items.Select(item => ListenText.PortOf(item) is { } port
                ? new ListenText(setting == HttpsPorts ? "https" : "http", "", port, "")
                : null)]
            : [.. items.Select(static item => ListenText.Parse(item) is { Scheme.Length: > 0 } url ? url : null)];
    }

    /// <summary>The environment that a program of ASP.NET Core runs in; null when that is not known.</summary>
    public static string? EnvironmentOf(IReadOnlyList<ToldValue> arguments, Variables variables)
    {
        // The command line counts first. Which of the two variables does depends on the host.
        var option = ProgramOptions
            .Read(arguments, static name => name.TrimStart('-').Equals("environment", StringComparison.OrdinalIgnoreCase))
            .Select(static told => (ToldValue?)told.Value)
            .LastOrDefault();
        var told = (option is null ? Prefixes.Select(prefix => variables.Seen(prefix + "ENVIRONMENT")) : [option])
            .Where(static value => value is not null)
            .Select(value => variables.Fill(value!.Value.Text))
            .DefaultIfEmpty(Production)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return told.Length == 1 && told[0] is { Length: > 0 } ? told[0] : null;
    }

    // Asked of every variable of a container, so without a closure.
    private static string? PrefixOf(string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return prefix;
        }
        return null;
    }
}
