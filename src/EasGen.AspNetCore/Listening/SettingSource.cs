using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace EasGen.AspNetCore.Listening;

/// <summary>Names a setting as the person knows it who wrote it: by its variable, its file or its option.</summary>
internal static class SettingSource
{
    // `dotnet run` sets it beside the variables of the profile.
    private const string LaunchProfile = "DOTNET_LAUNCH_PROFILE";

    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_", ""];

    public static string Name(IConfiguration configuration, string key, string value) => Provider(configuration, key) switch
    {
        FileConfigurationProvider { Source.Path: { } file } => $"{file} ({key}={value})",
        CommandLineConfigurationProvider => $"--{key}={value}",
        EnvironmentVariablesConfigurationProvider => OfVariable(key, value) ?? $"{key}={value}",
        _ => OfVariable(key, value) ?? $"--{key}={value}",
    };

    private static string? OfVariable(string key, string value)
    {
        if (Variable(key, value) is not { } variable)
            return null;
        var set = $"{variable}={value}";
        return Environment.GetEnvironmentVariable(LaunchProfile) is { Length: > 0 } profile && variable == "ASPNETCORE_URLS"
            ? $"launchSettings.json (profile '{profile}': {set})"
            : set;
    }

    private static string? Variable(string key, string value)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal);
            if ((string?)variable.Value == value
                && Array.Exists(Prefixes, prefix => string.Equals(name, prefix + key, StringComparison.OrdinalIgnoreCase)))
                return (string)variable.Key;
        }
        return null;
    }

    // The one that counts is the last that has the key.
    private static IConfigurationProvider? Provider(IConfiguration configuration, string key) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) switch
        {
            ChainedConfigurationProvider chained => Provider(chained.Configuration, key) ?? chained,
            var provider => provider,
        };
}
