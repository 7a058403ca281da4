namespace EasGen.Compiler.Client;

/// <summary>The exception that a client throws, the same for every service.</summary>
internal static class ProblemExceptionCode
{
    public const string Text = """
        /// <summary>The service has refused a request, or has failed: what its answer says of that.</summary>
        public sealed class ProblemException : global::System.Net.Http.HttpRequestException
        {
            internal ProblemException(global::System.Net.HttpStatusCode? status, string body, global::System.TimeSpan? retryAfter)
                : this(status, body, Parse(body), retryAfter)
            {
            }

            private ProblemException(
                global::System.Net.HttpStatusCode? status,
                string body,
                global::System.Text.Json.JsonElement problem,
                global::System.TimeSpan? retryAfter)
                : base(MessageOf(status, body, problem), null, status ?? StatusOf(problem))
            {
                Title = Text(problem, "title");
                Detail = Text(problem, "detail");
                JsonPath = Text(problem, "jsonPath");
                TraceId = Text(problem, "traceId");
                RetryAfter = retryAfter;
            }

            /// <summary>What kind of problem it is; <see langword="null"/> if the answer does not say it.</summary>
            public string? Title { get; }

            /// <summary>What is wrong; <see langword="null"/> if the answer does not say it.</summary>
            public string? Detail { get; }

            /// <summary>What in the request is wrong, as a JSON path; <see langword="null"/> if it is not about that.</summary>
            public string? JsonPath { get; }

            /// <summary>What tells the lines of the request in the service's log; <see langword="null"/> if the answer does not.</summary>
            public string? TraceId { get; }

            /// <summary>After what time the service may take the request; <see langword="null"/> if it does not say that.</summary>
            public global::System.TimeSpan? RetryAfter { get; }

            private static string MessageOf(
                global::System.Net.HttpStatusCode? status, string body, global::System.Text.Json.JsonElement problem)
            {
                var number = (int?)(status ?? StatusOf(problem));
                // A gateway answers in another form.
                var what = Text(problem, "detail") ?? Text(problem, "title") ?? (body.Length > 500 ? body.Substring(0, 500) : body);
                return number is null ? what : what.Length == 0 ? number.ToString()! : number + ": " + what;
            }

            private static global::System.Net.HttpStatusCode? StatusOf(global::System.Text.Json.JsonElement problem) =>
                problem.ValueKind == global::System.Text.Json.JsonValueKind.Object
                && problem.TryGetProperty("status", out var status)
                && status.ValueKind == global::System.Text.Json.JsonValueKind.Number
                && status.TryGetInt32(out var number)
                    ? (global::System.Net.HttpStatusCode)number
                    : null;

            private static string? Text(global::System.Text.Json.JsonElement problem, string name) =>
                problem.ValueKind == global::System.Text.Json.JsonValueKind.Object
                && problem.TryGetProperty(name, out var text)
                && text.ValueKind == global::System.Text.Json.JsonValueKind.String
                    ? text.GetString()
                    : null;

            private static global::System.Text.Json.JsonElement Parse(string body)
            {
                try
                {
                    using var problem = global::System.Text.Json.JsonDocument.Parse(body);
                    return problem.RootElement.Clone();
                }
                catch (global::System.Text.Json.JsonException)
                {
                    return default;
                }
            }
        }
        """;
}
