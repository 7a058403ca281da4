namespace EasGen.Compiler.Client;

/// <summary>The parts of a client that are the same for every service.</summary>
internal static class ClientCode
{
    public const string Fields = """
        private static readonly global::System.Text.Json.JsonSerializerOptions Web =
            ReadOnly(new(global::System.Text.Json.JsonSerializerDefaults.Web));

        private readonly global::System.Net.Http.HttpClient http;
        private readonly string? token;
        private readonly global::System.Text.Json.JsonSerializerOptions json;
        """;

    public const string ConstructorDocs = """
        /// <summary>Calls the service at the base address of a client.</summary>
        /// <param name="http">Sends the requests. Its BaseAddress is that of the service, without the routes of its methods.</param>
        /// <param name="token">The access token of the service. <see langword="null"/>, the default: none is sent.</param>
        /// <param name="json">
        /// How the service reads and writes JSON. <see langword="null"/>, the default: in the way of the web, with contracts by reflection.
        /// A trimmed app names those of its JsonSerializerContext.
        /// </param>
        """;

    public const string Constructor = """
            global::System.Net.Http.HttpClient http,
            string? token = null,
            global::System.Text.Json.JsonSerializerOptions? json = null)
        {
            global::System.ArgumentNullException.ThrowIfNull(http);
            (this.http, this.token, this.json) = (http, token, json is null ? Web : ReadOnly(json));
        }
        """;

    public const string MaxRetries = """
        /// <summary>
        /// How often a request is sent again that the service has refused with 429 or 503 and a Retry-After of half a minute at most;
        /// 3 by default, 0 for never. The body of a stream is sent once.
        /// </summary>
        public int MaxRetries { get; set; } = 3;
        """;

    public const string Json = """
        private global::System.Net.Http.HttpContent Json<T>(T request) => new global::System.Net.Http.ByteArrayContent(
            global::System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request, Contract<T>()))
        {
            Headers = { ContentType = new("application/json") },
        };
        """;

    public const string Binary = """
        private static global::System.Net.Http.HttpContent Binary(global::System.Net.Http.HttpContent content)
        {
            content.Headers.ContentType = new("application/octet-stream");
            return content;
        }
        """;

    public const string Ask = """
        private async global::System.Threading.Tasks.Task<T> AskAsync<T>(
            string route,
            global::System.Net.Http.HttpContent content,
            global::System.Threading.CancellationToken cancellationToken)
        {
            // The time limit of the client holds for what is read here, too.
            using var response = await SendAsync(
                route,
                content,
                cancellationToken,
                global::System.Net.Http.HttpCompletionOption.ResponseContentRead).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return (await global::System.Text.Json.JsonSerializer
                .DeserializeAsync(body, Contract<T>(), cancellationToken)
                .ConfigureAwait(false))!;
        }
        """;

    public static readonly string AskForBytes = Reading("byte[]", "AskForBytesAsync");

    public static readonly string AskForMemory = Reading("global::System.ReadOnlyMemory<byte>", "AskForMemoryAsync");

    public const string AskForStream = """
        private async global::System.Threading.Tasks.Task<global::System.IO.Stream> AskForStreamAsync(
            string route,
            global::System.Net.Http.HttpContent content,
            global::System.Threading.CancellationToken cancellationToken)
        {
            // The connection is given back with the end of the stream, which is its caller's.
            var response = await SendAsync(route, content, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }
        """;

    public const string Stream = """
        private async global::System.Collections.Generic.IAsyncEnumerable<T> StreamAsync<T>(
            string route,
            global::System.Net.Http.HttpContent content,
            [global::System.Runtime.CompilerServices.EnumeratorCancellation]
            global::System.Threading.CancellationToken cancellationToken)
        {
            using var response = await SendAsync(route, content, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var lines = new global::System.IO.StreamReader(body);
            var (isError, data) = (false, (string?)null);
            while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (line == "event: error")
                    isError = true;
                if (line.StartsWith("data: ", global::System.StringComparison.Ordinal))
                    data = data is null ? line.Substring(6) : data + "\n" + line.Substring(6);
                if (line.Length > 0 || data is null)
                    continue;
                if (isError)
                    throw new ProblemException(null, data, null);
                yield return global::System.Text.Json.JsonSerializer.Deserialize(data, Contract<T>())!;
                // More items may have been read already, which a reader of lines gives even when it is cancelled.
                cancellationToken.ThrowIfCancellationRequested();
                data = null;
            }
        }
        """;

    public const string Send = """
        private async global::System.Threading.Tasks.Task<global::System.Net.Http.HttpResponseMessage> SendAsync(
            string route,
            global::System.Net.Http.HttpContent content,
            global::System.Threading.CancellationToken cancellationToken,
            global::System.Net.Http.HttpCompletionOption until = global::System.Net.Http.HttpCompletionOption.ResponseHeadersRead)
        {
            for (var retries = content is global::System.Net.Http.StreamContent ? 0 : MaxRetries; ; retries--)
            {
                var request = new global::System.Net.Http.HttpRequestMessage(global::System.Net.Http.HttpMethod.Post, AddressOf(route))
                {
                    Content = content,
                };
                if (token is not null)
                    request.Headers.TryAddWithoutValidation("Authorization", token);
                var response = await http
                    .SendAsync(request, until, cancellationToken)
                    .ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                    return response;
                var pause = PauseOf(response);
                if (retries <= 0 || pause is null || pause > global::System.TimeSpan.FromSeconds(30))
                    throw await ProblemOf(response, pause, cancellationToken).ConfigureAwait(false);
                response.Dispose();
                // Callers that were refused together do not all come back at once.
                pause *= 1 + global::System.Random.Shared.NextDouble() / 5;
                await global::System.Threading.Tasks.Task.Delay(pause.Value, cancellationToken).ConfigureAwait(false);
            }
        }

        private static async global::System.Threading.Tasks.Task<ProblemException> ProblemOf(
            global::System.Net.Http.HttpResponseMessage response,
            global::System.TimeSpan? pause,
            global::System.Threading.CancellationToken cancellationToken)
        {
            using (response)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                return new(response.StatusCode, body, pause);
            }
        }

        // A base address with a path often has no slash at its end, and would lose its last part.
        private global::System.Uri AddressOf(string route) => http.BaseAddress is not { } service
            ? throw new global::System.InvalidOperationException("The HttpClient has no BaseAddress; set it to the address of the service.")
            : route == "/" ? service : new(service.AbsoluteUri.TrimEnd('/') + route);

        private static global::System.TimeSpan? PauseOf(global::System.Net.Http.HttpResponseMessage response)
        {
            if (response.StatusCode is not global::System.Net.HttpStatusCode.TooManyRequests
                and not global::System.Net.HttpStatusCode.ServiceUnavailable)
                return null;
            var pause = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - global::System.DateTimeOffset.UtcNow;
            return pause < global::System.TimeSpan.Zero ? global::System.TimeSpan.Zero : pause;
        }

        private global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Contract<T>() =>
            (global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

        // Contracts are kept by options that do not change any more.
        private static global::System.Text.Json.JsonSerializerOptions ReadOnly(global::System.Text.Json.JsonSerializerOptions json)
        {
            if (json.IsReadOnly)
                return json;
            var copy = new global::System.Text.Json.JsonSerializerOptions(json);
            copy.TypeInfoResolver ??= Reflection();
            copy.MakeReadOnly();
            return copy;
        }

        [global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
            "Trimming", "IL2026", Justification = "Reflection is asked only where the app has it, which a trimmed one has not.")]
        [global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
            "AOT", "IL3050", Justification = "Reflection is asked only where the app has it, which native code has not.")]
        private static global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Reflection() =>
            global::System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault
                ? new global::System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()
                : global::System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine();
        """;

    private static string Reading(string bytes, string name) => $$"""
        private async global::System.Threading.Tasks.Task<{{bytes}}> {{name}}(
            string route,
            global::System.Net.Http.HttpContent content,
            global::System.Threading.CancellationToken cancellationToken)
        {
            // The time limit of the client holds for what is read here, too.
            using var response = await SendAsync(
                route,
                content,
                cancellationToken,
                global::System.Net.Http.HttpCompletionOption.ResponseContentRead).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        """;
}
