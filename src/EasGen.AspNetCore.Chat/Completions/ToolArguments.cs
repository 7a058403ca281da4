using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Chat.Contracts;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>The arguments of function calls, which are JSON in a text.</summary>
internal sealed class ToolArguments
{
    private readonly JsonTypeInfo<IDictionary<string, object?>> contract;

    /// <param name="app">The app's options, which have the contracts of its own types.</param>
    public ToolArguments(JsonSerializerOptions app)
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { WriteIndented = false };
        foreach (var resolver in app.TypeInfoResolverChain)
            options.TypeInfoResolverChain.Add(resolver);
        contract = (JsonTypeInfo<IDictionary<string, object?>>)options.GetTypeInfo(typeof(IDictionary<string, object?>));
    }

    /// <summary>A call that a client sends back. What its model made wrong is for the service's own model to see.</summary>
    public static FunctionCallContent Read(string id, string name, string? arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments))
            return new(id, name);
        var call = FunctionCallContent.CreateFromParsedArguments(arguments, id, name, Parse);
        call.RawRepresentation = arguments;
        return call;
    }

    /// <exception cref="InvalidOperationException">They are not JSON, and their text is lost.</exception>
    public string Write(FunctionCallContent call)
    {
        if (call.Arguments is { } arguments)
            return JsonSerializer.Serialize(arguments, contract);
        if (call.Exception is not { } exception)
            return "{}";
        // The caller shall not make a call without arguments that was one with wrong ones.
        return call.RawRepresentation as string
            ?? throw new InvalidOperationException($"The arguments of the call of '{call.Name}' are not a JSON object.", exception);
    }

    private static Dictionary<string, object?>? Parse(string arguments) =>
        JsonSerializer.Deserialize(arguments, ChatJson.Plain.DictionaryStringJsonElement)
            ?.ToDictionary(static argument => argument.Key, static argument => (object?)argument.Value);
}
