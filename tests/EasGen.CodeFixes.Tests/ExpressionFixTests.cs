using EasGen.AspNetCore;
using EasGen.Compiler.Analyzers;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.CodeFixes.Tests;

/// <summary>What a light bulb does to code that contradicts its service.</summary>
public class ExpressionFixTests
{
    [Theory]
    [InlineData("app.Run({|EAS1017:\"http://localhost:5000\"|});", "app.Run(\"http://0.0.0.0:8000\");")]
    [InlineData("app.Run({|EAS1017:@\"https://+:5000/\"|});", "app.Run(\"https://+:8000/\");")]
    [InlineData("app.Urls.Add({|EAS1017:\"http://127.0.0.1:8000\"|});", "app.Urls.Add(\"http://0.0.0.0:8000\");")]
    [InlineData(
        "System.Environment.SetEnvironmentVariable(\"ASPNETCORE_HTTP_PORTS\", {|EAS1017:\"5000\"|});",
        "System.Environment.SetEnvironmentVariable(\"ASPNETCORE_HTTP_PORTS\", \"8000\");")]
    [InlineData(
        "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP({|EAS1017:5000|}));",
        "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8000));")]
    [InlineData(
        "builder.WebHost.ConfigureKestrel(k => k.{|EAS1017:ListenLocalhost|}({|EAS1017:5000|}));",
        "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8000));")]
    [InlineData(
        "builder.WebHost.ConfigureKestrel(k => k.Listen({|EAS1017:System.Net.IPAddress.IPv6Loopback|}, 8000));",
        "builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.IPv6Any, 8000));")]
    public Task An_address_becomes_the_declared_one(string before, string after) =>
        CodeFixVerifier<ServiceAnalyzer, ExpressionFix>.VerifyCodeFixAsync(Program(before), Program(after), Options);

    [Fact]
    public Task Of_several_addresses_nobody_knows_which_one() => CodeFixVerifier<ServiceAnalyzer, ExpressionFix>.VerifyNoCodeFixAsync(
        Program("app.Run({|EAS1017:\"http://+:5000;http://+:5001\"|});"), Options);

    [Theory]
    [InlineData("{|EAS1018:System.TimeSpan.FromMinutes(1)|}", "System.TimeSpan.FromSeconds(40)")]
    [InlineData("{|EAS1018:new System.TimeSpan(0, 1, 0)|}", "System.TimeSpan.FromSeconds(40)")]
    [InlineData("{|EAS1018:new(0, 1, 0)|}", "System.TimeSpan.FromSeconds(40)")]
    [InlineData("{|EAS1018:System.Threading.Timeout.InfiniteTimeSpan|}", "System.TimeSpan.FromSeconds(40)")]
    public Task A_shutdown_becomes_the_longest_that_fits(string before, string after) =>
        CodeFixVerifier<ServiceAnalyzer, ExpressionFix>.VerifyCodeFixAsync(
        Program(Shutdown(before)),
        Program(Shutdown(after)),
        Options);

    [Fact]
    public Task All_shutdowns_at_once() => CodeFixVerifier<ServiceAnalyzer, ExpressionFix>.VerifyCodeFixAsync(
        [Program(Shutdown("{|EAS1018:System.TimeSpan.FromMinutes(1)|}")), Other("{|EAS1018:System.TimeSpan.FromHours(1)|}")],
        [Program(Shutdown("System.TimeSpan.FromSeconds(40)")), Other("System.TimeSpan.FromSeconds(40)")],
        Options);

    [Fact]
    public Task A_predictor_gets_its_SIGTERM() => CodeFixVerifier<ServiceAnalyzer, SettingFix>.VerifyCodeFixAsync(
        Program("app.Run();", "[{|EAS1019:GracefulShutdown|}(45)]", "[Predict] public string A(string b) => b;"),
        Program("app.Run();", "[GracefulShutdown(45, SendSigterm = true)]", "[Predict] public string A(string b) => b;"),
        Options);

    [Fact]
    public Task No_SIGTERM_is_offered_where_readiness_would_fail_too_late() =>
        CodeFixVerifier<ServiceAnalyzer, SettingFix>.VerifyNoCodeFixAsync(
        Program(
            "app.Run();",
            "[{|EAS1019:GracefulShutdown|}({|EAS0602:5|})] [ReadinessProbe(PeriodSeconds = 5)]",
            "[Predict] public string A(string b) => b;"),
        Options);

    private static readonly TestOptions Options = new()
    {
        ExtraReferences = [References.Of<EasServiceAttribute>(), References.Of<EasServiceDescription>(), .. References.AspNetCore],
        OutputKind = OutputKind.ConsoleApplication,
    };

    private static string Shutdown(string time) => $"builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = {time});";

    private static string Other(string time) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        internal static class Other
        {
            public static void Configure(WebApplicationBuilder builder) => {{Shutdown(time)}}
        }
        """;

    private static string Program(
        string statements,
        string attributes = "[GracefulShutdown(45, SendSigterm = true)]",
        string members = "") => $$"""
        using EasGen;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{statements}}

        [EasService("iris_classifier")]
        [Container("acme/iris:1", Port = 8000, Command = "dotnet Iris.dll")]
        [InstanceType("ecs.c7.large")]
        {{attributes}}
        public sealed partial class IrisClassifier { {{members}} }
        """;
}
