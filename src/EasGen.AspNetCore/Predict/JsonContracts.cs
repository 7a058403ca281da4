using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EasGen.AspNetCore.Predict;

internal static class JsonContracts
{
    /// <summary>
    /// The app's options, but for requests: a measurement that is missing must not become a zero that is predicted from.
    /// What may be missing has a default value or is nullable.
    /// </summary>
    public static JsonSerializerOptions Strict(this JsonSerializerOptions options) => new(options)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The app's JSON contract of a type that a predict method takes or gives; without one the app does not start.</summary>
    public static JsonTypeInfo<T> Contract<T>(this JsonSerializerOptions options, string route)
    {
        if (options.TryGetTypeInfo(typeof(T), out var contract))
            return (JsonTypeInfo<T>)contract;

        throw new InvalidOperationException(
            $"The predict method at '{route}' needs a JSON contract for {typeof(T)}, and the app's JsonOptions have none. " +
            $"Add [JsonSerializable(typeof({typeof(T).Name}))] to a JsonSerializerContext of yours and register it: " +
            "builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, "
            + "YourJsonContext.Default));");
    }
}
