using System.Text.Json;

namespace EasGen.Build.Tests;

/// <summary>An environment changes services by a patch, and what is wrong with it is said at its place.</summary>
public class EnvironmentTests
{
    private const string File = "eas.production.json";

    [Fact]
    public void Each_service_has_a_file_in_the_folder_of_each_environment()
    {
        using var run = Patched("""
            {
              // Comments are welcome.
              "$schema": "eas-environment.schema.json",
              "$variables": { "APP": "Iris.dll", "N": "4" },
              "*": { "metadata": { "instance": "${N}", "qos": null }, "labels": { "stage": "production" } },
              "iris": { "containers": [{ "image": "acme/iris:1.5", "port": 8000, "command": "dotnet ${APP}" }] },
            }
            """);
        run.Write("eas.staging.json", "{}").Environments = [File, "eas.staging.json"];
        run.Compile(TaskRun.Good.Replace("\"instance\": 1", "\"instance\": 1, \"qos\": \"\"", StringComparison.Ordinal));

        Assert.True(run.Execute());

        using var production = Json(run, "production/iris.json");
        Assert.Equal(
            """
            {"metadata":{"name":"iris","instance":4},"cloud":{"computing":{"instances":[{"type":"ecs.c7.large"}]}},"containers":
            [{"image":"acme/iris:1.5","port":8000,"command":"dotnet Iris.dll"}],"labels":{"stage":"production"}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(production.RootElement));
        using var staging = Json(run, "staging/iris.json");
        using var plain = Json(run, "iris.json");
        Assert.True(JsonElement.DeepEquals(plain.RootElement, staging.RootElement));
        Assert.Empty(run.Engine.Warnings);
    }

    [Fact]
    public void Values_of_the_build_outrank_those_of_the_environment()
    {
        using var run = Patched("""{ "$variables": { "APP": "Iris.dll" } }""");
        run.Variables = "APP=Other.dll";

        Assert.True(run.Execute());
        Assert.Contains("dotnet Other.dll", System.IO.File.ReadAllText(run.At("bin/eas/production/iris.json")), StringComparison.Ordinal);
        Assert.Contains("dotnet Other.dll", System.IO.File.ReadAllText(run.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_may_have_another_name_in_an_environment()
    {
        using var run = Patched("""{ "iris": { "metadata": { "name": "iris_production" } } }""");

        Assert.True(run.Execute());
        Assert.True(System.IO.File.Exists(run.At("bin/eas/production/iris_production.json")));
    }

    [Fact]
    public void The_files_of_an_environment_go_with_it()
    {
        using var run = Patched("{}");
        Assert.True(run.Execute());

        run.Environments = [];
        Assert.True(run.Execute());
        Assert.False(System.IO.File.Exists(run.At("bin/eas/production/iris.json")));
        Assert.True(System.IO.File.Exists(run.Json));
    }

    [Fact]
    public void Only_the_services_of_environments_need_all_values()
    {
        using var run = Patched("""{ "$variables": { "APP": "Iris.dll" } }""");
        run.RequireVariables = true;
        Assert.True(run.Execute());

        run.Write(File, "{}");
        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal(("EAS0025", run.At(File)), (error.Code, error.File));
        Assert.Contains("or the environment \"$variables\": { \"APP\": \"…\" }", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"iris\": ", "EAS0001", 1, 10, "The JSON ends while the '{' at line 1, column 1 is still open")]
    [InlineData(" ", "EAS0001", 1, 2, "There is no JSON here")]
    [InlineData("{\"$variables\": {\"DB_PASSWORD\": hush1234}}", "EAS0001", 1, 32, "'***' is not JSON; put text in double quotes")]
    [InlineData("[1]", "EAS0022", 1, 1, "An environment file is an object with a patch for each service: { \"iris\": ")]
    [InlineData("{\n  \"iriss\": {}\n}", "EAS0022", 2, 3, "The project has no service 'iriss'; did you mean 'iris'?")]
    [InlineData("{\"other_service\": {}}", "EAS0022", 1, 2, "The project has no service 'other_service'; it has iris, and *")]
    [InlineData("{\"metadata\": {\"instance\": 2}}", "EAS0022", 1, 2, "'metadata' is a setting and not a service; put the settings below")]
    [InlineData("{\"iris\": 2}", "EAS0022", 1, 10, "The patch of 'iris' is not an object")]
    [InlineData("{\"*\": null}", "EAS0022", 1, 7, "The patch of '*' is not an object")]
    [InlineData("{\"iris\": {}, \"iris\": {}}", "EAS0022", 1, 14, "'iris' is given twice; keep one of them")]
    [InlineData("{\"*\": {\"metadata\": {\"cpu\": 1, \"cpu\": 2}}}", "EAS0022", 1, 38, "'*.metadata.cpu' is given twice")]
    [InlineData("{\"iris\": {\"metadata\": {\"qos\": null}}}", "EAS0022", 1, 31, "'iris.metadata.qos' is null, which removes a setting")]
    [InlineData("{\"*\": {\"autoscaler\": {\"min\": null}}}", "EAS0022", 1, 30, "'*.autoscaler.min' is null, which removes a setting, but")]
    [InlineData("{\"autoscaler\": {}}", "EAS0022", 1, 2, "'autoscaler' is a setting and not a service; put the settings below")]
    [InlineData("{\"$schema\": 5}", "EAS0022", 1, 13, "$schema is the address of a schema, a text")]
    [InlineData("{\"$variables\": 1}", "EAS0022", 1, 16, "$variables is an object of texts")]
    [InlineData("{\"$variables\": {\"A-B\": \"1\"}}", "EAS0022", 1, 24, "'A-B' cannot be a placeholder")]
    [InlineData("{\"$variables\": {\"APP\": 1}}", "EAS0022", 1, 24, "The value of APP is not a text; put it in quotes")]
    [InlineData("{\"iris\": {\"metadata\": {\"instence\": 3}}}", "EAS0004", 1, 36,
        "Service 'iris' in production: 'metadata.instence' is not a known setting; did you mean 'instance'?")]
    [InlineData("{\"iris\": {\"containers\": null}}", "EAS0107", 1, 25, "Service 'iris' in production: The service has no container")]
    [InlineData("{\"*\": {\"metadata\": {\"instance\": \"x\"}}}", "EAS0002", 1, 33,
        "Service 'iris' in production: 'metadata.instance' expects a whole number")]
    [InlineData(
        "{\"iris\": {\"containers\": [\n{\"image\": \"a/b:1\", \"command\": \"x\", \"port\": 8080}]}}",
        "EAS0201",
        2,
        44,
        "Service 'iris' in production: Port 8080 belongs to the EAS engine")]
    [InlineData("{\"iris\": {\"metadata\": {\"name\": \"con\"}}}", "EAS0014", 1, 32, "'con' cannot be a file name on Windows")]
    public void What_is_wrong_is_said_at_its_place_and_nothing_is_written(string json, string code, int line, int column, string says)
    {
        using var run = Patched(json);

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal((code, run.At(File), line, column), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.At("bin")));
    }

    [Fact]
    public void A_service_may_be_left_out_of_what_all_others_get()
    {
        using var run = Patched("""{ "*": { "metadata": { "region": "cn-shanghai" } }, "iris": { "metadata": { "region": null } } }""");

        Assert.True(run.Execute());
        using var json = Json(run, "production/iris.json");
        Assert.False(json.RootElement.GetProperty("metadata").TryGetProperty("region", out _));
    }

    [Fact]
    public void Nothing_more_is_said_of_a_broken_file()
    {
        using var run = Patched("[]");
        run.RequireVariables = true;

        Assert.False(run.Execute());
        Assert.Equal(["EAS0022"], run.Codes());
    }

    [Fact]
    public void A_placeholder_without_a_value_is_said_where_the_file_has_it()
    {
        using var run = Patched("{ \"iris\": { \"metadata\": {\n\"qos\": \"${QOS}\" } }, \"$variables\": { \"APP\": \"x\" } }");
        run.RequireVariables = true;

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal(("EAS0025", 2, 8), (error.Code, error.LineNumber, error.ColumnNumber));
        Assert.StartsWith("Service 'iris' in production needs a value for ${QOS}; ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_log_takes_for_a_command_is_not_in_it()
    {
        using var run = Patched("{ \"a\\n##vso[x]\\u001b[31m\": {} }");

        Assert.False(run.Execute());
        Assert.StartsWith(
            "The project has no service 'a\uFFFD\uFFFD#vso[x]\uFFFD[31m'",
            Assert.Single(run.Engine.Errors).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_filled_in_is_said_once()
    {
        using var run = Patched("""
            { "*": { "containers": [
              { "image": "a/b:1", "port": 8000, "command": "x", "env": [{ "name": "API_KEY", "value": "${KEY}" }] }] } }
            """);
        run.Variables = "KEY=MARK-0123456789;APP=x";

        Assert.True(run.Execute());
        var warning = Assert.Single(run.Engine.Warnings);
        Assert.Equal(("EAS0020", run.At(File), 2), (warning.Code, warning.File, warning.LineNumber));
    }

    [Fact]
    public void Two_files_of_one_environment_are_an_error()
    {
        using var run = Patched("{}").Write("other/" + File, "{}");
        run.Environments = [File, "other/" + File];

        Assert.False(run.Execute());
        Assert.StartsWith(
            "'eas.production.json' and 'other/eas.production.json' are both for 'production'; keep one",
            Assert.Single(run.Engine.Errors).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_about_the_patch_is_said_and_one_about_the_class_is_not()
    {
        using var run = Patched("""{ "iris": { "containers": [{ "image": "a/b:1", "port": 8000 }] } }""")
            .Compile(TaskRun.Good.Replace("\"instance\": 1", "\"instance\": 1, \"nobody_knows\": 1", StringComparison.Ordinal));

        Assert.True(run.Execute());
        var warning = Assert.Single(run.Engine.Warnings, static warning => warning.Code != "EAS0024");
        Assert.Equal(("EAS0205", run.At(File), 1), (warning.Code, warning.File, warning.LineNumber));
    }

    [Theory]
    [InlineData("eas.a.b.json", "The environment 'a.b' cannot be the name of a folder; name the file")]
    [InlineData("eas.con.json", "The environment 'con' cannot be the name of a folder on Windows")]
    [InlineData("eas..json", "The environment '' cannot be the name of a folder; name the file")]
    [InlineData("eas.a b.json", "The environment 'a b' cannot be the name of a folder; name the file")]
    public void An_environment_is_a_folder_on_every_system(string file, string says)
    {
        using var run = new TaskRun { Environments = [file] }.Compile(TaskRun.Good).Write(file, "{}");

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal(("EAS0023", run.At(file)), (error.Code, error.File));
        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_environments_differ_in_more_than_case()
    {
        using var run = Patched("{}").Write("eas.Production.json", "{}");
        run.Environments = [File, "eas.Production.json"];

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal("EAS0023", error.Code);
        Assert.StartsWith("The environments 'Production' and 'production' differ in case only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_error()
    {
        using var run = new TaskRun { Environments = [File] }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        Assert.StartsWith($"'{File}' cannot be read: ", Assert.Single(run.Engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_services_has_no_use_for_environments()
    {
        using var run = new TaskRun { Environments = [File] }.Compile().Write(File, "{ broken");

        Assert.True(run.Execute());
    }

    private static TaskRun Patched(string json) => new TaskRun { Environments = [File] }.Compile(TaskRun.Good).Write(File, json);

    private static JsonDocument Json(TaskRun run, string path) =>
        JsonDocument.Parse(System.IO.File.ReadAllBytes(run.At("bin/eas/" + path)));
}
