using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Runtime.InteropServices;

// One word says what is wrong with this program; without it, all is well.
var fault = args.FirstOrDefault() ?? "";
switch (fault)
{
    case "exits":
        Console.Error.WriteLine("no model at /models");
        return 3;
    case "leaves":
        // A child that stays behind, as of a shell that starts its program in the background.
        using (Process.Start("sleep", "1000"))
            return 0;
    case "starts-twice":
        var file = Environment.GetEnvironmentVariable("COUNT_FILE")!;
        File.AppendAllText(file, ".");
        if (new FileInfo(file).Length > 2)
            return 4;
        break;
    case "fixes-port" when Environment.GetEnvironmentVariable("NEEDS_NETWORK") == "to start" && !HasNetwork():
        Console.Error.WriteLine("no way to the model");
        return 5;
    case "chatters":
        var line = new string('x', 1000);
        for (var i = 0; i < 200_000; i++)
            Console.WriteLine(line);
        break;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var port = Environment.GetEnvironmentVariable("LISTENING_PORT");
if (fault == "listens-on-loopback")
    builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
else if (fault == "fixes-port")
    builder.WebHost.UseUrls($"http://0.0.0.0:{Environment.GetEnvironmentVariable("OWN_PORT")}");
else if (fault == "fixes-second-port")
    builder.WebHost.UseUrls($"http://0.0.0.0:{port}", $"http://0.0.0.0:{Environment.GetEnvironmentVariable("OWN_PORT")}");
else if (fault != "forgets-port")
    builder.WebHost.UseUrls($"http://0.0.0.0:{port}");
if (fault != "stops-at-once")
    builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();

var app = builder.Build();
var started = Stopwatch.GetTimestamp();
var load = fault == "loads-slowly" ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;
var drains = false;
if (fault != "maps-no-probe" && (fault != "maps-probe-in-development" || app.Environment.IsDevelopment()))
    app.MapGet("/health", () => fault == "redirects" ? Results.Redirect("https://localhost/health")
        : drains || Stopwatch.GetElapsedTime(started) < load ? Results.StatusCode(503)
        : Results.Ok());
app.MapGet("/slow", async () =>
{
    await Task.Delay(400);
    return "slow";
});
app.MapGet("/slower", static async () =>
{
    await Task.Delay(1500);
    return "slower";
});
app.MapGet("/blocks", static () =>
{
    Thread.Sleep(2000);
    return "blocked";
});
app.MapGet("/late", static async () =>
{
    await Task.Delay(3000);
    return "late";
});
app.MapGet("/fails", static () => Results.StatusCode(500));
app.MapPost("/", static async (HttpRequest request) =>
{
    await request.Body.CopyToAsync(Stream.Null);
    return "read";
});
app.MapGet("/", static () => Environment.GetEnvironmentVariable("NEEDS_NETWORK") == "to answer" && !HasNetwork()
    ? Results.StatusCode(500)
    : Results.Text("hello"));

// Who drains serves on for a while after SIGTERM, and says meanwhile that nothing new should come.
using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    if (fault == "dies")
        Process.GetCurrentProcess().Kill();
    if (fault is "stops-at-once" or "ignores-sigterm")
        return;
    drains = true;
    _ = Task.Delay(fault == "stops-late" ? 60_000 : 5000).ContinueWith(_ => app.StopAsync(), TaskScheduler.Default);
});
await app.RunAsync();
return 0;

static bool HasNetwork() => NetworkInterface.GetAllNetworkInterfaces().Any(static card =>
    card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback);

/// <summary>Leaves signals to the program.</summary>
internal sealed class OwnLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
