using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>A call that is refused, with the code that PAI-EAS has for it.</summary>
internal sealed class Refusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static Refusal NotFound(string name) => new(404, "InvalidService.NotFound", $"The service {name} does not exist.");
}

/// <summary>Answers refusals.</summary>
internal sealed class Refusals
{
    private int requests;

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Refusal refusal) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = refusal.Status;
            await context.Response.WriteAsJsonAsync(new JsonObject
            {
                ["Code"] = refusal.Code,
                ["Message"] = refusal.Message,
                ["RequestId"] = $"FAKE-{Interlocked.Increment(ref requests)}",
            });
        }
    }
}
