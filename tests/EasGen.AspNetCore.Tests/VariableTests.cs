using EasGen.AspNetCore.Listening;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Proofs;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Tests;

/// <summary>What the process was started with. It sets variables of the process, so that no other test may run meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class VariableTests : IDisposable
{
    private const string Own = "EASGEN_TEST_VARIABLE";

    private readonly List<(string Name, string? Before)> set = [];

    public void Dispose()
    {
        foreach (var (name, before) in Enumerable.Reverse(set))
            Environment.SetEnvironmentVariable(name, before);
    }

    [Fact]
    public void A_variable_is_found_unless_a_setting_says_otherwise()
    {
        Assert.Null(Variables.Find(Settings(), Own));
        Set(Own, "of the process");

        Assert.Equal("of the process", Variables.Find(Settings(), Own));
        Assert.Equal("of the settings", Variables.Find(Settings((Own, "of the settings")), Own));
        Assert.Null(Variables.Find(Settings((Own, " ")), Own));
    }

    [Theory]
    [InlineData("ASPNETCORE_")]
    [InlineData("DOTNET_")]
    [InlineData("")]
    public void A_setting_is_named_by_its_variable(string prefix)
    {
        Set(prefix + Own, "1");

        Assert.Equal($"{prefix}{Own}=1", Named(Own, "1"));
        Assert.Equal($"--{Own}=2", Named(Own, "2"));
    }

    [Fact]
    public void What_the_profile_of_launchSettings_sets_is_named_by_it()
    {
        Set("DOTNET_LAUNCH_PROFILE", null);
        Set("ASPNETCORE_URLS", "http://localhost:5123");
        Set("ASPNETCORE_HTTP_PORTS", "5124");
        Assert.Equal("ASPNETCORE_URLS=http://localhost:5123", Named("urls", "http://localhost:5123"));
        Set("DOTNET_LAUNCH_PROFILE", "http");

        Assert.Equal(
            "launchSettings.json (profile 'http': ASPNETCORE_URLS=http://localhost:5123)",
            Named("urls", "http://localhost:5123"));
        Assert.Equal("ASPNETCORE_HTTP_PORTS=5124", Named("http_ports", "5124"));
    }

    private static string Named(string key, string value) => SettingSource.Name(Settings((key, value)), key, value);

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();

    private void Set(string name, string? value)
    {
        set.Add((name, Environment.GetEnvironmentVariable(name)));
        Environment.SetEnvironmentVariable(name, value);
    }
}
