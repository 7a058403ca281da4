using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EasGen.Api;

/// <summary>
/// The service API of PAI-EAS, version 2021-07-01, in one region. A call that reads is repeated after throttling, HTTP 5xx and lost
/// connections; any other is made once, because a lost answer does not tell whether it was done: describe the service before trying again.
/// </summary>
/// <param name="http">Sends the requests; its base address is not used.</param>
/// <param name="options">Where to call, and as whom.</param>
/// <remarks>
/// Every method throws <see cref="EasApiException"/> for what the API refuses, <see cref="HttpRequestException"/> when it cannot be
/// reached or does not answer in time, <see cref="OperationCanceledException"/>, and <see cref="ArgumentException"/> for a name that no
/// service can have. Answers are not to be followed elsewhere: give the handler <c>AllowAutoRedirect = false</c>. A list is read page
/// by page, to 10,000 items at most, and to the first page that is the one before it again.
/// </remarks>
public sealed class EasClient(HttpClient http, EasClientOptions options)
{
    private const int PageSize = 100;

    // More is read by nobody, and a server that does not stop would go on.
    private const int MostPages = 100;

    private readonly EasSender sender = new(http, options);

    /// <summary>The service as it is now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EasApiException">There is none of that name: <see cref="EasApiException.IsNotFound"/>.</exception>
    public Task<EasServiceState> DescribeServiceAsync(string name, CancellationToken cancellationToken = default) =>
        sender.SendAsync(new("DescribeService", HttpMethod.Get, Service(name)), EasJsonContext.Default.EasServiceState, cancellationToken);

    /// <summary>The services of the account in the region.</summary>
    /// <param name="filter">What their names contain; null for all.</param>
    /// <param name="groupName">Their group; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IReadOnlyList<EasServiceState>> ListServicesAsync(
        string? filter = null, string? groupName = null, CancellationToken cancellationToken = default) =>
        ListAsync(
            "ListServices",
            "/api/v2/services",
            "PageNumber",
            EasCall.Parameters(("Filter", filter), ("GroupName", groupName)),
            EasJsonContext.Default.ServicePage,
            static page => page.Services,
            cancellationToken);

    /// <summary>Creates a service.</summary>
    /// <param name="serviceJson">The service JSON, in UTF-8.</param>
    /// <param name="workspaceId">The workspace that it belongs to; null for the default one.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the creation.</param>
    /// <exception cref="EasApiException">The name is taken: <see cref="EasApiException.IsConflict"/>.</exception>
    public Task<CreatedService> CreateServiceAsync(
        ReadOnlyMemory<byte> serviceJson, string? workspaceId = null, CancellationToken cancellationToken = default) =>
        sender.SendAsync(
            new("CreateService", HttpMethod.Post, "/api/v2/services")
            {
                Query = EasCall.Parameters(("WorkspaceId", workspaceId)),
                Body = serviceJson,
            },
            EasJsonContext.Default.CreatedService,
            cancellationToken);

    /// <summary>Changes a service.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="serviceJson">The service JSON, in UTF-8.</param>
    /// <param name="updateType">What becomes of keys that the JSON lacks.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the change.</param>
    public Task UpdateServiceAsync(
        string name, ReadOnlyMemory<byte> serviceJson, UpdateType updateType, CancellationToken cancellationToken = default) =>
        sender.SendAsync(
            new("UpdateService", HttpMethod.Put, Service(name))
            {
                Query = EasCall.Parameters(("UpdateType", updateType == UpdateType.Replace ? "replace" : "merge")),
                Body = serviceJson,
            },
            cancellationToken);

    /// <summary>Brings an earlier version back.</summary>
    /// <param name="name">The service.</param>
    /// <param name="version">The number of the version, from 1 to below the current one.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the change.</param>
    public Task UpdateServiceVersionAsync(string name, int version, CancellationToken cancellationToken = default) =>
        sender.SendAsync(
            new("UpdateServiceVersion", HttpMethod.Put, Service(name, "version"))
            {
                Body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"Version\":{version}}}")),
            },
            cancellationToken);

    /// <summary>The versions of a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IReadOnlyList<ServiceVersion>> ListServiceVersionsAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync(
            "ListServiceVersions",
            Service(name, "versions"),
            "PageNumber",
            [],
            EasJsonContext.Default.VersionPage,
            static page => page.Versions,
            cancellationToken);

    /// <summary>Starts a service that was stopped.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the start.</param>
    public Task StartServiceAsync(string name, CancellationToken cancellationToken = default) =>
        sender.SendAsync(new("StartService", HttpMethod.Put, Service(name, "start")), cancellationToken);

    /// <summary>Stops a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the stop.</param>
    public Task StopServiceAsync(string name, CancellationToken cancellationToken = default) =>
        sender.SendAsync(new("StopService", HttpMethod.Put, Service(name, "stop")), cancellationToken);

    /// <summary>Deletes a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the deletion.</param>
    public Task DeleteServiceAsync(string name, CancellationToken cancellationToken = default) =>
        sender.SendAsync(new("DeleteService", HttpMethod.Delete, Service(name)), cancellationToken);

    /// <summary>What happened to a service, by EAS's own choice in the last seven days; the newest first.</summary>
    /// <param name="name">The service.</param>
    /// <param name="eventType"><c>Normal</c> or <c>Warning</c>; null for both.</param>
    /// <param name="newest">How many of the newest to read, from 1 to 100, in one call; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="newest"/> is not from 1 to 100.</exception>
    public Task<IReadOnlyList<ServiceEvent>> DescribeServiceEventAsync(
        string name, string? eventType = null, int? newest = null, CancellationToken cancellationToken = default)
    {
        if (newest is < 1 or > PageSize)
            throw new ArgumentOutOfRangeException(nameof(newest), newest, $"Ask for 1 to {PageSize} events, or for all.");
        return ListAsync(
            "DescribeServiceEvent",
            Service(name, "events"),
            "PageNum",
            EasCall.Parameters(("EventType", eventType)),
            EasJsonContext.Default.EventPage,
            static page => page.Events,
            cancellationToken,
            newest);
    }

    /// <summary>The instances of a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IReadOnlyList<ServiceInstance>> ListServiceInstancesAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync(
            "ListServiceInstances",
            Service(name, "instances"),
            "PageNumber",
            [],
            EasJsonContext.Default.InstancePage,
            static page => page.Instances,
            cancellationToken);

    /// <summary>What EAS thinks is wrong with a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<Diagnosis>> DescribeServiceDiagnosisAsync(string name, CancellationToken cancellationToken = default)
    {
        var call = new EasCall("DescribeServiceDiagnosis", HttpMethod.Get, Service(name, "diagnosis"));
        return (await sender.SendAsync(call, EasJsonContext.Default.DiagnosisAnswer, cancellationToken)).DiagnosisList ?? [];
    }

    /// <summary>Lines of the log of a service.</summary>
    /// <param name="name">The service.</param>
    /// <param name="query">Which lines.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<string>> DescribeServiceLogAsync(
        string name, LogQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var call = new EasCall("DescribeServiceLog", HttpMethod.Get, Service(name, "logs"))
        {
            Query = EasCall.Parameters(
                ("InstanceName", query.InstanceName),
                ("ContainerName", query.ContainerName),
                ("Keyword", query.Keyword),
                ("Previous", query.Previous ? "true" : null),
                ("PageSize", query.PageSize.ToString(CultureInfo.InvariantCulture))),
        };
        return (await sender.SendAsync(call, EasJsonContext.Default.LogPage, cancellationToken)).Logs ?? [];
    }

    /// <summary>The kinds of machine that EAS offers in the region, and whether there are any left.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<MachineType>> DescribeMachineSpecAsync(CancellationToken cancellationToken = default)
    {
        var call = new EasCall("DescribeMachineSpec", HttpMethod.Get, "/api/v2/public/instance_types");
        return (await sender.SendAsync(call, EasJsonContext.Default.MachineTypesAnswer, cancellationToken)).InstanceMetas ?? [];
    }

    // Page after page, until one brings nothing or all are there; or one page of the newest.
    private async Task<IReadOnlyList<TItem>> ListAsync<TPage, TItem>(
        string action,
        string path,
        string pageParameter,
        KeyValuePair<string, string>[] query,
        JsonTypeInfo<TPage> type,
        Func<TPage, IReadOnlyList<TItem>?> items,
        CancellationToken cancellationToken,
        int? newest = null)
        where TPage : Page
    {
        var (all, before) = (new List<TItem>(), default(TPage));
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await sender.SendAsync(
                new(action, HttpMethod.Get, path)
                {
                    Query =
                    [
                        .. query,
                        .. EasCall.Parameters(
                            (pageParameter, number.ToString(CultureInfo.InvariantCulture)),
                            ("PageSize", (newest ?? PageSize).ToString(CultureInfo.InvariantCulture))),
                    ],
                },
                type,
                cancellationToken);
            var found = items(page) ?? [];
            if (newest is { } most)
                return [.. found.Take(most)];
            // Who does not heed the number of the page answers with the first one again.
            if (before is not null && IsSame(page, before, type))
                break;
            all.AddRange(found);
            // Without a count, a full page may have another behind it.
            var isMore = page.TotalCount > 0 ? all.Count < page.TotalCount : found.Count == PageSize;
            if (found.Count == 0 || !isMore)
                break;
            before = page;
        }
        return all;
    }

    // As text: what is nested in the items is not equal by value.
    private static bool IsSame<TPage>(TPage one, TPage other, JsonTypeInfo<TPage> type) =>
        JsonSerializer.SerializeToUtf8Bytes(one, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, type));

    private string Service(string name, string? part = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        // It would be the address of another call.
        if (name is "." or ".." || name.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' is not the name of a service.", nameof(name));
        return $"/api/v2/services/{options.Region}/{name}{(part is null ? "" : "/" + part)}";
    }
}
