using System.ClientModel;
using System.Net;
using System.Text.Json;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Chat.Tests.Kit;

/// <summary>Failures as a caller sees them.</summary>
internal static class Failures
{
    /// <summary>The error, once it is certain that it has the form and the status that clients expect.</summary>
    public static async Task<JsonElement> Error(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.NotEmpty(Assert.Single(response.Headers.GetValues("x-request-id")));
        return (await response.Json()).Error();
    }

    public static JsonElement Error(this JsonElement body)
    {
        var error = Assert.Single(body.EnumerateObject(), static member => member.Name == "error").Value;
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(static member => member.Name));
        Assert.NotEmpty(error.Text("message"));
        return error;
    }

    /// <summary>What OpenAI's own client throws at its caller.</summary>
    public static async Task<ClientResultException> Thrown(Func<Task> call, HttpStatusCode expected, string says)
    {
        var thrown = await Assert.ThrowsAsync<ClientResultException>(call);
        Assert.Equal((int)expected, thrown.Status);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        // The clients for Python and JavaScript read it; that for .NET does not.
        var isForNothing = expected is HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError;
        var headers = thrown.GetRawResponse()!.Headers;
        Assert.Equal(isForNothing ? "false" : null, headers.TryGetValue("x-should-retry", out var again) ? again : null);
        return thrown;
    }
}
