using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Starting;

/// <summary>The environment variables with which a deployment speaks to the service.</summary>
internal static class Variables
{
    /// <summary>The value, as a test or the command line may give it too; null if there is none, or an empty one.</summary>
    public static string? Find(IConfiguration configuration, string name) =>
        (configuration[name] ?? Environment.GetEnvironmentVariable(name)) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
