using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Ini;

namespace EasGen.Api;

/// <summary>The credentials file of Alibaba Cloud's SDKs, <c>~/.alibabacloud/credentials</c>: one section for each profile.</summary>
internal static class CredentialsFile
{
    public static EasProfile? Find(CredentialPlaces places, string? name)
    {
        var path = places.CredentialsFile;
        var profile = name ?? "default";
        if (!File.Exists(path) || !Read(path).TryGetValue(profile, out var values))
            return null;
        var source = $"profile '{profile}' of '{path}'";
        return values.GetValueOrDefault("type") switch
        {
            null or "" or "access_key" => new(Key(values, source, null), source, values.GetValueOrDefault("region_id")),
            "sts" => new(Key(values, source, values.GetValueOrDefault("security_token")), source, values.GetValueOrDefault("region_id")),
            var type => throw new EasCredentialsException(
                $"The {source} is of type {type}, which is not supported; export temporary keys as "
                + "ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN"),
        };
    }

    private static EasCredentials Key(Dictionary<string, string?> values, string source, string? token) =>
        string.IsNullOrWhiteSpace(values.GetValueOrDefault("access_key_id"))
            || string.IsNullOrWhiteSpace(values.GetValueOrDefault("access_key_secret"))
            ? throw new EasCredentialsException($"The {source} lacks access_key_id or access_key_secret; give both")
            : new(values["access_key_id"]!, values["access_key_secret"]!, token);

    private static Dictionary<string, Dictionary<string, string?>> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return IniStreamConfigurationProvider.Read(stream)
                .GroupBy(static value => ConfigurationPath.GetParentPath(value.Key) ?? "", StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    static section => section.Key,
                    static section => section.ToDictionary(
                        static value => ConfigurationPath.GetSectionKey(value.Key),
                        static value => value.Value,
                        StringComparer.OrdinalIgnoreCase),
                    StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            // What is wrong with its text could show a key.
            var reason = problem is FormatException
                ? "a line of it is neither [section] nor name = value, or a name stands twice"
                : problem.Message;
            throw new EasCredentialsException($"'{path}' cannot be read: {reason}");
        }
    }
}
