namespace EasGen.Build.Tests;

/// <summary>A secret that the build fills in is a warning that names the variable, and never the secret.</summary>
public class FilledSecretTests
{
    private const string Mark = "MARK-0123456789";

    [Theory]
    [InlineData("\"env\": [{ \"name\": \"API_KEY\", \"value\": \"${KEY}\" }]", "containers[0].env[0].value", "KEY")]
    [InlineData("\"env\": [{ \"name\": \"API_KEY\", \"value\": \"v1-${KEY}\" }]", "containers[0].env[0].value", "KEY")]
    [InlineData("\"env\": [{ \"name\": \"DB\", \"value\": \"redis://me:${KEY}@h:${PORT}/0\" }]", "containers[0].env[0].value", "KEY")]
    [InlineData("\"args\": [\"--port\", \"${PORT}\", \"--token\", \"${KEY}\"]", "containers[0].args[3]", "KEY")]
    [InlineData(
        "\"args\": [\"sh\", \"-c\", \"export HF_TOKEN=${KEY}; serve --api-key=${KEY} --port ${PORT}\"]",
        "containers[0].args[2]",
        "KEY")]
    [InlineData("\"env\": [{ \"name\": \"X\", \"value\": \"${TOKEN}\" }]", "containers[0].env[0].value", "TOKEN")]
    [InlineData("\"env\": [{ \"name\": \"X\", \"value\": \"-v ${FLAGS}\" }]", "containers[0].env[0].value", "FLAGS")]
    [InlineData("\"unknown\": { \"a${PORT}\": { \"password\": \"${KEY}\" } }", "containers[0].unknown.a8000.password", "KEY")]
    public void A_filled_secret_is_named(string setting, string place, string name)
    {
        using var run = Run(setting);

        Assert.True(run.Execute());
        var warning = Assert.Single(Secrets(run));
        Assert.Equal("EAS0020", warning.Code);
        Assert.Contains(place, warning.Message, StringComparison.Ordinal);
        Assert.Contains($"({name})", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ghp_", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith("docs/rules/EAS0020.md", warning.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"env\": [{ \"name\": \"API_KEY\", \"value\": \"${UNKNOWN}\" }]")]
    [InlineData("\"env\": [{ \"name\": \"API_KEY\", \"value\": \"${EMPTY}\" }]")]
    [InlineData("\"env\": [{ \"name\": \"STAGE\", \"value\": \"${KEY}\" }]")]
    [InlineData("\"env\": [{ \"name\": \"TOKEN_FILE\", \"value\": \"/run/${KEY}\" }]")]
    [InlineData("\"args\": [\"--api-key\", \"sk-in-the-class-8000\", \"--port=${PORT}\"]")]
    public void What_is_no_secret_or_is_not_filled_is_not_named(string setting)
    {
        using var run = Run(setting);

        Assert.True(run.Execute());
        Assert.Empty(Secrets(run));
    }

    [Theory]
    [InlineData("${base64:acme:${KEY}}", "(KEY)")]
    [InlineData("${base64:${PORT}:${KEY}}", "(KEY)")]
    [InlineData("${AUTH}", "(AUTH)")]
    public void A_login_of_the_registry_is_one(string login, string name)
    {
        using var run = Run("\"args\": []", $"\"dockerAuth\": \"{login}\",");

        Assert.True(run.Execute());
        Assert.Contains(name, Assert.Single(Secrets(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_finding_about_the_value_does_not_show_it()
    {
        using var run = new TaskRun { Variables = $"GIT_PASSWORD={Mark}" }.Compile(TaskRun.Good.Replace(
            "\"containers\"",
            "\"storage\": [{ \"mount_path\": \"/code\", \"git\": { \"repo\": \"${GIT_PASSWORD}\" } }], \"containers\"",
            StringComparison.Ordinal));

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal("EAS0440", error.Code);
        Assert.Contains("'***'", error.Message, StringComparison.Ordinal);
    }

    // Most values are for other cases.
    private static IEnumerable<Microsoft.Build.Framework.BuildWarningEventArgs> Secrets(TaskRun run) =>
        run.Engine.Warnings.Where(static warning => warning.Code != "EAS0024");

    private const string Variables =
        $"KEY={Mark};PORT=8000;EMPTY=;AUTH=YWNtZTpoaWRkZW4=;TOKEN=ghp_0123456789abcdefghij;FLAGS=--password={Mark}";

    private static TaskRun Run(string setting, string more = "") =>
        new TaskRun { Variables = Variables }.Compile($$"""
            {
              {{more}}
              "metadata": { "name": "iris", "instance": 2 },
              "cloud": { "computing": { "instances": [{ "type": "ecs.c7.large" }] } },
              "containers": [{ "image": "acme/iris:1.4", "port": 8000, "command": "serve", {{setting}} }]
            }
            """);
}
