namespace EasGen.Cli.Tests.Security;

/// <summary>Texts that want to be more than text.</summary>
internal static class Attack
{
    /// <summary>Each for a terminal, a log, a viewer, a path or a compiler.</summary>
    public static readonly string[] Texts =
    [
        "\u001b[2J\u001b]0;a\u0007", "\u009b31m", "\u202Eab", "a\nb", "\r::error::a", "\n::error file=a::b",
        "::add-mask::a", "##vso[task.complete]a",
        "##[add-mask]a", "##teamcity[a]", "[a](http://b)", "../../a", "..\\..\\a", "/etc/a", "C:\\a", "con", "a\0b",
        "a/../../b", "*/ class A { } /*",
        "\"); class A { } //", "\"\"\"; class A { } //", "\u2028class A { }", "\u0085class A { }",
        "\n#line 1 \"a\"\n#if A", "</summary><a/>", "{0}", "\\", "\\u0022",
    ];

    /// <summary>A service that says the text wherever a text may stand.</summary>
    public static string Service(string text)
    {
        var said = System.Text.Json.JsonSerializer.Serialize(text);
        return $$"""
            {
              {{said}}: {{said}},
              "metadata": { "name": {{said}}, "instance": 1, {{said}}: { {{said}}: [{{said}}] }, "type": {{said}} },
              "labels": { {{said}}: {{said}} },
              "cloud": { "computing": { "instances": [{ "type": {{said}} }] } },
              "storage": [{ "mount_path": {{said}}, "oss": { "path": {{said}} } }],
              "containers": [{ "image": {{said}}, "port": 8080, "command": {{said}}, "env": [{ "name": {{said}}, "value": {{said}} }],
                "health_check": { "http_get": { "path": {{said}} } } }]
            }
            """;
    }
}
