using System.Text.Json;
using EasGen.AspNetCore.Predict;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Requests;

internal static class RequestFormats
{
    /// <summary>
    /// What a method that takes this type can be sent. The first is how a body is read whose type the client does not
    /// say.
    /// </summary>
    /// <param name="options">The app's, which have the contract of a type that is sent as JSON.</param>
    /// <param name="route">Where the method answers, for messages.</param>
    /// <param name="logger">Where it is said that a type of the app would not take a value.</param>
    public static RequestFormat<T>[] Of<T>(JsonSerializerOptions options, string route, ILogger logger)
        where T : notnull
    {
        if (typeof(T) == typeof(byte[]))
            return [new RawFormat<T>(static bytes => (T)(object)bytes)];
        if (typeof(T) == typeof(ReadOnlyMemory<byte>))
            return [new RawFormat<T>(static bytes => (T)(object)new ReadOnlyMemory<byte>(bytes))];
        if (typeof(T) == typeof(Stream))
            return [new RawFormat<T>(static bytes => (T)(object)new MemoryStream(bytes, writable: false))];

        var json = new JsonFormat<T>(options.Strict().Contract<T>(route), logger);
        return typeof(T) == typeof(string) ? [json, new TextFormat<T>(static text => (T)(object)text)] : [json];
    }
}
