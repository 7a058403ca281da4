using System.Text;
using EasGen.Api.Signing;

namespace EasGen.Api.Tests;

/// <summary>Each call is sent as it was signed, and read as it is answered.</summary>
public class EasClientTests
{
    private const string Root = "https://pai-eas.cn-shanghai.aliyuncs.com/api/v2/services";
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""{"metadata":{"name":"iris"}}""");

    [Fact]
    public async Task What_is_sent_is_what_was_signed()
    {
        using var answers = new Answers().Add(200, """{"ServiceName":"iris","Region":"cn-shanghai","Status":"Creating"}""");

        var created = await answers.Client(new("id", "secret", "token")).CreateServiceAsync(Json, workspaceId: "3/1");

        Assert.Equal(("iris", "Creating"), (created.ServiceName, created.Status));
        var asked = Assert.Single(answers.Requests);
        Assert.Equal($"{Root}?WorkspaceId=3%2F1", asked.Address);
        Assert.Equal("application/json; charset=utf-8", asked.Headers["Content-Type"]);
        Assert.Equal("application/json", asked.Headers["Accept"]);
        Assert.Equal("token", asked.Headers["x-acs-security-token"]);
        Assert.Equal("2026-01-02T03:04:05Z", asked.Headers["x-acs-date"]);
        var hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(asked.Body));
        var canonical = CanonicalRequest.Of(asked.Method, "/api/v2/services", [new("WorkspaceId", "3/1")], asked.Headers, hash);
        Assert.Equal(Signature.Authorization(canonical, new("id", "secret")), asked.Headers["Authorization"]);
    }

    // Each call, its method, its address below that of all services, and the start of its body.
    public static TheoryData<string, Func<EasClient, Task>, string, string, string> Calls => new()
    {
        { "DescribeService", client => client.DescribeServiceAsync("iris"), "GET", Iris(""), "" },
        { "UpdateService", client => client.UpdateServiceAsync("iris", Json, UpdateType.Merge), "PUT", Iris("?UpdateType=merge"), "{" },
        { "UpdateService", client => client.UpdateServiceAsync("iris", Json, UpdateType.Replace), "PUT", Iris("?UpdateType=replace"), "{" },
        { "UpdateServiceVersion", client => client.UpdateServiceVersionAsync("iris", 3), "PUT", Iris("/version"), """{"Version":3}""" },
        { "StartService", client => client.StartServiceAsync("iris"), "PUT", Iris("/start"), "" },
        { "StopService", client => client.StopServiceAsync("iris"), "PUT", Iris("/stop"), "" },
        { "DeleteService", client => client.DeleteServiceAsync("iris"), "DELETE", Iris(""), "" },
        { "DescribeServiceEvent", client => client.DescribeServiceEventAsync("iris", "Warning"), "GET", Iris($"/events{Warnings}"), "" },
        { "DescribeServiceEvent", client => client.DescribeServiceEventAsync("iris", newest: 1), "GET", Iris($"/events{Newest}"), "" },
        { "ListServiceInstances", client => client.ListServiceInstancesAsync("iris"), "GET", Iris($"/instances{Page}"), "" },
        { "ListServiceVersions", client => client.ListServiceVersionsAsync("iris"), "GET", Iris($"/versions{Page}"), "" },
        { "DescribeServiceDiagnosis", client => client.DescribeServiceDiagnosisAsync("iris"), "GET", Iris("/diagnosis"), "" },
        { "DescribeServiceLog", client => client.DescribeServiceLogAsync("iris", Crashed), "GET", Iris($"/logs{Previous}"), "" },
        { "ListServices", client => client.ListServicesAsync("ir"), "GET", "?Filter=ir&PageNumber=1&PageSize=100", "" },
        { "DescribeMachineSpec", client => client.DescribeMachineSpecAsync(), "GET", "/../public/instance_types", "" },
    };

    private const string Page = "?PageNumber=1&PageSize=100";
    private const string Warnings = "?EventType=Warning&PageNum=1&PageSize=100";
    private const string Newest = "?PageNum=1&PageSize=1";
    private const string Previous = "?InstanceName=a%20b&PageSize=500&Previous=true";

    private static readonly LogQuery Crashed = new() { Previous = true, InstanceName = "a b" };

    private static string Iris(string part) => $"/cn-shanghai/iris{part}";

    [Theory, MemberData(nameof(Calls))]
    public async Task Each_call_has_its_address(string action, Func<EasClient, Task> call, string method, string address, string body)
    {
        using var answers = new Answers().Add(200, "{}");

        await call(answers.Client());

        var asked = Assert.Single(answers.Requests);
        Assert.Equal((method, action), (asked.Method, asked.Headers["x-acs-action"]));
        Assert.Equal((Root + address).Replace("services/../", "", StringComparison.Ordinal), asked.Address);
        Assert.StartsWith(body, asked.Body, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0, asked.Body.Length == 0);
    }

    [Fact]
    public async Task A_service_is_read_in_either_case_and_never_shows_its_token()
    {
        using var answers = new Answers().Add(200, """
            {"serviceName":"iris","Status":"Running","RunningInstance":2,"TotalInstance":2,"CurrentVersion":"3","LatestVersion":3,
             "AccessToken":"MARK","ServiceConfig":"{}","SafetyLock":"none","New":{"a":[1]}}
            """);

        var service = await answers.Client().DescribeServiceAsync("iris");

        Assert.True(service.IsReady);
        Assert.False(service.HasFailed);
        Assert.Equal("MARK", service.AccessToken);
        Assert.Equal("iris Running", service.ToString());
    }

    [Theory]
    [InlineData("Running", 1, 2, 3, 3, false)]
    [InlineData("Running", 2, 2, 2, 3, false)]
    [InlineData("Updating", 2, 2, 3, 3, false)]
    [InlineData("Running", 0, 0, 1, 1, true)]
    public void A_service_is_ready_in_its_newest_version_with_all_instances(
        string status, int running, int total, int current, int latest, bool ready) => Assert.Equal(ready, new EasServiceState
        {
            Status = status,
            RunningInstance = running,
            TotalInstance = total,
            CurrentVersion = current,
            LatestVersion = latest,
        }.IsReady);

    [Fact]
    public async Task All_pages_are_read()
    {
        using var answers = new Answers()
            .Add(200, """{"Instances":[{"InstanceName":"a","LastState":[{"x":1}]},{"InstanceName":"b"}],"TotalCount":3}""")
            .Add(200, """{"Instances":[{"InstanceName":"c","RestartCount":4}],"TotalCount":3}""");

        var instances = await answers.Client().ListServiceInstancesAsync("iris");

        Assert.Equal(["a", "b", "c"], instances.Select(static instance => instance.InstanceName));
        Assert.EndsWith("PageNumber=2&PageSize=100", answers.Requests[1].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_is_too_high_ends_with_the_first_empty_page()
    {
        using var answers = new Answers()
            .Add(200, """{"Events":[{"Type":"Warning","Reason":"Unhealthy"}],"TotalCount":9}""")
            .Add(200, """{"Events":[],"TotalCount":9}""");

        Assert.Equal("Unhealthy", Assert.Single(await answers.Client().DescribeServiceEventAsync("iris")).Reason);
    }

    [Fact]
    public async Task Only_the_newest_are_read_where_no_more_are_asked_for()
    {
        using var answers = new Answers().Add(200, """{"Events":[{"Reason":"Newest"},{"Reason":"Older"}],"TotalCount":900}""");

        Assert.Equal("Newest", Assert.Single(await answers.Client().DescribeServiceEventAsync("iris", newest: 1)).Reason);
        Assert.Single(answers.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task As_many_of_the_newest_as_no_page_holds_are_not_asked_for(int newest)
    {
        using var answers = new Answers();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => answers.Client().DescribeServiceEventAsync("iris", newest: newest));
        Assert.Empty(answers.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","TotalCount":900""")]
    public async Task A_server_that_does_not_heed_the_page_is_not_asked_for_ever(string count)
    {
        var full = string.Join(',', Enumerable.Range(0, 100).Select(static number =>
            $$"""{"InstanceName":"i{{number}}","LastState":[{"Reason":"Error"}]}"""));
        using var answers = new Answers();
        for (var i = 0; i < 3; i++)
            answers.Add(200, $$"""{"Instances":[{{full}}]{{count}}}""");

        Assert.Equal(100, (await answers.Client().ListServiceInstancesAsync("iris")).Count);
        Assert.Equal(2, answers.Requests.Count);
    }

    [Fact]
    public async Task A_list_without_an_end_ends()
    {
        using var answers = new Answers();
        for (var i = 0; i < 101; i++)
            answers.Add(200, $$"""{"Services":[{"ServiceName":"s{{i}}"}],"TotalCount":100000}""");

        Assert.Equal("s99", (await answers.Client().ListServicesAsync())[^1].ServiceName);
        Assert.Equal(100, answers.Requests.Count);
    }

    [Fact]
    public async Task What_an_answer_lacks_counts_as_nothing()
    {
        using var answers = new Answers().Add(200, """
            {"Status":"Running","PendingInstance":null,"CurrentVersion":"","LatestVersion":{},
             "AutoscalerEnabled":"true","CronscalerEnabled":null}
            """);

        var service = await answers.Client().DescribeServiceAsync("iris");

        Assert.Equal((0, 0, 0), (service.PendingInstance, service.CurrentVersion, service.LatestVersion));
        Assert.Equal((true, false), (service.AutoscalerEnabled, service.CronscalerEnabled));
    }

    [Fact]
    public async Task Without_a_count_a_full_page_has_another_behind_it()
    {
        var full = string.Join(',', Enumerable.Range(0, 100).Select(static number => $$"""{"ServiceName":"s{{number}}"}"""));
        using var answers = new Answers().Add(200, $$"""{"Services":[{{full}}]}""").Add(200, """{"Services":[{"ServiceName":"last"}]}""");

        Assert.Equal("last", (await answers.Client().ListServicesAsync())[100].ServiceName);
    }

    [Theory]
    [InlineData("iris/stop")]
    [InlineData("..")]
    [InlineData(".")]
    public async Task A_name_is_never_the_address_of_another_call(string name)
    {
        using var answers = new Answers();

        await Assert.ThrowsAsync<ArgumentException>(() => answers.Client().DeleteServiceAsync(name));
        Assert.Empty(answers.Requests);
    }

    [Fact]
    public void A_version_shows_no_secret() =>
        Assert.Equal("3 today", new ServiceVersion(3, "today", null, null, "MARK", null).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("CN")]
    [InlineData("cn-shanghai/../x")]
    public void A_region_is_a_name(string region) =>
        Assert.Throws<ArgumentException>(() => new EasClientOptions(region, new("id", "secret")));
}
