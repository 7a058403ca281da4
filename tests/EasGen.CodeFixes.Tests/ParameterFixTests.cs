using EasGen.AspNetCore;
using EasGen.Compiler.Analyzers;
using EasGen.Testing;

namespace EasGen.CodeFixes.Tests;

/// <summary>What a light bulb does to a method that cannot be called.</summary>
public class ParameterFixTests
{
    [Theory]
    [InlineData("public string {|EAS1010:A|}(CancellationToken t, string r) => r;", "public string A(string r, CancellationToken t) => r;")]
    [InlineData("public string {|EAS1010:A|}(string? r) => r!;", "public string A(string r) => r!;")]
    [InlineData("public string {|EAS1010:A|}(in int r) => \"\";", "public string A(int r) => \"\";")]
    [InlineData(
        "public string {|EAS1010:A|}(ref string? r, in CancellationToken t) => r!;",
        "public string A(string r, CancellationToken t) => r!;")]
    [InlineData(
        "public string {|EAS1010:A|}(CancellationToken t, string r = \"a\") => r;",
        "public string A(string r, CancellationToken t) => r;")]
    public Task A_request_comes_by_value_and_before_the_token(string before, string after) =>
        Verify($"[Predict] {before}", $"[Predict] {after}");

    [Fact]
    public Task All_requests_at_once() => Verify(
        "[Predict] public string {|EAS1010:A|}(string? r) => r!; [Predict(\"/b\")] public int {|EAS1010:B|}(in int r) => r;",
        "[Predict] public string A(string r) => r!; [Predict(\"/b\")] public int B(int r) => r;");

    [Theory]
    [InlineData("public bool {|EAS1011:A|}(in CancellationToken t) => true;", "public bool A(CancellationToken t) => true;")]
    public Task A_check_takes_its_token_by_value(string before, string after) =>
        Verify($"[ReadinessProbe] {before}", $"[ReadinessProbe] {after}");

    [Theory]
    [InlineData("public void {|EAS1012:A|}(ref CancellationToken t) { }", "public void A(CancellationToken t) { }")]
    public Task The_start_takes_its_token_by_value(string before, string after) =>
        Verify($"[PredictorStartup] {before}", $"[PredictorStartup] {after}");

    [Theory]
    [InlineData("public string {|EAS1010:A|}() => \"\";")]
    [InlineData("public string {|EAS1010:A|}(string r, string s) => r;")]
    [InlineData("public string {|EAS1010:A|}(out string r) => r = \"\";")]
    [InlineData("public string {|EAS1010:A|}<T>(ref T r) => \"\";")]
    [InlineData("public void {|EAS1010:A|}(string r) { }")]
    public Task What_nobody_can_know_is_left_to_the_reader(string method) =>
        CodeFixVerifier<ServiceAnalyzer, ParameterFix>.VerifyNoCodeFixAsync(Class($"[Predict] {method}"), Options);

    [Theory]
    [InlineData("[ReadinessProbe({|EAS1011:TcpPort = 8000|}, PeriodSeconds = 5)]", "[ReadinessProbe(PeriodSeconds = 5)]")]
    [InlineData("[ReadinessProbe({|EAS1011:Exec = new[] { \"true\" }|})]", "[ReadinessProbe]")]
    public Task A_probe_that_is_a_method_is_asked_there(string before, string after) =>
        CodeFixVerifier<ServiceAnalyzer, SettingFix>.VerifyCodeFixAsync(
            Class($"{before} public bool A() => true;"),
            Class($"{after} public bool A() => true;"),
            Options);

    private static readonly TestOptions Options = new()
    {
        ExtraReferences = [References.Of<EasServiceAttribute>(), References.Of<EasServiceDescription>(), .. References.AspNetCore],
    };

    private static Task Verify(string before, string after) =>
        CodeFixVerifier<ServiceAnalyzer, ParameterFix>.VerifyCodeFixAsync(Class(before), Class(after), Options);

    private static string Class(string members) => $$"""
        #nullable enable
        using System.Threading;
        using EasGen;

        [EasService("iris_classifier")]
        [Container("acme/iris:1", Port = 8000, Command = "dotnet Iris.dll")]
        [InstanceType("ecs.c7.large")]
        public sealed partial class IrisClassifier
        {
            {{members}}
        }
        """;
}
