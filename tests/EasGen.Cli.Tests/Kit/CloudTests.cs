using System.Text;
using EasGen.Api;

namespace EasGen.Cli.Tests.Kit;

/// <summary>Tests of verbs that call PAI-EAS: a server of their own, and a folder.</summary>
public abstract class CloudTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    static CloudTests()
    {
        // As a person sets them; the same for all tests of the process.
        Environment.SetEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_ID", FakeEas.FakeEas.AccessKeyId);
        Environment.SetEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", FakeEas.FakeEas.AccessKeySecret);
    }

    private protected FakeEas.FakeEas Eas { get; private set; } = null!;

    private protected Folder Folder { get; } = new();

    private protected EasClient Client => new(
        Http, new("cn-shanghai", new(FakeEas.FakeEas.AccessKeyId, FakeEas.FakeEas.AccessKeySecret)) { Endpoint = Eas.Address });

    public async Task InitializeAsync()
    {
        Eas = await FakeEas.FakeEas.StartAsync(clock: Clock);
        Eas.Cloud.Region = "cn-shanghai";
    }

    public async Task DisposeAsync()
    {
        await Eas.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>The clock of the server.</summary>
    private protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Creates a service.</summary>
    private protected Task<CreatedService> CreateAsync(string json) => Client.CreateServiceAsync(Encoding.UTF8.GetBytes(json));

    /// <summary>The tool, which calls this server.</summary>
    private protected Task<Answer> Run(params string[] arguments) =>
        Easgen.Run([.. arguments, "--endpoint", Eas.Address.ToString(), "--region", "cn-shanghai"]);
}
