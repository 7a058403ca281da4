using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>EAS1015 and EAS1016: the paths that EAS asks, against those that the code answers.</summary>
public class ProbeRouteRules
{
    [Theory]
    [InlineData("app.MapGet(\"/healthz\", () => \"\");")]
    [InlineData("app.MapGet(\"/health/live\", () => \"\");")]
    [InlineData("app.MapPost(\"/health\", () => \"\");")]
    [InlineData("app.MapHealthChecks(\"/healthz\");")]
    [InlineData("app.UseHealthChecks(\"/healthz\"); app.UseHttpsRedirection();")]
    [InlineData("app.MapGroup(\"/api\").MapGet(\"/health\", () => \"\");")]
    [InlineData("var api = app.MapGroup(\"/api\").WithTags(\"a\"); api.MapGet(\"/health\", () => \"\");")]
    [InlineData("app.MapGroup(\"/a\").MapGroup(\"b\").MapHealthChecks(\"health\");")]
    [InlineData("Map(app); void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/healthz\", () => \"\");")]
    [InlineData("app.Map(\"/admin\", branch => branch.UseHealthChecks(\"/healthz\"));")]
    [InlineData("app.UseStaticFiles(); app.MapGet(\"/a\", () => \"\");")]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapGet(\"/{name}/live\", () => \"\");")]
    public Task A_path_that_nothing_answers_is_wrong(string statement) => WrongAsync(statement);

    [Theory]
    [InlineData("app.MapGet(\"/health\", () => \"\");")]
    [InlineData("app.MapGet(\"health/\", () => \"\");")]
    [InlineData("app.MapGet(\"/HEALTH\", () => \"\");")]
    [InlineData("const string path = \"/health\"; app.MapGet(path, () => \"\");")]
    [InlineData("app.MapGet($\"{Acme.IrisClassifier.Eas.ReadinessPath}\", () => \"\");")]
    [InlineData("app.MapHealthChecks(\"/health\").AllowAnonymous();")]
    [InlineData("app.UseHealthChecks(\"/health\");")]
    [InlineData("app.MapMethods(\"/health\", [\"GET\"], () => \"\");")]
    [InlineData("app.Map(\"/health\", () => \"\");")]
    [InlineData("app.Map(\"/health\", branch => branch.Run(_ => Task.CompletedTask));")]
    [InlineData("app.MapGet(\"/{name}\", (string name) => name);")]
    [InlineData("app.MapGet(\"/health/{name?}\", (string? name) => name);")]
    [InlineData("app.MapGet(\"/{**all}\", (string all) => all);")]
    [InlineData("app.MapFallback(() => \"\");")]
    [InlineData("app.MapGroup(\"\").MapGet(\"/health\", () => \"\");")]
    [InlineData("app.MapGroup(\"/health\").MapGet(\"\", () => \"\");")]
    [InlineData("Map(app); void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/health\", () => \"\");")]
    [InlineData("Map(app.MapGroup(\"/health\")); void Map(RouteGroupBuilder routes) => routes.MapGet(\"/\", () => \"\");")]
    [InlineData("app.UseRouting(); app.UseEndpoints(routes => routes.MapGet(\"/health\", () => \"\"));")]
    [InlineData("app.MapGet(args[0], () => \"\");")]
    [InlineData("app.MapGroup(args[0]).MapGet(\"/health\", () => \"\");")]
    [InlineData("app.MapGet(\"/a\", () => \"\"); app.Use((context, next) => next(context));")]
    [InlineData("app.MapGet(\"/a\", () => \"\"); app.UsePathBase(\"/b\");")]
    [InlineData("app.MapGet(\"/a\", () => \"\"); app.Run(_ => Task.CompletedTask);")]
    [InlineData("app.MapGet(\"/a\", () => \"\"); app.MapRazorPages();")]
    [InlineData("app.MapGet(\"/a\", () => \"\"); app.MapWhen(_ => true, _ => { });")]
    [InlineData("app.Run();")]
    public Task A_path_that_is_mapped_or_may_be_is_right(string statement) => RightAsync(statement);

    [Theory]
    [InlineData(
        "[Route(\"[controller]\")] public class HealthController : ControllerBase { [HttpGet] public string Get() => \"\"; }",
        true)]
    [InlineData("public class AController : ControllerBase { [HttpGet(\"/health\")] public string Get() => \"\"; }", true)]
    [InlineData(
        "[Route(\"api\")] public class AController : ControllerBase { [HttpGet(\"~/health\")] public string Get() => \"\"; }",
        true)]
    [InlineData("public class AController : ControllerBase { [Route(\"[action]\")] public string Health() => \"\"; }", true)]
    [InlineData(
        "[Route(\"api/[controller]\")] public class HealthController : ControllerBase { [HttpGet(\"live\")] public string Get() => \"\"; }",
        false)]
    [InlineData("public class AController : ControllerBase { [HttpPost(\"/health\")] public string Get() => \"\"; }", false)]
    public Task Controllers_are_read_too(string controller, bool isRight) =>
        isRight ? RightAsync("app.MapControllers();", controller) : WrongAsync("app.MapControllers();", controller);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");", true)]
    [InlineData("if (app.Environment.IsDevelopment() && args.Length == 0) { app.MapGroup(\"\").MapHealthChecks(\"/health\"); }", true)]
    [InlineData("if (!app.Environment.IsDevelopment()) { } else { app.MapHealthChecks(\"/health\"); }", true)]
    [InlineData("var develops = app.Environment.IsDevelopment(); if (develops) app.MapHealthChecks(\"/health\");", true)]
    [InlineData("if (app.Environment.IsEnvironment(\"Development\")) app.MapHealthChecks(\"/health\");", true)]
    [InlineData("if (!app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");", false)]
    [InlineData("if (app.Environment.IsDevelopment() || args.Length == 0) app.MapHealthChecks(\"/health\");", false)]
    [InlineData("if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\"); else app.MapGet(\"/health\", () => \"\");", false)]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage(); app.MapHealthChecks(\"/health\");", false)]
    public Task Production_is_what_counts(string statement, bool isWrong) => UserProgram.VerifyAsync(
        statement, isWrong ? "[ReadinessProbe(Path = {|EAS1016:\"/health\"|})]" : "[ReadinessProbe(Path = \"/health\")]");

    [Fact]
    public Task Production_counts_in_a_method_of_the_project_too() => UserProgram.VerifyAsync(
        "app.MapDefaults();",
        "[ReadinessProbe(Path = {|EAS1016:\"/health\"|})]",
        more: """
            static class Defaults
            {
                public static void MapDefaults(this WebApplication app)
                {
                    if (app.Environment.IsDevelopment()) { app.MapHealthChecks("/health"); }
                }
            }
            """);

    [Fact]
    public Task What_another_library_maps_is_not_known() => UserProgram.VerifyAsync(
        "app.MapGet(\"/a\", () => \"\"); app.MapEasService<Acme.Other>();",
        "[ReadinessProbe(Path = \"/health\")]",
        members: """
            }

            [EasService("other")]
            [Container("acme/b:1", Port = 8000, Command = "dotnet B.dll")]
            [InstanceType("ecs.c7.large")]
            public sealed partial class Other
            {
                [Predict] public Answer A(Request r) => new("");
            """);

    [Theory]
    [InlineData("[ReadinessProbe(Path = \"/health\")] [EnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\")]")]
    [InlineData("[ReadinessProbe(TcpPort = 8000)]")]
    public Task Unless_the_service_runs_in_another_environment(string attributes) =>
        UserProgram.VerifyAsync("if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");", attributes);

    [Theory]
    [InlineData("[ReadinessProbe(Path = \"/\")]", "app.MapGet(\"\", () => \"\");")]
    [InlineData("[ReadinessProbe(Path = \"/health?full=1\")]", "app.MapGet(\"/health\", () => \"\");")]
    [InlineData("[ReadinessProbe(Path = \"/${HEALTH}\")]", "app.MapGet(\"/a\", () => \"\");")]
    [InlineData("[ReadinessProbe(Path = \"/index.html\")]", "app.UseStaticFiles(); app.MapGet(\"/a\", () => \"\");")]
    [InlineData(
        "[ReadinessProbe(Path = \"/b\", Container = 1)] [Container(\"acme/b:1\", Port = 8001, Command = \"b\")]",
        "app.MapGet(\"/a\", () => \"\");")]
    [InlineData(
        "[ReadinessProbe(Path = \"/b\", Port = 8001)] [Container(\"acme/b:1\", Port = 8001, Command = \"b\")]",
        "app.MapGet(\"/a\", () => \"\");")]
    public Task Not_every_path_is_asked_here(string attributes, string statement) => UserProgram.VerifyAsync(statement, attributes);

    [Fact]
    public Task A_predictor_maps_its_own() => UserProgram.VerifyAsync(
        "app.MapGet(\"/a\", () => \"\");", "[ReadinessProbe(Path = \"/health\")]", "[Predict] public Answer A(Request r) => new(\"\");");

    [Fact]
    public Task The_message_names_what_is_mapped() => UserProgram.VerifyAsync(
        "app.MapHealthChecks(\"/healthz\"); app.MapGet(\"a\", () => \"\");",
        "[LivenessProbe(Path = {|EAS1015:\"/health\"|})]",
        messages: "EAS calls '/health', which no endpoint of this project answers (mapped: /a, /healthz); "
            + "map it, as in app.MapHealthChecks(\"/health\")");

    [Fact]
    public Task The_message_names_the_condition() => UserProgram.VerifyAsync(
        "if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");",
        "[LivenessProbe(Path = {|EAS1016:\"/health\"|})]",
        messages: "EAS calls '/health', which is mapped only in Development (Test1.cs, line 18), "
            + "but EAS runs the program in Production; map it there too");

    [Theory]
    [InlineData("/health", "", true)]
    [InlineData("/alive", "", true)]
    [InlineData("/healthz", "", false)]
    [InlineData("/health", "app.MapHealthChecks(\"/health\");", false)]
    [InlineData("/health", "if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");", true)]
    public Task What_another_project_maps_is_suspected_by_its_path(string path, string statement, bool isSuspect)
    {
        var library = CSharpCompilation.Create(
            "Defaults",
            [CSharpSyntaxTree.ParseText(
                "namespace Defaults { public static class Extensions { public static void "
                + "MapDefaults(this Microsoft.AspNetCore.Builder.WebApplication app) { } } }")],
            [.. References.Framework, .. References.AspNetCore],
            new(OutputKind.DynamicallyLinkedLibrary));
        var program = UserProgram.Program($"Defaults.Extensions.MapDefaults(app); {statement}");
        var probe = isSuspect ? $"{{|EAS0708:\"{path}\"|}}" : $"\"{path}\"";
        return Eas.VerifyAsync(
            [Eas.Class($"[ReadinessProbe(Path = {probe})]"), program],
            UserProgram.Options with { ExtraReferences = [.. UserProgram.Options.ExtraReferences, library.ToMetadataReference()] });
    }

    private static Task WrongAsync(string statement, string more = "") =>
        UserProgram.VerifyAsync(statement, "[ReadinessProbe(Path = {|EAS1015:\"/health\"|})]", more: more);

    private static Task RightAsync(string statement, string more = "") =>
        UserProgram.VerifyAsync(statement, "[ReadinessProbe(Path = \"/health\")]", more: more);
}
