using System.Text;
using System.Text.Json;
using EasGen.Core.Files;

namespace EasGen.Build.Tests;

/// <summary>Placeholders are filled with exactly the given text.</summary>
public class VariablesTests
{
    [Theory]
    [InlineData(null, "dotnet ${APP}")]
    [InlineData("", "dotnet ${APP}")]
    [InlineData(";\n ; ", "dotnet ${APP}")]
    [InlineData("app=x", "dotnet ${APP}")]
    [InlineData("APP=x.dll", "dotnet x.dll")]
    [InlineData("\n  OTHER = 1;\n  APP = x.dll ;\n", "dotnet x.dll")]
    [InlineData("APP=", "dotnet ")]
    [InlineData("APP=a=b", "dotnet a=b")]
    [InlineData("APP=${APP}", "dotnet ${APP}")]
    [InlineData("APP=a%3Bb%3bc", "dotnet a;b;c")]
    [InlineData("APP=\"\\\u2028\n模\t$0 $1", "dotnet \"\\\u2028\n模\t$0 $1")]
    public void A_value_arrives_as_it_is(string? variables, string command)
    {
        using var run = new TaskRun { Variables = variables }.Compile(TaskRun.Good);

        Assert.True(run.Execute());
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Json));
        Assert.Equal(command, json.RootElement.GetProperty("containers")[0].GetProperty("command").GetString());
    }

    [Theory]
    [InlineData("PASSWORD=hidden", "acme:${PASSWORD}", "acme:hidden")]
    [InlineData("PASSWORD=a\"\\\u2028模;USER=x", "${USER}:${PASSWORD}", "x:a\"\\\u2028模")]
    [InlineData("PASSWORD=${USER}", "acme:${PASSWORD}", "acme:${USER}")]
    [InlineData("OTHER=1", "ac\\\"me:hidden", "ac\"me:hidden")]
    public void A_text_is_encoded_when_it_is_whole(string variables, string text, string encoded)
    {
        var json = Fill(variables, $"{{\"dockerAuth\": \"${{base64:{text}}}\"}}");

        Assert.Equal($"{{\"dockerAuth\": \"{Convert.ToBase64String(Encoding.UTF8.GetBytes(encoded))}\"}}", json);
    }

    [Theory]
    [InlineData("\"${base64:${USER}:${PASSWORD}}\"")]
    [InlineData("\"${base64:acme:a{b}${PASSWORD}\"")]
    [InlineData("\"${base64:acme\", \"}\"")]
    public void Half_of_a_text_stays_for_later(string json) => Assert.Equal(json, Fill("USER=acme", json));

    [Theory]
    [InlineData("APP")]
    [InlineData("=x")]
    [InlineData("A B=x")]
    [InlineData("1A=x")]
    [InlineData("A-B=x")]
    [InlineData("${A}=x")]
    [InlineData("A=x;A=x")]
    public void A_malformed_entry_is_one_error_and_nothing_is_written(string variables)
    {
        using var run = new TaskRun { Variables = variables }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        Assert.Equal(["EAS0013"], run.Codes());
        Assert.False(File.Exists(run.Json));
    }

    [Theory]
    [InlineData("MARK1", "Entry 1 of EasGenVariables is not")]
    [InlineData("API_KEY=ab;MARK1", "Entry 2 of EasGenVariables, after API_KEY, is not")]
    [InlineData("A=1; B = 2 ;;1MARK=MARK2", "Entry 3 of EasGenVariables, after B, is not")]
    [InlineData("API_KEY=MARK1;API_KEY=MARK2", "EasGenVariables gives API_KEY twice")]
    public void An_error_names_the_entry_and_shows_nothing_of_it(string variables, string says)
    {
        using var run = new TaskRun { Variables = variables }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        var message = Assert.Single(run.Engine.Errors).Message;
        Assert.StartsWith(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APPS=x", "EasGenVariables gives a value for APPS, but no service has ${APPS}; did you mean APP?")]
    [InlineData("OTHER=x", "EasGenVariables gives a value for OTHER, but no service has ${OTHER}; remove it, or")]
    public void A_value_that_nothing_takes_is_a_warning(string variables, string says)
    {
        using var run = new TaskRun { Variables = variables }.Compile(TaskRun.Good);

        Assert.True(run.Execute());
        var warning = Assert.Single(run.Engine.Warnings);
        Assert.Equal("EAS0024", warning.Code);
        Assert.StartsWith(says, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_services_may_get_the_values_of_a_solution()
    {
        using var run = new TaskRun { Variables = "APP=x" }.Compile();

        Assert.True(run.Execute());
        Assert.Empty(run.Engine.Warnings);
    }

    [Fact]
    public void An_open_placeholder_is_an_error_where_none_may_stay()
    {
        using var run = new TaskRun { RequireVariables = true }.Compile(TaskRun.Good);

        Assert.False(run.Execute());
        var error = Assert.Single(run.Engine.Errors);
        Assert.Equal("EAS0025", error.Code);
        Assert.StartsWith(
            "Service 'iris' needs a value for ${APP}; give EasGenVariables APP=… (",
            error.Message,
            StringComparison.Ordinal);

        run.Variables = "APP=x.dll";
        Assert.True(run.Execute());
    }

    [Fact]
    public void A_number_may_be_a_placeholder_until_it_is_filled()
    {
        using var run = new TaskRun { Variables = "APP=x;N=3" }
            .Compile(TaskRun.Good.Replace("1 }", "\"${N}\" }", StringComparison.Ordinal));

        Assert.True(run.Execute());
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Json));
        Assert.Equal(3, json.RootElement.GetProperty("metadata").GetProperty("instance").GetInt32());
    }

    private static string Fill(string variables, string json)
    {
        var values = Variables.Parse(variables, new(new(new Engine(), nameof(VariablesTests)), "Iris.csproj"));
        return PlaceholderFill.Fill(json, name => values[name]);
    }
}
