using System.Text;
using EasGen.FakeEas;

namespace EasGen.Api.Tests;

/// <summary>The client and a server that follows the documentation understand each other; the signature itself has its vectors.</summary>
public sealed class FakeEasTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Iris = Encoding.UTF8.GetBytes("""
        {
          "metadata": { "name": "iris", "instance": 2, "cpu": 1 },
          "containers": [{ "image": "acme/iris:1", "port": 8000, "health_check": { "initial_delay_seconds": 20 } }]
        }
        """);

    private static readonly byte[] Changed = Encoding.UTF8.GetBytes("""
        { "metadata": { "name": "iris", "instance": 3 }, "containers": [{ "image": "acme/iris:2", "port": 8000 }] }
        """);

    private readonly MovableClock clock = new();
    private readonly HttpClient http = new();
    private FakeEas.FakeEas eas = null!;

    public async Task InitializeAsync() => eas = await FakeEas.FakeEas.StartAsync(clock: clock);

    public async Task DisposeAsync() => await eas.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_service_is_created_starts_by_its_probes_changes_and_goes()
    {
        var client = Client();
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => client.DescribeServiceAsync("iris"))).IsNotFound);

        Assert.Equal("Creating", (await client.CreateServiceAsync(Iris)).Status);
        var started = await client.DescribeServiceAsync("iris");
        Assert.Equal(("Waiting", 0, 2), (started.Status, started.RunningInstance, started.TotalInstance));
        clock.Now += TimeSpan.FromSeconds(20);
        Assert.True((await client.DescribeServiceAsync("iris")).IsReady);

        await client.UpdateServiceAsync("iris", Changed, UpdateType.Merge);
        Assert.Contains("\"cpu\":1", (await client.DescribeServiceAsync("iris")).ServiceConfig, StringComparison.Ordinal);
        await client.UpdateServiceAsync("iris", Changed, UpdateType.Replace);
        var replaced = await client.DescribeServiceAsync("iris");
        Assert.DoesNotContain("\"cpu\":1", replaced.ServiceConfig, StringComparison.Ordinal);
        Assert.Equal((3, true), (replaced.LatestVersion, replaced.IsReady));

        await client.UpdateServiceVersionAsync("iris", 1);
        var back = await client.DescribeServiceAsync("iris");
        Assert.Equal(("Updating", 3, 4), (back.Status, back.CurrentVersion, back.LatestVersion));
        Assert.Equal([4, 3, 2, 1], (await client.ListServiceVersionsAsync("iris")).Select(static version => version.ImageId));

        await client.StopServiceAsync("iris");
        Assert.Equal("Stopped", (await client.DescribeServiceAsync("iris")).Status);
        await client.StartServiceAsync("iris");
        Assert.Equal("iris", Assert.Single(await client.ListServicesAsync("ir")).ServiceName);
        await client.DeleteServiceAsync("iris");
        Assert.Empty(await client.ListServicesAsync());
        Assert.Contains(
            await client.DescribeMachineSpecAsync(),
            static type => type is { InstanceType: "ecs.c7.large", Cpu: 2, Memory: 4 });
    }

    [Theory]
    [InlineData(Ailment.WrongPort, "connection refused", "8080")]
    [InlineData(Ailment.OutOfMemory, "OOMKilled", "8000")]
    [InlineData(Ailment.ProbeNotServed, "statuscode: 404", "8000")]
    public async Task What_keeps_it_from_running_can_be_read(Ailment ailment, string happened, string log)
    {
        var client = Client();
        await client.CreateServiceAsync(Iris);
        eas.Cloud.Afflict("iris", ailment);

        Assert.Contains(
            await client.DescribeServiceEventAsync("iris", "Warning"),
            one => one.Message!.Contains(happened, StringComparison.Ordinal));
        Assert.Equal(2, (await client.ListServiceInstancesAsync("iris")).Count);
        Assert.Contains(log, string.Join('\n', await client.DescribeServiceLogAsync("iris", new())), StringComparison.Ordinal);
        Assert.Empty(await client.DescribeServiceDiagnosisAsync("iris"));
    }

    [Fact]
    public async Task A_service_is_in_the_region_that_it_was_created_in()
    {
        var (fake, shanghai) = (Client(), Client(region: "cn-shanghai"));
        Assert.Equal("cn-fake", (await fake.CreateServiceAsync(Iris)).Region);
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => shanghai.DescribeServiceAsync("iris"))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => shanghai.DeleteServiceAsync("iris"))).IsNotFound);
        Assert.Contains(".cn-fake.", (await fake.DescribeServiceAsync("iris")).IntranetEndpoint, StringComparison.Ordinal);

        await Assert.ThrowsAsync<EasApiException>(() => shanghai.DescribeServiceAsync("iris"));
        Assert.Equal("cn-shanghai", (await shanghai.CreateServiceAsync(Iris)).Region);
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => shanghai.CreateServiceAsync(Iris))).IsConflict);
        Assert.Equal(2, (await shanghai.ListServicesAsync()).Count);
        var own = Encoding.UTF8.GetBytes("""{ "metadata": { "name": "other", "region": "cn-beijing" } }""");
        Assert.Equal("cn-beijing", (await shanghai.CreateServiceAsync(own)).Region);
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => shanghai.DescribeServiceAsync("other"))).IsNotFound);
    }

    [Theory]
    [InlineData("""{ "metadata": 1 }""")]
    [InlineData("""{ "metadata": [] }""")]
    [InlineData("""{ "metadata": { "name": 1 } }""")]
    [InlineData("""{ "metadata": { "name": "iris", "name": "iris" } }""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{""")]
    public async Task A_service_without_a_form_is_refused(string json)
    {
        var refused = await Assert.ThrowsAsync<EasApiException>(() => Client().CreateServiceAsync(Encoding.UTF8.GetBytes(json)));

        Assert.Equal((400, "InvalidParameter"), ((int)refused.StatusCode, refused.Code));
    }

    [Theory]
    [InlineData("""{ "metadata": { "name": "iris", "instance": "many" }, "containers": [1] }""")]
    [InlineData("""{ "metadata": { "name": "iris", "instance": 1.5 }, "containers": [{ "port": {}, "health_check": 1 }] }""")]
    [InlineData("""{ "name": "iris", "containers": { "startup_check": { "period_seconds": -1 } } }""")]
    [InlineData(
        """{ "name": "iris", "containers": [{ "startup_check": { "period_seconds": 2000000000, "success_threshold": 2000000000 } }] }""")]
    public async Task Odd_settings_do_no_harm(string json)
    {
        await Client().CreateServiceAsync(Encoding.UTF8.GetBytes(json));
        eas.Cloud.Afflict("iris", Ailment.WrongPort);

        Assert.Equal("Waiting", (await Client().DescribeServiceAsync("iris")).Status);
        Assert.NotEmpty(await Client().DescribeServiceEventAsync("iris"));
        Assert.Single(await Client().ListServiceInstancesAsync("iris"));
    }

    [Theory]
    [InlineData("nobody", FakeEas.FakeEas.AccessKeySecret, 0, "InvalidAccessKeyId.NotFound")]
    [InlineData(FakeEas.FakeEas.AccessKeyId, "wrong", 0, "SignatureDoesNotMatch")]
    [InlineData(FakeEas.FakeEas.AccessKeyId, FakeEas.FakeEas.AccessKeySecret, 16, "InvalidTimeStamp.Expired")]
    public async Task Who_is_not_known_is_refused(string id, string secret, int minutesAhead, string code)
    {
        var client = new EasClient(http, new("cn-fake", new(id, secret))
        {
            Endpoint = eas.Address,
            TimeProvider = new MovableClock { Now = clock.Now.AddMinutes(minutesAhead) },
        });

        Assert.Equal(code, (await Assert.ThrowsAsync<EasApiException>(() => client.DescribeServiceAsync("iris"))).Code);
    }

    [Fact]
    public async Task A_nonce_is_taken_once()
    {
        var client = Client(nonce: "always");
        await client.ListServicesAsync();

        Assert.Equal("SignatureNonceUsed", (await Assert.ThrowsAsync<EasApiException>(() => client.ListServicesAsync())).Code);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("ü+%2F~*")]
    public async Task Every_name_is_signed_as_it_is_sent(string name) =>
        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => Client().DescribeServiceAsync(name))).IsNotFound);

    [Theory]
    [InlineData(Fault.LostBefore, 0)]
    [InlineData(Fault.LostAfter, 1)]
    [InlineData(Fault.ClosedAfter, 1)]
    [InlineData(Fault.HalfAnswer, 1)]
    [InlineData(Fault.NoApi, 0)]
    [InlineData(Fault.Unavailable, 0)]
    [InlineData(Fault.Throttled, 0)]
    [InlineData(Fault.Conflict, 0)]
    public async Task No_fault_makes_it_do_a_thing_twice(Fault fault, int done)
    {
        eas.Faults.Plan("CreateService", fault);

        var problem = await Record.ExceptionAsync(() => Client().CreateServiceAsync(Iris));

        Assert.True(problem is EasApiException or HttpRequestException, $"{problem}");
        Assert.Equal(done, eas.Cloud.Done.Count);
    }

    [Theory]
    [InlineData(Fault.LostBefore, 0)]
    [InlineData(Fault.LostAfter, 1)]
    [InlineData(Fault.ClosedAfter, 1)]
    [InlineData(Fault.HalfAnswer, 1)]
    [InlineData(Fault.NoApi, 0)]
    public async Task No_act_counts_as_done_without_an_answer_of_the_api(Fault fault, int done)
    {
        await Client().CreateServiceAsync(Iris);
        foreach (var (action, act) in Acts)
        {
            eas.Cloud.Done.Clear();
            eas.Faults.Plan(action, fault);
            var problem = await Record.ExceptionAsync(() => act(Client()));
            Assert.True(problem is EasApiException or HttpRequestException, $"{action}: {problem}");
            Assert.Equal(done, eas.Cloud.Done.Count);
        }
    }

    // The handler sends it again by itself, in the same words.
    [Fact]
    public async Task A_connection_that_is_closed_instead_of_an_answer_is_a_lost_answer()
    {
        await Client().CreateServiceAsync(Iris);
        eas.Faults.Plan("StopService", Fault.ClosedAfter);

        Assert.True((await Assert.ThrowsAsync<EasApiException>(() => Client().StopServiceAsync("iris"))).IsAnswerLost);
        Assert.Equal(["CreateService iris", "StopService iris"], eas.Cloud.Done);
        Assert.Equal(["CreateService", "StopService"], eas.Cloud.Asked);
    }

    private static readonly (string Action, Func<EasClient, Task> Act)[] Acts =
    [
        ("UpdateService", client => client.UpdateServiceAsync("iris", Changed, UpdateType.Merge)),
        ("StopService", client => client.StopServiceAsync("iris")),
        ("StartService", client => client.StartServiceAsync("iris")),
        ("DeleteService", client => client.DeleteServiceAsync("iris")),
    ];

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.LostAfter)]
    [InlineData(Fault.ClosedAfter)]
    [InlineData(Fault.Slow)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Throttled)]
    public async Task What_is_only_read_is_read_in_the_end(Fault fault)
    {
        await Client().CreateServiceAsync(Iris);
        eas.Faults.Plan("DescribeService", fault, times: 2);

        Assert.Equal("iris", (await Client().DescribeServiceAsync("iris")).ServiceName);
    }

    private EasClient Client(string? nonce = null, string region = "cn-fake")
    {
        var options = new EasClientOptions(region, new(FakeEas.FakeEas.AccessKeyId, FakeEas.FakeEas.AccessKeySecret));
        return new(http, new(region, options.Credentials)
        {
            Endpoint = eas.Address,
            TimeProvider = clock,
            Nonce = nonce is null ? options.Nonce : () => nonce,
        });
    }
}
