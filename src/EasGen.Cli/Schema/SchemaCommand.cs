using System.CommandLine;
using System.Reflection;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Schema;

/// <summary>The verb <c>schema</c>: the JSON Schema of the service JSON.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var verb = new Verb(
            "schema",
            "Prints the JSON Schema (draft-07) of the service JSON, which an editor uses to complete and check it.",
            "easgen schema > eas-service.schema.json");
        verb.SetAction(static parsed =>
        {
            using var schema = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.json")!);
            using var output = Screen.Output(parsed.InvocationConfiguration);
            output.Write(schema.ReadToEnd());
            return ExitCode.Clean;
        });
        return verb;
    }
}
