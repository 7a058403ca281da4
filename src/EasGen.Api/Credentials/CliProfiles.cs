using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Api;

/// <summary>The profiles of the Alibaba Cloud CLI, <c>~/.aliyun/config.json</c>.</summary>
internal static class CliProfiles
{
    public static EasProfile? Find(CredentialPlaces places, string? name)
    {
        var path = places.CliConfig;
        if (!File.Exists(path) || Read(path) is not { } config)
            return null;
        var wanted = name ?? config.Current;
        if (config.Profiles?.FirstOrDefault(profile => profile?.Name == wanted) is not { } found)
            return null;
        var source = $"profile '{found.Name}' of '{path}'";
        return found.Mode switch
        {
            "AK" => new(Key(found, source, null), source, found.RegionId),
            "StsToken" => new(Key(found, source, found.StsToken), source, found.RegionId),
            _ => throw new EasCredentialsException(
                $"The {source} uses mode {found.Mode ?? "?"}, which is not supported; export temporary keys as "
                + "ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN"),
        };
    }

    private static EasCredentials Key(CliProfile profile, string source, string? token) =>
        string.IsNullOrWhiteSpace(profile.AccessKeyId) || string.IsNullOrWhiteSpace(profile.AccessKeySecret)
            ? throw new EasCredentialsException($"The {source} has no whole access key; run 'aliyun configure'")
            : new(profile.AccessKeyId, profile.AccessKeySecret, token);

    private static CliConfig? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), CliConfigContext.Default.CliConfig);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            // What is wrong with its text could show a key.
            var reason = problem is JsonException ? "it is not JSON" : problem.Message;
            throw new EasCredentialsException(
                $"'{path}' cannot be read: {reason}; run 'aliyun configure', or set the environment variables");
        }
    }
}

internal sealed record CliConfig(string? Current, IReadOnlyList<CliProfile?>? Profiles);

internal sealed record CliProfile(
    string? Name, string? Mode, string? AccessKeyId, string? AccessKeySecret, string? StsToken, string? RegionId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CliConfig))]
internal sealed partial class CliConfigContext : JsonSerializerContext;
