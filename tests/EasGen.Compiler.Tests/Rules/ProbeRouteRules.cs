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

    [Theory]
    [InlineData("if (!ENV.IsProduction()) HEALTH;", true)]
    [InlineData("if (!ENV.IsEnvironment(\"Production\")) HEALTH;", true)]
    [InlineData("if (!ENV.IsEnvironment(\"production\")) HEALTH;", true)]
    [InlineData("if (!ENV.IsEnvironment(Environments.Production)) HEALTH;", true)]
    [InlineData("if (ENV.IsStaging()) HEALTH;", true)]
    [InlineData("if (NAME != \"Production\") HEALTH;", true)]
    [InlineData("if (NAME == \"Development\") HEALTH;", true)]
    [InlineData("if (\"Development\" == NAME) HEALTH;", true)]
    [InlineData("if (NAME == Environments.Development) HEALTH;", true)]
    [InlineData("if (NAME is \"Development\") HEALTH;", true)]
    [InlineData("if (NAME is \"Development\" or \"Staging\") HEALTH;", true)]
    [InlineData("if (NAME is not \"Production\") HEALTH;", true)]
    [InlineData("if (ENV is { EnvironmentName: \"Development\" }) HEALTH;", true)]
    [InlineData("if (NAME.Equals(\"development\", StringComparison.OrdinalIgnoreCase)) HEALTH;", true)]
    [InlineData("if (string.Equals(NAME, \"Development\")) HEALTH;", true)]
    [InlineData("if (StringComparer.OrdinalIgnoreCase.Equals(NAME, \"Development\")) HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) { } else HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) OTHER; else if (args.Length == 0) HEALTH;", true)]
    [InlineData("if (ENV.IsDevelopment() == true) HEALTH;", true)]
    [InlineData("if (ENV.IsProduction() is false) HEALTH;", true)]
    [InlineData("if (!(ENV.IsProduction() || args.Length == 0)) HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) return; HEALTH;", true)]
    [InlineData("if (!ENV.IsDevelopment()) { OTHER; app.Run(); return; } HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) throw new Exception(); else OTHER; HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) { if (args.Length == 0) return; else throw new Exception(); } HEALTH;", true)]
    [InlineData("if (ENV.IsProduction()) Environment.Exit(1); HEALTH;", true)]
    [InlineData("Map(); void Map() { if (ENV.IsProduction()) return; HEALTH; }", true)]
    [InlineData("foreach (var a in args) { if (ENV.IsProduction()) continue; HEALTH; }", true)]
    [InlineData("switch (NAME) { case \"Development\": HEALTH; break; }", true)]
    [InlineData("switch (NAME) { case \"Production\": OTHER; break; default: HEALTH; break; }", true)]
    [InlineData("switch (NAME) { case \"Development\": case \"Staging\": HEALTH; break; default: OTHER; break; }", true)]
    [InlineData("switch (NAME) { case \"Production\": return; } HEALTH;", true)]
    [InlineData("switch (ENV.IsDevelopment()) { case true: HEALTH; break; }", true)]
    [InlineData("_ = NAME switch { \"Development\" => HEALTH, _ => null };", true)]
    [InlineData("_ = ENV.IsDevelopment() ? HEALTH : null;", true)]
    [InlineData("_ = ENV.IsDevelopment() && HEALTH is not null;", true)]
    [InlineData("var name = NAME; if (name == \"Development\") HEALTH;", true)]
    [InlineData("var name = NAME; var develops = name == \"Development\"; if (develops) HEALTH;", true)]
    [InlineData("bool Develops() => ENV.IsDevelopment(); if (Develops()) HEALTH;", true)]
    [InlineData("bool Develops() { return !ENV.IsProduction(); } if (Develops()) HEALTH;", true)]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") HEALTH;", true)]
    [InlineData("if ((Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") ?? \"Production\") != \"Production\") HEALTH;", true)]
    [InlineData("if (app.Configuration[\"DOTNET_ENVIRONMENT\"] == \"Development\") HEALTH;", true)]
    [InlineData("if (ENV.IsDevelopment()) Map(); void Map() => HEALTH;", true)]
    [InlineData("if (ENV.IsDevelopment()) Outer(); void Outer() => Inner(); void Inner() { HEALTH; }", true)]
    [InlineData("if (ENV.IsDevelopment()) { void Map() => HEALTH; Map(); }", true)]
    [InlineData("if (ENV.IsProduction()) HEALTH;", false)]
    [InlineData("if (!ENV.IsStaging()) HEALTH;", false)]
    [InlineData("if (ENV.IsEnvironment(\"production\")) HEALTH;", false)]
    [InlineData("if (ENV.IsEnvironment(args[0])) HEALTH;", false)]
    [InlineData("if (NAME != \"Development\") HEALTH;", false)]
    [InlineData("if (NAME is \"Production\" or \"Staging\") HEALTH;", false)]
    [InlineData("if (NAME == args[0]) HEALTH;", false)]
    [InlineData("if (ENV.IsDevelopment() is false) HEALTH;", false)]
    [InlineData("if (!ENV.IsProduction() || args.Length == 0) HEALTH;", false)]
    [InlineData("if (ENV.IsDevelopment()) return; HEALTH;", false)]
    [InlineData("if (ENV.IsProduction() && args.Length == 0) return; HEALTH;", false)]
    [InlineData("if (ENV.IsProduction()) { if (args.Length == 0) return; } HEALTH;", false)]
    [InlineData("if (ENV.IsProduction()) { OTHER; } HEALTH;", false)]
    [InlineData("foreach (var a in args) { if (ENV.IsProduction()) break; } HEALTH;", false)]
    [InlineData("Map(); if (ENV.IsProduction()) return; void Map() => HEALTH;", false)]
    [InlineData("switch (NAME) { case \"Production\": HEALTH; break; }", false)]
    [InlineData("switch (NAME) { case \"Development\": OTHER; break; default: HEALTH; break; }", false)]
    [InlineData("switch (NAME) { case \"Development\": case \"Production\": HEALTH; break; }", false)]
    [InlineData("switch (NAME) { case \"Production\": goto case \"Development\"; case \"Development\": HEALTH; break; }", false)]
    [InlineData("switch (NAME) { case \"Production\": break; } HEALTH;", false)]
    [InlineData("switch (NAME) { case var name when args.Length == 0: return; case \"Production\": HEALTH; break; }", false)]
    [InlineData("_ = NAME switch { \"Development\" => null, _ => HEALTH };", false)]
    [InlineData("var develops = ENV.IsDevelopment(); develops = true; if (develops) HEALTH;", false)]
    [InlineData("var develops = ENV.IsDevelopment(); Set(ref develops); if (develops) HEALTH; void Set(ref bool value) { }", false)]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") != \"Production\") HEALTH;", false)]
    [InlineData("if (Environment.GetEnvironmentVariable(\"STAGE\") == \"Development\") HEALTH;", false)]
    [InlineData("if (ENV.IsDevelopment()) Map(); Map(); void Map() => HEALTH;", false)]
    [InlineData("Action map = Map; map(); if (ENV.IsDevelopment()) Map(); void Map() => HEALTH;", false)]
    [InlineData("try { throw new Exception(); } catch { HEALTH; }", false)]
    [InlineData("if (ENV.IsDevelopment()) app.MapGet(args[0], () => \"\"); HEALTH;", false)]
    public Task Conditions_are_understood(string statement, bool isWrong) => UserProgram.VerifyAsync(
        statement
            .Replace("HEALTH", "app.MapHealthChecks(\"/health\")", StringComparison.Ordinal)
            .Replace("OTHER", "app.MapGet(\"/a\", () => \"\")", StringComparison.Ordinal)
            .Replace("NAME", "ENV.EnvironmentName", StringComparison.Ordinal)
            .Replace("ENV.", "app.Environment.", StringComparison.Ordinal)
            .Replace("(ENV is", "(app.Environment is", StringComparison.Ordinal),
        isWrong ? "[ReadinessProbe(Path = {|EAS1016:\"/health\"|})]" : "[ReadinessProbe(Path = \"/health\")]");

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) app.MapControllers();", true)]
    [InlineData("if (!app.Environment.IsDevelopment()) app.MapControllers();", false)]
    [InlineData("if (app.Environment.IsDevelopment()) app.MapControllers(); else app.MapControllers();", false)]
    public Task Production_counts_for_controllers_too(string statement, bool isWrong) => UserProgram.VerifyAsync(
        statement,
        isWrong ? "[ReadinessProbe(Path = {|EAS1016:\"/health\"|})]" : "[ReadinessProbe(Path = \"/health\")]",
        more: "public class AController : ControllerBase { [HttpGet(\"/health\")] public string Get() => \"\"; }");

    [Fact]
    public Task What_only_development_maps_answers_nothing() =>
        WrongAsync("app.MapGet(\"/a\", () => \"\"); if (app.Environment.IsDevelopment()) app.Use((context, next) => next(context));");

    [Theory]
    [InlineData("[EnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Staging\")]", "dotnet Iris.dll", true)]
    [InlineData("[EnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"development\")]", "dotnet Iris.dll", false)]
    [InlineData("[EnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"${STAGE}\")]", "dotnet Iris.dll", false)]
    [InlineData("", "dotnet Iris.dll --environment Development", false)]
    [InlineData("", "env ASPNETCORE_ENVIRONMENT=Development dotnet Iris.dll", false)]
    [InlineData("[EnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\")]", "dotnet Iris.dll --environment=Production", true)]
    public Task The_environment_of_the_service_is_what_counts(string attributes, string command, bool isWrong) => UserProgram.VerifyAsync(
        "if (app.Environment.IsDevelopment()) app.MapHealthChecks(\"/health\");",
        $"[ReadinessProbe(Path = {(isWrong ? "{|EAS1016:\"/health\"|}" : "\"/health\"")})] {attributes}",
        container: $"Port = 8000, Command = \"{command}\"");

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
        messages: "EAS calls '/health', which is not mapped in Production (Test1.cs, line 18), "
            + "where EAS runs the program; map it there too");

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
