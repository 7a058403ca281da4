using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace EasGen.AspNetCore.Http;

/// <summary>
/// The framework's problem details, and where in the body a request is wrong. <c>line</c> and <c>bytePosition</c> count
/// from 1.
/// </summary>
internal sealed class Problem : ProblemDetails
{
    public Problem(int status, string detail) =>
        (Status, Title, Detail) = (status, ReasonPhrases.GetReasonPhrase(status), detail);

    [JsonPropertyName("jsonPath"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? JsonPath { get; init; }

    [JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }

    [JsonPropertyName("bytePosition"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytePosition { get; init; }

    /// <summary>Tells the log's lines of the request; of an app that writes problems itself, its writer adds it.</summary>
    [JsonPropertyName("traceId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; set; }

    /// <summary>A header that says with the answer what else the client may do; none by default.</summary>
    [JsonIgnore]
    public (string Name, string Value)? Header { get; init; }

    /// <summary>A word for the cause, in formats that have a place for one; by default that of the status.</summary>
    [JsonIgnore]
    public string? Code { get; init; }
}
