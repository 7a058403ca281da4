using EasGen.Cli.Import;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Cli.Tests.Import;

/// <summary>Secrets become placeholders, and nobody prints them.</summary>
public class SecretTests
{
    private const string Secret = "hush-hush";

    [Theory]
    [InlineData("""{"token":"hush-hush"}""", "/token", "${EAS_TOKEN}")]
    [InlineData("""{"dockerAuth":"hush-hush"}""", "/dockerAuth", "${REGISTRY_AUTH}")]
    [InlineData("""{"dockerAuth":"${base64:acme:hush-hush}"}""", "/dockerAuth", "${REGISTRY_PASSWORD}")]
    [InlineData(
        """{"storage":[{"git":{"repo":"https://a/b.git","password":"hush-hush"},"mount_path":"/a"}]}""",
        "/storage/0/git/password", "${GIT_PASSWORD}")]
    [InlineData(
        """{"containers":[{"image":"a:1","env":[{"name":"A","value":"1"},{"name":"OPENAI_API_KEY","value":"hush-hush"}]}]}""",
        "/containers/0/env/1/value",
        "${OPENAI_API_KEY}")]
    [InlineData("""{"containers":[{"env":[{"name":"my.api-key","value":"hush-hush"}]}]}""", "/containers/0/env/0/value", "${my_api_key}")]
    [InlineData("""{"processor_envs":[{"name":"DB_PASSWORD","value":"hush-hush"}]}""", "/processor_envs/0/value", "${DB_PASSWORD}")]
    [InlineData("""{"model_config":{"a":[{"access_key_id":"hush-hush"}]}}""", "/model_config/a/0/access_key_id", "${ACCESS_KEY_ID}")]
    [InlineData(
        """{"storage":[{"oss":{"path":"oss://b/c/"},"git":{"password":"hush-hush"},"mount_path":"/a"}]}""",
        "/storage/0/git/password", "${GIT_PASSWORD}")]
    public void Become_placeholders(string json, string place, string placeholder)
    {
        var imported = Imports.Of(json);

        var secret = Assert.Single(imported.Secrets);
        Assert.Equal((place, placeholder, Secret), (secret.Pointer, secret.Placeholder, secret.Text));
        Assert.DoesNotContain(Secret, imported.Code, StringComparison.Ordinal);
        Assert.Contains(placeholder, Imports.Artifact(imported), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_found_where_the_type_is_wrong()
    {
        var imported = Imports.Of("""{"token":12345678}""");

        Assert.DoesNotContain("12345678", imported.Code, StringComparison.Ordinal);
        Assert.DoesNotContain(Notes("""{"token":12345678}"""), static note => note.Text.Contains("12345678", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"token":"${EAS_TOKEN}"}""")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"containers":[{"image":"a:1","env":[{"name":"CACHE_KEY","value":"a"}]}]}""")]
    public void Are_not_made_up(string json) => Assert.Empty(Imports.Of(json).Secrets);

    [Fact]
    public void Have_names_of_their_own_across_files()
    {
        var session = new ImportSession(null, CSharpVersion.Usual);
        string[] Placeholders(string json) =>
            [.. session.Import(ServiceReader.Read(json), "a.json").Secrets.Select(static secret => secret.Placeholder)];

        Assert.Equal(["${EAS_TOKEN}"], Placeholders("""{"token":"one-secret"}"""));
        Assert.Equal(["${EAS_TOKEN_2}"], Placeholders("""{"token":"another-secret"}"""));
        Assert.Equal(["${EAS_TOKEN}"], Placeholders("""{"token":"one-secret"}"""));
        Assert.Equal(
            ["${GIT_PASSWORD_2}"],
            Placeholders(
                """{"labels":{"a":"${GIT_PASSWORD}"},"storage":[{"git":{"repo":"https://a/b.git","password":"x"},"mount_path":"/a"}]}"""));
    }

    [Fact]
    public void Are_in_no_comment_and_no_note()
    {
        const string json = """
            {
              // The token is hush-hush.
              "token": "hush-hush",
              "containers": [{"image": "a:1", "env": [{"name": "API_KEY", "value": 12345678}]}]
            }
            """;

        Assert.DoesNotContain(Secret, Imports.Of(json).Code, StringComparison.Ordinal);
        Assert.Contains("// The token is ${EAS_TOKEN}.", Imports.Of(json).Code, StringComparison.Ordinal);
        Assert.All(Notes(json), static note => Assert.DoesNotContain(Secret, note.Text, StringComparison.Ordinal));
        Assert.All(Notes(json), static note => Assert.DoesNotContain("12345678", note.Text, StringComparison.Ordinal));
        Assert.Equal(2, Notes(json).Count(static note => note.Kind == NoteKind.Secret));
    }

    [Theory]
    [InlineData("{\n  // password: hush-hush1\n  \"labels\": {}\n}", 2, 16, 10)]
    [InlineData("{\n  \"labels\": {}, // password: hush-hush1\n  \"a\": 1\n}", 2, 30, 10)]
    [InlineData("{\n  \"labels\": {}\n  /* a\n     password: hush-hush1 */\n}", 4, 16, 10)]
    [InlineData("// api_key=hush-hush1\n{}", 1, 12, 10)]
    public void Have_the_place_of_their_comment(string json, int line, int column, int length)
    {
        var note = Assert.Single(Notes(json), static note => note.Kind == NoteKind.Secret);

        Assert.Equal((line, column, length), (note.Place.Line, note.Place.Column, note.Place.Length));
        Assert.StartsWith("A secret in a comment is ${", note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("labels", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_one_placeholder_where_a_comment_has_a_copy()
    {
        const string json = """
            {
              // password: hush-hush1
              "token": "hush-hush1"
            }
            """;

        Assert.Contains("// password: ${EAS_TOKEN}", Imports.Of(json).Code, StringComparison.Ordinal);
        Assert.Equal(
            "'token' is ${EAS_TOKEN} now; fill it in at deployment",
            Assert.Single(Notes(json), static note => note.Kind == NoteKind.Secret).Text);
    }

    private static IReadOnlyList<ImportNote> Notes(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var read = ServiceReader.Read(bytes);
        return ImportNotes.Of(bytes, read, Imports.Of(json), read.AllFindings());
    }
}
