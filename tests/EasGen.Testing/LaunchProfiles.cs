using System.Text.Json;

namespace EasGen.Testing;

/// <summary>The profiles with which an IDE or <c>dotnet run</c> starts a project.</summary>
public static class LaunchProfiles
{
    /// <summary>The address that each profile of a project asks for.</summary>
    public static IReadOnlyList<string?> AddressesOf(string projectFolder)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(projectFolder, "Properties", "launchSettings.json")));
        return
        [
            .. settings.RootElement.GetProperty("profiles").EnumerateObject()
                .Select(static profile => profile.Value.GetProperty("applicationUrl").GetString()),
        ];
    }
}
