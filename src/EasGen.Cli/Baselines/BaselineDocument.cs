using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Cli.Baselines;

/// <summary>A baseline as its file has it.</summary>
internal sealed record BaselineDocument(int Version, IReadOnlyList<BaselineFinding> Findings)
{
    public const int Current = 1;
}

/// <inheritdoc cref="Fingerprint"/>
internal sealed record BaselineFinding(string File, string Pointer, string Rule, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(BaselineDocument))]
internal sealed partial class BaselineContext : JsonSerializerContext
{
    public static BaselineContext Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
