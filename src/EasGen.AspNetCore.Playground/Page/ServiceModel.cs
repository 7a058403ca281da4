using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>What the page knows of the service. All paths are relative to the page.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Bytes">How large a body may be.</param>
/// <param name="Probes">What EAS asks.</param>
/// <param name="Methods">The predict methods.</param>
/// <param name="Chat">Where chat completions are; null where there are none.</param>
/// <param name="Models">Where the models of the chat are; null where that is not told.</param>
/// <param name="Reference">Where the API reference is; null where there is none.</param>
internal sealed record ServiceModel(
    string Name,
    long Bytes,
    IReadOnlyList<ProbeModel> Probes,
    IReadOnlyList<MethodModel> Methods,
    string? Chat,
    string? Models,
    string? Reference);

/// <param name="Path">Where it is asked.</param>
/// <param name="Route">The same as it is declared.</param>
/// <param name="Names">What is asked there.</param>
internal sealed record ProbeModel(string Path, string Route, IReadOnlyList<string> Names);

/// <param name="Path">Where it is called.</param>
/// <param name="Route">The same as it is declared.</param>
/// <param name="Name">The name of the method, if it has one.</param>
/// <param name="Summary">What it does, if it says so.</param>
/// <param name="Takes">The media types of a request.</param>
/// <param name="Gives">The media type of an answer, if it is known.</param>
/// <param name="Example">A body that it takes, if one can be made up.</param>
internal sealed record MethodModel(
    string Path,
    string Route,
    string? Name,
    string? Summary,
    IReadOnlyList<string> Takes,
    string? Gives,
    string? Example);

/// <remarks>The default encoder leaves no character that HTML gives a meaning to, so that no text ends the element that holds it.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceModel))]
internal sealed partial class ServiceModelJson : JsonSerializerContext;
