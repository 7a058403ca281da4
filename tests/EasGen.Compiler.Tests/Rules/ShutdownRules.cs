namespace EasGen.Compiler.Tests.Rules;

/// <summary>EAS1018 and EAS1019: how the code stops, against how EAS stops it.</summary>
public class ShutdownRules
{
    private const string Hosted =
        "class Cleaner : IHostedService { public Task StartAsync(CancellationToken c) => Task.CompletedTask; public @ }";

    [Theory]
    [InlineData(45, "TimeSpan.FromSeconds(40)")]
    [InlineData(45, "TimeSpan.FromSeconds(40.5)")]
    [InlineData(45, "{|EAS1018:TimeSpan.FromSeconds(40.6)|}")]
    [InlineData(45, "{|EAS1018:TimeSpan.FromSeconds(41)|}")]
    [InlineData(45, "{|EAS1018:TimeSpan.FromMinutes(1)|}")]
    [InlineData(45, "TimeSpan.FromSeconds(30) + TimeSpan.FromSeconds(30)")]
    [InlineData(45, "{|EAS1018:new TimeSpan(0, 1, 0)|}")]
    [InlineData(45, "{|EAS1018:new(0, 1, 0)|}")]
    [InlineData(45, "{|EAS1018:Timeout.InfiniteTimeSpan|}")]
    [InlineData(45, "{|EAS1018:TimeSpan.MaxValue|}")]
    [InlineData(45, "TimeSpan.Zero")]
    [InlineData(45, "TimeSpan.FromMilliseconds(40_000)")]
    [InlineData(45, "TimeSpan.FromSeconds(args.Length)")]
    [InlineData(45, "TimeSpan.Parse(args[0])")]
    [InlineData(60, "TimeSpan.FromSeconds(55)")]
    [InlineData(60, "{|EAS1018:TimeSpan.FromSeconds(55, 1)|}")]
    public Task A_shutdown_fits_into_the_grace_period(int grace, string timeout) => UserProgram.VerifyAsync(
        $"builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = {timeout});",
        $"[GracefulShutdown({grace}, SendSigterm = true)]");

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = {|EAS1018:TimeSpan.FromSeconds(28)|});")]
    [InlineData("builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(27));")]
    [InlineData("builder.Services.AddSingleton(new HostOptions { ShutdownTimeout = {|EAS1018:TimeSpan.FromSeconds(30)|} });")]
    [InlineData("builder.Host.ConfigureHostOptions(host => { if (args.Length > 0) host.ShutdownTimeout = TimeSpan.FromHours(1); });")]
    [InlineData("new WebHostBuilder().UseShutdownTimeout({|EAS1018:TimeSpan.FromDays(1)|});")]
    [InlineData("new Mine().ShutdownTimeout = TimeSpan.FromDays(1);")]
    public Task Without_one_it_fits_into_that_of_EAS(string statement) =>
        UserProgram.VerifyAsync(statement, more: "class Mine { public TimeSpan ShutdownTimeout { get; set; } }");

    [Fact]
    public Task The_message_counts() => UserProgram.VerifyAsync(
        "builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = {|EAS1018:TimeSpan.FromSeconds(60)|});",
        "[GracefulShutdown(45, SendSigterm = true)]",
        messages: "The host may take 60 s to stop, but EAS removes the instance after 45 s, and the process needs the last 4.5 s to exit; "
            + "give the host 40 s, or the service a longer [GracefulShutdown]");

    [Theory]
    [InlineData("{|EAS1019:app.Lifetime.ApplicationStopping|}.Register(() => { });")]
    [InlineData("{|EAS1019:app.Lifetime.ApplicationStopped|}.Register(() => { });")]
    [InlineData("using var signal = PosixSignalRegistration.Create({|EAS1019:PosixSignal.SIGTERM|}, _ => { });")]
    [InlineData("{|EAS1019:AppDomain.CurrentDomain.ProcessExit|} += (_, _) => { };")]
    [InlineData("{|EAS1019:AssemblyLoadContext.Default.Unloading|} += _ => { };")]
    [InlineData("new AssemblyLoadContext(\"a\").Unloading += _ => { };")]
    [InlineData("app.Lifetime.ApplicationStarted.Register(() => { });")]
    [InlineData("using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => { });")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Lifetime.ApplicationStopping.Register(() => { });")]
    [InlineData("AppDomain.CurrentDomain.UnhandledException += (_, _) => { };")]
    public async Task Who_waits_for_SIGTERM_asks_for_it(string statement)
    {
        await UserProgram.VerifyAsync(statement);
        await UserProgram.VerifyAsync(Plain(statement), "[GracefulShutdown(45, SendSigterm = true)]");
    }

    [Theory]
    [InlineData("Task {|EAS1019:StopAsync|}(CancellationToken c) { Console.WriteLine(); return Task.CompletedTask; }")]
    [InlineData("Task {|EAS1019:StopAsync|}(CancellationToken c) => Task.Delay(1);")]
    [InlineData("Task StopAsync(CancellationToken c) => Task.CompletedTask;")]
    [InlineData("Task StopAsync(CancellationToken c) { return Task.CompletedTask; }")]
    [InlineData("Task StopAsync(CancellationToken c) => throw new NotSupportedException();")]
    public Task A_hosted_service_that_stops_waits_too(string method) =>
        UserProgram.VerifyAsync("app.Run();", more: Hosted.Replace("@", method, StringComparison.Ordinal));

    [Theory]
    [InlineData("public override async Task {|EAS1019:StopAsync|}(CancellationToken c) { await base.StopAsync(c); Console.WriteLine(); }")]
    [InlineData("public override Task StopAsync(CancellationToken c) => base.StopAsync(c);")]
    [InlineData("public override async Task StopAsync(CancellationToken c) { await base.StopAsync(c); }")]
    [InlineData("public Task StopAsync(string c) => Task.Delay(1);")]
    public Task So_does_one_in_the_background(string method) => UserProgram.VerifyAsync(
        "app.Run();",
        more: $$"""
            class Worker : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken c) => Task.CompletedTask;
                {{method}}
            }
            """);

    [Theory]
    [InlineData("[{|EAS1019:GracefulShutdown|}(45)]")]
    [InlineData("[GracefulShutdown(45, SendSigterm = true)]")]
    [InlineData("[GracefulShutdown(45, SendSigterm = false)]")]
    [InlineData("[GracefulShutdown(45, DrainSeconds = {|EAS0604:10|})]")]
    public Task So_does_a_predictor_with_a_grace_period(string attribute) =>
        Eas.VerifyAsync(Eas.Class(attribute, "[Predict] public Answer A(Request r) => new(\"\");"));

    [Fact]
    public Task A_job_ends_by_itself() => UserProgram.VerifyAsync("app.Lifetime.ApplicationStopping.Register(() => { });", "[TaskMode]");

    [Fact]
    public Task What_a_raw_setting_says_is_not_judged() => UserProgram.VerifyAsync(
        """
        app.Lifetime.ApplicationStopping.Register(() => { });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        """,
        """
        [{|EAS0009:RawSetting("/metadata/rpc/enable_sigterm", "true")|}]
        [{|EAS0009:RawSetting("/metadata/eas.termination_grace_period", "90")|}]
        """);

    [Fact]
    public Task The_message_names_the_service() => UserProgram.VerifyAsync(
        "{|EAS1019:app.Lifetime.ApplicationStopping|}.Register(() => { });",
        messages: "This waits for SIGTERM, which EAS does not send to 'IrisClassifier' unless asked; "
            + "set SendSigterm = true in its [GracefulShutdown]");

    private static string Plain(string marked) =>
        marked.Replace("{|EAS1019:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
