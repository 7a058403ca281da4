using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EasGen.AspNetCore.Http;

/// <summary>
/// The last of the app's JSON contracts: those of endpoints that are mapped when the app's options are made already. API descriptions
/// ask for them.
/// </summary>
internal sealed class EndpointContracts : IJsonTypeInfoResolver
{
    private volatile JsonSerializerContext[] contracts = [];

    public void Add(JsonSerializerContext more) => contracts = [.. contracts.Where(known => known != more), more];

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        foreach (IJsonTypeInfoResolver known in contracts)
        {
            if (known.GetTypeInfo(type, options) is { } contract)
                return contract;
        }
        return null;
    }
}
